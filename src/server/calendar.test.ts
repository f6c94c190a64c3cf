import { beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { enterCalendar, previewCalendar, readCalendar, withdrawCalendar } from '../api/calendar.ts'
import { readMatter } from '../api/matter.ts'
import { declareAll, installation } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { accepted } from '../store/writer.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { recountWhereNeeded } from './matter/recount-where-needed.ts'

/** The town date is Monday, 3 July 2023; the notices of 2019 to 2026 are in the book, that of 2027 is not. */
const served = servedTown()
let [office, order, leader, farm, v1]: Caller[] = []
const by = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody has signed in')
  return caller
}

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
  await recountWhereNeeded(served.town)
  ;[office, order, leader, farm, v1] = [await served.as('office'), await served.as('order'), await served.as('leader'), await served.as('farm'), await served.as('v1')]
})

const found = async (day = '2023-06-30'): Promise<number> => {
  const answer = await by(v1).post('hazard.create', { fields: { org: 'v1', day, place: '示例路1号', level: 'general' } })
  expect(answer.status).toBe(200)
  return (answer.body as unknown as { id: number }).id
}
const noticeOf = async (year: number) => (await by(leader).ok(readCalendar, {})).notices.find((each) => each.year === year)
const paper = { day: '2023-07-01', source: '国办发明电〔2023〕99号' }

/** The notice of 2023 with one more day off; 1 October was a Sunday, which a notice names and the book need not keep. */
const withFourthOfJuly = async (): Promise<string> => {
  const notice = await noticeOf(2023)
  if (notice === undefined) throw new Error('no notice of 2023')
  return JSON.stringify({ off: [...notice.off, '2023-07-04', '2023-10-01'], work: notice.work })
}

describe('a notice of holidays', () => {
  test('is read by everybody, and previewed and entered by the town office alone', async () => {
    expect((await by(farm).ok(readCalendar, {})).can).toEqual({ enter: false })
    const { notices, can } = await by(office).ok(readCalendar, {})
    expect([notices.map(({ year }) => year), can]).toEqual([[2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026], { enter: true }])
    const text = await withFourthOfJuly()
    refused(await served.nobody.get('calendar.read'), 401, 'not-signed-in')
    for (const verb of ['calendar.preview', 'calendar.enter']) refused(await by(leader).post(verb, { text, year: 2023, ...paper, saw: null }), 403, 'forbidden')
  })

  test('tells line by line what is wrong with it, and is then not entered', async () => {
    const text = '一、元旦：1月1日放假。\n二、国庆：10月1日至7日放假，共8天。'
    const told = await by(office).ok(previewCalendar, { text, year: 2027 })
    expect([told.notice, told.problems]).toEqual([null, [{ kind: 'other-count', line: 2, said: 8, found: 7 }]])
    badFields(await by(office).post('calendar.enter', { text, year: 2027, ...paper, saw: null }), { text: 'notice-unread' })
  })

  test('shows which days and which matters it moves before it is entered, and moves them with its reason', async () => {
    const entry = await found()
    const text = await withFourthOfJuly()
    const before = await served.head()
    const told = await by(office).ok(previewCalendar, { text, year: 2023 })
    expect(told).toMatchObject({ days: [{ day: '2023-07-04', was: 'workday', is: 'holiday' }], moved: 1, open: 1, settled: 0, standing: { year: 2023 } })
    expect(told.matters).toMatchObject([{ ledger: 'hazard', entry, title: '示例路1号', was: '2023-07-04', is: '2023-07-05', isSafe: '2023-07-05' }])
    expect(await served.head()).toBe(before)

    badFields(await by(office).post('calendar.enter', { text, year: 2023, ...paper, saw: told.standing?.version }), { reason: 'reason-required' })
    refused(await by(office).post('calendar.enter', { text, year: 2023, ...paper, saw: null, reason: '补一天' }), 409, 'notice-moved')
    const done = await by(office).ok(enterCalendar, { text, year: 2023, ...paper, saw: told.standing?.version, reason: '补一天' })
    expect(done).toMatchObject({ year: 2023, moved: 1 })
    const rows = await served.town.db.pool.query<{ verb: string; person: number; reason: string | null }>(`select verb, person, reason from ${served.town.schema}.journal where number >= $1 order by number`, [done.journal])
    expect(rows.rows).toEqual([
      { verb: 'calendar.enter', person: served.personOf('office'), reason: '补一天' },
      { verb: 'hazard.recount', person: installation.person, reason: '2023年放假安排更正：国办发明电〔2023〕99号（补一天）' },
    ])
    const moved = await by(order).ok(readMatter, { ledger: 'hazard', entry })
    expect(moved.moves).toMatchObject([{ was: '2023-07-04', is: '2023-07-05', reason: '2023年放假安排更正：国办发明电〔2023〕99号（补一天）' }])
    expect(moved.clocks[0]?.legal).toBe('2023-07-05')
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
  })

  test('of a year that had none settles what was provisional; two who enter it at once are not both heard', async () => {
    const text = '2027年部分节假日安排\n元旦：1月1日放假。\n国庆节：10月1日至7日放假，共7天。9月26日（星期日）上班。'
    const told = await by(office).ok(previewCalendar, { text })
    expect(told).toMatchObject({ problems: [], notice: { year: 2027, work: ['2027-09-26'] }, standing: null, moved: 0 })
    const answers = await Promise.all([1, 2].map(() => by(office).post('calendar.enter', { text, ...paper, saw: null })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await noticeOf(2027))?.source).toBe(paper.source)
  })
})

