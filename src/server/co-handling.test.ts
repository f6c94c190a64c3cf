import { beforeAll, expect, test } from 'vitest'
import { appointHead } from '../../test/builders/asked-town.ts'
import { jpegOf } from '../../test/builders/picture.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { uploadFile } from '../api/file.ts'
import { readMatter } from '../api/matter.ts'
import { listNotices } from '../api/notice.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { matterFields } from '../core/matter/matter-fields.ts'
import type { Day } from '../core/time/day.ts'
import { words } from '../core/words.ts'
import { deputySuggestion } from '../packs/zhejiang-town/procedures/deputy-suggestion.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { remindOfAll } from './notice/remind.ts'
import { tellSteps } from './notice/tell-steps.ts'

/** A deputies' suggestion that one office answers and two others have a part in, through the server. */
const clock = { today: '2023-07-03' as Day }
const served = servedTown({ today: () => clock.today })
const suggestion: Ledger = {
  key: 'suggestion', title: words('代表建议', 'Suggestions'), shape: 'event', line: 'test', owner: 'order', orgField: 'org', dateField: 'day', procedure: deputySuggestion.procedure,
  fields: [
    { key: 'org', title: words('单位', 'Org'), kind: 'org', required: true }, { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }, { key: 'title', title: words('标题', 'Title'), kind: 'text', required: true },
    ...deputySuggestion.fields, ...matterFields(deputySuggestion.procedure),
  ],
}
const noon = (): string => `${clock.today}T04:00:00.000Z`
const take = async (login: string, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}) => (await served.as(login)).post(`suggestion.${step}`, { entry, given })
const takes = async (login: string, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const answer = await take(login, step, entry, given)
  expect([step, answer.status, answer.body.error]).toEqual([step, 200, undefined])
}
const proof = async (login: string): Promise<string> => {
  const { hash, name } = await (await served.as(login)).ok(uploadFile, { ledger: 'suggestion', field: 'files', name: '意见.jpg', content: jpegOf().toString('base64') })
  return `${hash} ${name}`
}
const read = async (entry: number, login = 'farm') => (await served.as(login)).ok(readMatter, { ledger: 'suggestion', entry })
const reminders = async (login: string) => (await (await served.as(login)).ok(listNotices, { limit: 200 })).rows.filter(({ clock: of }) => of?.zh === '会办').map(({ kind, mark, due }) => [kind, mark, due])

beforeAll(async () => {
  await declareAll(served.town, [suggestion], [])
  await enterNotices(served.town)
  await appointHead(served, 'farm-head', 'farm')
  await appointHead(served, 'east-head', 'east')
  await tellSteps(served.town, clock.today, noon())
})

test('two co-handlers answer each in its own time, and the reply waits for both and no longer', async () => {
  const made = await (await served.as('order')).post('suggestion.create', { fields: { org: 'town', day: '2023-07-03', title: '示例：整治河道', difficulty: 'ordinary' } })
  const { id } = made.body as unknown as { id: number }
  await takes('order', 'assign', id, { to_org: 'farm' })
  await takes('farm', 'sign', id)
  await takes('farm', 'co-handle', id, { to_org: 'east', note: '请提意见' })
  clock.today = '2023-07-10' as Day
  await takes('farm', 'co-handle', id, { to_org: 'v1', note: '请提意见' })
  badFields(await take('farm', 'co-handle', id, { to_org: 'v1', note: '再请' }), { to_org: 'matter-called-already' })

  const seen = await read(id, 'farm-head')
  expect(seen.whistles).toMatchObject([{ org: { code: 'east' }, on: '2023-07-03', answered: null, until: '2023-09-04', late: false, over: false }, { org: { code: 'v1' }, until: '2023-09-11' }])
  expect([seen.waits.map(({ zh }) => zh), seen.steps.some(({ key }) => key === 'reply')]).toEqual([['签发答复'], false])
  expect(seen.clocks.map(({ key, org, legal }) => [key, org?.code, legal])).toEqual([['reply', undefined, '2023-10-07'], ['return', undefined, '2023-07-13'], ['co-handle', 'east', '2023-09-04'], ['co-handle', 'v1', '2023-09-11']])
  expect((await read(id, 'farm')).waits).toEqual([])

  clock.today = '2023-08-03' as Day
  await tellSteps(served.town, clock.today, noon())
  await remindOfAll(served.town, clock.today, noon())
  expect([await reminders('east-head'), await reminders('v1'), await reminders('farm')]).toEqual([[['due', '50', '2023-09-04']], [], []])
  const answer = await proof('east-head')
  await takes('east-head', 'co-answer', id, { note: '同意', files: answer })
  refused(await take('farm-head', 'reply', id, { outcome: 'a', note: '答复', files: await proof('farm-head') }), 409, 'matter-answers-open')

  clock.today = '2023-09-12' as Day
  await remindOfAll(served.town, clock.today, noon())
  expect(await reminders('v1')).toEqual([['overdue', 'overdue-1', '2023-09-11']])
  expect((await read(id)).whistles).toMatchObject([{ answered: '2023-08-03', late: false }, { answered: null, late: true, over: false }])
  await takes('farm-head', 'reply', id, { outcome: 'a', note: '答复', files: await proof('farm-head') })
  const replied = await read(id)
  expect([replied.state.key, replied.whistles.map(({ answered, late, over }) => [answered, late, over])]).toEqual(['answered', [['2023-08-03', false, false], [null, true, true]]])
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
