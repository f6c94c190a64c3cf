import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { jpegOf, pngOf } from '../../test/builders/picture.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { uploadFile } from '../api/file.ts'
import { listMatters, readMatter } from '../api/matter.ts'
import { day } from '../core/time/day.ts'
import { declareAll, installation } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { accepted } from '../store/writer.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { bounceMatters } from './matter/matter-upkeep.ts'
import { recountMatters } from './matter/recount-matters.ts'

/** The town date is Monday, 3 July 2023. */
const served = servedTown()
let [office, farm, farmer, order, leader, v1, auditor]: Caller[] = []
const by = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody has signed in')
  return caller
}

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
  ;[office, farm, farmer, order, leader, v1, auditor] = [await served.as('office'), await served.as('farm'), await served.as('farmer'), await served.as('order'), await served.as('leader'), await served.as('v1'), await served.as('auditor')]
})

const found = async (more: Readonly<Record<string, string>> = {}, as = v1): Promise<number> => {
  const answer = await by(as).post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general', position: '30.2,121.4', ...more } })
  expect(answer.status).toBe(200)
  return (answer.body as unknown as { id: number }).id
}
const read = (entry: number, as = order) => by(as).ok(readMatter, { ledger: 'hazard', entry })
const take = (as: Caller | undefined, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}) => by(as).post(`hazard.${step}`, { entry, given, ...more })
const takes = async (as: Caller | undefined, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const answer = await take(as, step, entry, given, more)
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
}
const photo = async (as: Caller | undefined, bytes: Buffer = jpegOf()): Promise<string> => {
  const { hash, name } = await by(as).ok(uploadFile, { ledger: 'hazard', field: 'files', name: '后.jpg', content: bytes.toString('base64') })
  return `${hash} ${name}`
}
const stepsOf = async (entry: number, as = order) => (await read(entry, as)).steps.map(({ key }) => key)
const fixing = async (): Promise<number> => {
  const entry = await found()
  await takes(order, 'assign', entry, { to_org: 'farm', note: '七月底前整改' })
  await takes(farm, 'sign', entry)
  return entry
}
const checking = async (): Promise<number> => {
  const entry = await fixing()
  await takes(farm, 'mend', entry, { note: '已换电线', files: await photo(farm), place: '30.2009,121.4' })
  return entry
}