test('steps taken while a notice is entered and its matters reckoned all follow the notice', async () => {
  const entries = await Promise.all(Array.from({ length: 12 }, () => found('2023-07-03')))
  const notice = await noticeOf(2023)
  const off = [...(notice?.off ?? []), '2023-07-06', '2023-10-01']
  const steps = entries.map((entry) => by(order).post('hazard.assign', { entry, given: { to_org: 'farm', note: '七月底前整改' } }))
  const entering = by(office).ok(enterCalendar, { text: JSON.stringify({ off, work: notice?.work ?? [] }), year: 2023, ...paper, saw: notice?.version, reason: '补一天' })
  const [answers] = await Promise.all([Promise.all(steps), entering])
  expect(answers.map(({ status }) => status)).toEqual(entries.map(() => 200))
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})

describe('a notice that is withdrawn', () => {
  const withdraw = (year: number, saw: number | undefined, reason = '录错年份') => by(office).post('calendar.withdraw', { year, saw, reason })

  test('leaves its year provisional, moves what it moved back with the reason, and is not brought back by the next opening', async () => {
    const entry = await found('2023-06-30')
    const notice = await noticeOf(2023)
    refused(await by(leader).post('calendar.withdraw', { year: 2023, saw: notice?.version, reason: '录错' }), 403, 'forbidden')
    refused(await served.nobody.post('calendar.withdraw', { year: 2023, saw: notice?.version, reason: '录错' }), 401, 'not-signed-in')
    refused(await withdraw(2023, (notice?.version ?? 0) - 1), 409, 'notice-moved')
    badFields(await withdraw(2031, 1), { year: 'not-found' })
    const before = await by(order).ok(readMatter, { ledger: 'hazard', entry })
    const done = await by(office).ok(withdrawCalendar, { year: 2023, saw: notice?.version ?? 0, reason: '录错年份' })
    expect(done.moved).toBeGreaterThan(0)
    const after = await by(order).ok(readMatter, { ledger: 'hazard', entry })
    expect([before.clocks[0], after.clocks[0]]).toMatchObject([{ legal: '2023-07-05', provisional: false }, { legal: '2023-07-04', provisional: true }])
    expect(after.moves.at(-1)).toMatchObject({ was: '2023-07-05', is: '2023-07-04', reason: `2023年放假安排撤销：${notice?.source ?? ''}（录错年份）` })
    const { rows } = await served.town.db.pool.query(`select verb, person, reason from ${served.town.schema}.journal where number = $1`, [done.journal])
    expect(rows).toEqual([{ verb: 'calendar.withdraw', person: served.personOf('office'), reason: '录错年份' }])
    expect([await enterNotices(served.town), await noticeOf(2023)]).toEqual([false, undefined])
    expect(await recountWhereNeeded(served.town)).toBe(0)
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])

    const text = JSON.stringify({ off: [...(notice?.off ?? []), '2023-10-01'], work: notice?.work })
    const told = await by(office).ok(previewCalendar, { text, year: 2023 })
    expect(told).toMatchObject({ standing: null })
    await by(office).ok(enterCalendar, { text, year: 2023, ...paper, saw: null })
    expect((await by(order).ok(readMatter, { ledger: 'hazard', entry })).clocks[0]).toMatchObject({ legal: '2023-07-05', provisional: false })
  })

  test('counts as another calendar though a later notice stands', async () => {
    const { calendar } = await served.town.book()
    await by(office).ok(withdrawCalendar, { year: 2025, saw: (await noticeOf(2025))?.version ?? 0, reason: '录错年份' })
    const { calendar: now } = await served.town.book()
    expect([now.version === calendar.version, now.years.has(2025)]).toEqual([false, false])
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
  })
})

test('a recount that was cut short is made up for once, by whoever looks next', async () => {
  const entry = await found('2023-07-03')
  const notice = await noticeOf(2023)
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'correct', verb: 'calendar.enter', ledger: 'zhenwu-calendar', entry: notice?.entry ?? 0, saw: notice?.version ?? 0, set: { off: JSON.stringify([...(notice?.off ?? []), '2023-07-05']) } }] }))
  expect(await recountWhereNeeded(served.town)).toBeGreaterThan(0)
  expect(await recountWhereNeeded(served.town)).toBe(0)
  expect((await by(order).ok(readMatter, { ledger: 'hazard', entry })).moves).toMatchObject([{ reason: '工作日历更新' }])
})
