import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { pick, randomOf } from '../../test/builders/random-history.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, servedTown } from '../../test/harness/served-town.ts'
import { linkMatter } from '../api/matter-tie.ts'
import type { Day } from '../core/time/day.ts'
import { day } from '../core/time/day.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { bounceMatters } from './matter/matter-upkeep.ts'

/** The clock of the machine is put back, by a day and by a year, while people take steps: the town date and the instants of the journal with it. */
const clock = { today: day('2023-07-03') }
const served = servedTown({ today: () => clock.today }, { now: () => `${clock.today}T09:00:00.000Z` })
const { take, takes, found, photo, fixing, read } = handledHazards(served)
const days = [day('2023-07-03'), day('2023-07-02'), day('2022-07-03')]

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
})

const at = async <Result>(today: Day, act: () => Promise<Result>): Promise<Result> => {
  clock.today = today
  try {
    return await act()
  } finally {
    clock.today = day('2023-07-03')
  }
}
const stepDays = async (entry: number) => (await read(entry)).actions.map((action) => [action.step, action.day])
/** The journal's rows are numbered without a gap, and none was recorded before the one it follows. */
const journalStands = async (): Promise<void> => {
  const { rows } = await served.town.db.pool.query<{ number: string; recorded_at: string }>(`select number, recorded_at from ${served.town.schema}.journal order by number`)
  expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, index) => index + 1))
  for (const [index, row] of rows.entries()) expect(Date.parse(row.recorded_at)).toBeGreaterThanOrEqual(Date.parse(rows[index - 1]?.recorded_at ?? row.recorded_at))
}

test.each(days.slice(1))('put back to %s, a step is taken on the day of the last one, and said to be', async (back) => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  await at(back, async () => {
    await takes('farm', 'sign', entry)
    badFields(await take('farm', 'mend', entry, { note: '已修', files: await photo('farm') }, { day: '2023-07-02' }), { day: 'clock-day-before' })
    badFields(await take('farm', 'mend', entry, { note: '已修', files: await photo('farm') }, { day: '2023-07-04' }), { day: 'clock-day-ahead' })
    await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm') }, { day: '2023-07-03' })
  })
  await takes('order', 'strike', entry, { note: '好', files: await photo('order') })
  expect(await stepDays(entry)).toEqual(['assign', 'sign', 'mend', 'strike'].map((step) => [step, '2023-07-03']))
  expect((await read(entry)).clocks.map(({ standing }) => standing)).toEqual(['in-time', 'in-time', 'in-time', 'in-time'])
  await journalStands()
})

test('a matter entered with a day to come takes its first step on that day, and once that is put right at once, though it was linked before', async () => {
  const [entry, wrong] = [await found({ day: '2023-07-04' }), await found({ day: '2032-07-03' })]
  const assign = (matter: number) => take('order', 'assign', matter, { to_org: 'farm', note: '整改' })
  badFields(await assign(entry), { day: 'clock-day-before' })
  await at(day('2023-07-04'), async () => expect((await assign(entry)).status).toBe(200))
  await (await served.as('order')).ok(linkMatter, { ledger: 'hazard', entry: wrong, otherLedger: 'hazard', other: entry, kind: 'related', note: '同一处' })
  badFields(await assign(wrong), { day: 'clock-day-before' })
  const { version } = await read(wrong)
  expect((await (await served.as('order')).post('hazard.correct', { entry: wrong, saw: version, set: { day: '2023-07-03' }, reason: '年份有误' })).status).toBe(200)
  expect((await assign(wrong)).status).toBe(200)
  expect(await stepDays(wrong)).toEqual([['zhenwu-link', '2023-07-03'], ['assign', '2023-07-03']])
})

test('a hand-over is not taken back before its time because the clock ran ahead and was put right', async () => {
  const entry = await fixing()
  await takes('farm', 'hand-over', entry, { to_org: 'east', note: '属东片' })
  expect(await at(day('2022-07-03'), () => bounceMatters(served.town, clock.today))).toBe(0)
  expect((await read(entry)).asked?.org.code).toBe('east')
})

test('put back and forth under many at once, no step is lost and none stands before the one it follows', async () => {
  const random = randomOf(20230703)
  const entries = await Promise.all(Array.from({ length: 12 }, () => found()))
  const answered = new Map(entries.map((entry) => [entry, 0]))
  for (const [login, step] of [['order', 'assign'], ['farm', 'sign'], ['farm', 'note'], ['order', 'nudge'], ['farmer', 'note']] as const) {
    const answers = await Promise.all(
      entries.map(async (entry) => {
        clock.today = pick(random, days)
        return [entry, await take(login, step, entry, step === 'assign' ? { to_org: 'farm', note: '整改' } : step === 'sign' ? {} : { note: '在办' })] as const
      }),
    )
    for (const [entry, { status, body }] of answers) {
      if (status === 200) answered.set(entry, (answered.get(entry) ?? 0) + 1)
      else badFields({ status, body, headers: {}, bytes: Buffer.alloc(0) }, { day: 'clock-day-before' })
    }
  }
  clock.today = day('2023-07-03')
  for (const entry of entries) {
    const taken = await stepDays(entry)
    expect(taken).toHaveLength(answered.get(entry) ?? 0)
    expect(taken.map(([, on]) => on)).toEqual(taken.map(([, on]) => on).toSorted())
  }
  expect([...answered.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(12)
  await journalStands()
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