describe('a hazard', () => {
  test('is found by a village, assigned, signed for, mended, checked by another and struck off', async () => {
    const entry = await found()
    expect(await read(entry)).toMatchObject({ state: { key: 'found' }, holder: { code: 'order' }, raiser: { name: '示例v1' }, clocks: [{ key: 'assign', standing: 'running', start: '2023-06-30', legal: '2023-07-04', provisional: false }] })
    await takes(order, 'assign', entry, { to_org: 'farm', note: '七月底前整改' })
    await takes(farm, 'sign', entry)
    expect(await read(entry, farm)).toMatchObject({ state: { key: 'fixing' }, holder: { code: 'farm' }, owner: { name: '示例farm' } })
    await takes(farm, 'mend', entry, { note: '已换电线', files: await photo(farm), place: '30.2009,121.4' })
    await takes(order, 'strike', entry, { note: '已消除', files: await photo(order) })
    const done = await read(entry)
    expect(done).toMatchObject({ state: { key: 'closed', kind: 'done' }, settled: '2023-07-03', steps: [{ key: 'recur' }] })
    expect(done.actions.map(({ step, by: who, metres }) => [step, who.name, metres])).toEqual([['assign', '示例order', null], ['sign', '示例farm', null], ['mend', '示例farm', 100], ['strike', '示例order', null]])
    expect(done.clocks.map(({ key, standing }) => [key, standing])).toEqual([['assign', 'in-time'], ['sign', 'in-time'], ['fix', 'in-time'], ['check', 'in-time']])
    const { rows } = await served.town.db.pool.query<{ state: string; closed: string; on_time: boolean; due: string | null }>(`select state, closed, on_time, due from ${served.town.schema}.ledger_hazard where id = $1`, [entry])
    expect(rows).toEqual([{ state: 'closed', closed: '2023-07-03', on_time: true, due: null }])
    const verbs = await served.town.db.pool.query<{ verb: string }>(`select verb from ${served.town.schema}.journal where entry = $1 order by number`, [entry])
    expect(verbs.rows.map(({ verb }) => verb)).toEqual(['hazard.create', 'hazard.assign', 'hazard.sign', 'hazard.mend', 'hazard.strike'])
  })

  test('is not checked by who mended it, and not struck off without evidence', async () => {
    const entry = await found({}, order)
    await takes(order, 'mend-at-once', entry, { note: '当场拆除', files: await photo(order) })
    refused(await take(order, 'strike', entry, { note: '好了', files: await photo(order) }), 403, 'matter-same-hand')
    badFields(await take(office, 'strike', entry, { note: '好了' }), { files: 'field-required' })
    expect(await stepsOf(entry)).not.toContain('strike')
    await takes(office, 'strike', entry, { note: '复核通过', files: await photo(office) })
  })

  test('goes back to who mends when the check fails, with its clock running on', async () => {
    const entry = await checking()
    await takes(order, 'refuse', entry, { note: '仍有裸线' })
    const now = await read(entry)
    expect([now.state.key, now.counts.redone, now.clocks.find(({ key }) => key === 'fix')?.standing]).toEqual(['fixing', 1, 'running'])
  })

  test('a step out of place, by another office, or by who only reads is refused and changes nothing', async () => {
    const entry = await fixing()
    const head = await served.head()
    refused(await take(order, 'assign', entry, { to_org: 'farm', note: '再交' }), 409, 'matter-state')
    refused(await take(order, 'mend', entry, { note: '代办', files: await photo(order) }), 403, 'forbidden')
    refused(await take(auditor, 'nudge', entry), 403, 'forbidden')
    refused(await take(farm, 'vanish', entry), 404, 'not-found')
    refused(await take(served.nobody, 'sign', entry), 401, 'not-signed-in')
    badFields(await take(farm, 'mend', entry, { note: '好了', files: await photo(farm) }, { day: '2023-07-04' }), { day: 'clock-day-ahead' })
    badFields(await take(farm, 'mend', entry, { note: '好了', files: await photo(farm) }, { day: '2023-06-29' }), { day: 'clock-day-before' })
    badFields(await take(farm, 'mend', entry, { note: '好了', files: await photo(farm), hue: 'red' }), { hue: 'field-unknown' })
    badFields(await take(farm, 'mend', entry, { note: '好了', files: await photo(order, pngOf([], 2, 1)) }), { files: 'file-not-yours' })
    expect(await served.head()).toBe(head)
  })

  test('its columns are written by its steps alone', async () => {
    const entry = await found()
    const { version } = await read(entry)
    badFields(await by(order).post('hazard.correct', { entry, saw: version, set: { state: 'closed' }, reason: '改状态' }), { state: 'field-fixed' })
    badFields(await by(v1).post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '某处', level: 'general', state: 'closed' } }), { state: 'field-fixed' })
    expect((await served.town.commit({ by: installation, reason: '改', changes: [{ act: 'correct', verb: 'hazard.correct', ledger: 'hazard', entry, saw: version, set: { holder: 'farm' } }] }))).toMatchObject({ refused: true, fields: [{ field: 'holder', code: 'field-fixed' }] })
  })

  test('the same step sent five times at once is one step, and two people who take the same one are told so', async () => {
    const entry = await fixing()
    const files = await photo(farm)
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(farm, 'mend', entry, { note: '已修', files }, { once: 'mark-0001-of-farm' })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await read(entry)).actions.map(({ step }) => step)).toEqual(['assign', 'sign', 'mend'])
    const other = await found()
    await takes(order, 'assign', other, { to_org: 'farm', note: '整改' })
    const [one, two] = await Promise.all([take(farm, 'sign', other), take(farmer, 'sign', other)])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    badFields(await take(farmer, 'sign', other, {}, { once: 'mark-0001-of-farm' }), { once: 'not-unique' })
  })
})

describe('owning a matter', () => {
  test('the org first asked keeps it until another accepts, and has it back when that declines', async () => {
    const entry = await fixing()
    await takes(farm, 'hand-over', entry, { to_org: 'east', note: '属东片' })
    expect(await read(entry)).toMatchObject({ holder: { code: 'farm' }, asked: { org: { code: 'east' }, on: '2023-07-03', until: '2023-07-04' } })
    refused(await take(farm, 'hand-over', entry, { to_org: 'east', note: '再移' }), 409, 'matter-asked-already')
    refused(await take(farm, 'accept', entry), 403, 'forbidden')
    badFields(await take(farm, 'hand-over', await fixing(), { to_org: 'farm', note: '给自己' }), { to_org: 'matter-asked-holder' })
    badFields(await take(farm, 'hand-over', await fixing(), { to_org: 'moon', note: '给月亮' }), { to_org: 'not-org' })
  })

  test('a hand-over that nobody accepts in its working day comes back to the org first asked, once', async () => {
    const entry = await fixing()
    await takes(farm, 'hand-over', entry, { to_org: 'east', note: '属东片' })
    expect(await bounceMatters(served.town, day('2023-07-04'))).toBe(0)
    expect(await bounceMatters(served.town, day('2023-07-05'))).toBeGreaterThan(0)
    expect(await bounceMatters(served.town, day('2023-07-05'))).toBe(0)
    expect(await read(entry)).toMatchObject({ holder: { code: 'order' }, owner: null, asked: null, counts: { returned: 1 } })
    expect((await read(entry)).actions.at(-1)).toMatchObject({ step: 'bounce', by: { name: '系统' } })
  })

  test('who holds it reads it, though the ledger is another office’s; a village reads its own alone', async () => {
    const entry = await fixing()
    expect((await by(farm).ok(listMatters, { whose: 'mine', limit: 200 })).rows.map((row) => row.entry)).toContain(entry)
    expect((await by(v1).ok(listMatters, { whose: 'all', limit: 200 })).rows.every(({ org }) => org.code === 'v1')).toBe(true)
    refused(await by(v1).get('matter.read', { ledger: 'hazard', entry: String(await found({ org: 'v2' }, order)) }), 404, 'not-found')
    badFields(await by(leader).get('matter.read', { ledger: 'sales', entry: '1' }), { ledger: 'not-found' })
    refused(await by(leader).get('matter.read', { ledger: 'sale', entry: '1' }), 404, 'not-found')
  })

  test('another org is called to help, reads the matter for it, and answers', async () => {
    const entry = await found({ org: 'v2' }, order)
    refused(await by(v1).get('matter.read', { ledger: 'hazard', entry: String(entry) }), 404, 'not-found')
    await takes(order, 'whistle', entry, { to_org: 'v1', note: '请协助封控' })
    expect((await by(v1).ok(listMatters, { whose: 'mine', limit: 200 })).rows.map((row) => row.entry)).toContain(entry)
    await takes(v1, 'report-in', entry, { note: '已封控' })
    expect((await read(entry)).whistles).toMatchObject([{ org: { code: 'v1' }, answered: '2023-07-03' }])
  })

  test('a matter is listed once, and taken off once', async () => {
    const entry = await found()
    await takes(leader, 'list-up', entry, { note: '重点' })
    refused(await take(leader, 'list-up', entry, { note: '重点' }), 409, 'matter-listed')
    await takes(leader, 'nudge', entry)
    expect(await read(entry)).toMatchObject({ listed: true, counts: { nudged: 1 } })
    await takes(leader, 'list-off', entry, { note: '已见效' })
    expect((await read(entry)).listed).toBe(false)
  })
})

describe('the lists', () => {
  test('show what is due first, with the lamp of the town date, and count by state', async () => {
    const late = await found({ day: '2023-06-01' })
    const soon = await found({ day: '2023-07-03' })
    const { rows, today, ledgers } = await by(order).ok(listMatters, { whose: 'all', list: 'warning', limit: 200 })
    const at = (entry: number) => rows.find((row) => row.entry === entry)
    expect(today).toBe('2023-07-03')
    expect([at(late)?.lamp, at(late)?.stalled, at(soon)?.lamp, at(soon)?.left]).toEqual(['red', true, 'yellow', 2])
    expect(rows.findIndex((row) => row.entry === late)).toBeLessThan(rows.findIndex((row) => row.entry === soon))
    expect(ledgers.find(({ key }) => key === 'hazard')?.states.reduce((sum, { matters }) => sum + matters, 0)).toBe(rows.length)
  })

  test('a settled matter is on no list but that of settled ones', async () => {
    const entry = await checking()
    await takes(order, 'strike', entry, { note: '好', files: await photo(order) })
    const lists = await Promise.all((['open', 'found', 'due', 'warning', 'settled'] as const).map(async (list) => (await by(order).ok(listMatters, { whose: 'all', list, limit: 200 })).rows.some((row) => row.entry === entry)))
    expect(lists).toEqual([false, false, false, false, true])
  })
})

test('evidence is seen by who may read the matter', async () => {
  const entry = await checking()
  const files = (await read(entry)).actions.find(({ step }) => step === 'mend')?.files ?? ''
  const hash = files.split(' ')[0] ?? ''
  expect((await by(order).get('file.fetch', { ledger: 'hazard', entry: String(entry), hash })).status).toBe(200)
  const other = await found({ org: 'v2' }, order)
  refused(await by(order).get('file.fetch', { ledger: 'hazard', entry: String(other), hash }), 404, 'not-found')
})

test('another calendar moves the open clocks, says why, and the book verifies', async () => {
  const entry = await found({ day: '2023-06-30' })
  expect((await read(entry)).clocks[0]?.legal).toBe('2023-07-04')
  expect(await recountMatters(served.town, '没有变化')).toBe(0)
  const { declared } = await served.town.book()
  const calendar = declared.ledgers.get('zhenwu-calendar')
  const { rows } = await served.town.db.pool.query<{ id: number; version: number; off: string }>(`select id, version, off from ${served.town.schema}.ledger_zhenwu_calendar where year = 2023`)
  const [notice] = rows
  if (notice === undefined || calendar === undefined) throw new Error('no notice of 2023')
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'correct', verb: 'calendar.enter', ledger: 'zhenwu-calendar', entry: notice.id, saw: notice.version, set: { off: JSON.stringify([...(JSON.parse(notice.off) as string[]), '2023-07-04']) } }] }))
  expect(await recountMatters(served.town, '工作日历更新')).toBeGreaterThan(0)
  const moved = await read(entry)
  expect(moved.clocks[0]?.legal).toBe('2023-07-05')
  const journal = await served.town.db.pool.query<{ verb: string; reason: string }>(`select verb, reason from ${served.town.schema}.journal where entry = $1 order by number desc limit 1`, [entry])
  expect(journal.rows).toEqual([{ verb: 'hazard.recount', reason: '工作日历更新' }])
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
