import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'
import { enterCalendar, readCalendar } from '../api/calendar.ts'
import { readProcedure } from '../api/procedure.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { withProcedure } from '../core/matter/change-procedure.ts'
import type { Procedure, Step } from '../core/matter/procedure.ts'
import { words } from '../core/words.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { recountMatters } from './matter/recount-matters.ts'

/** A procedure is changed twice on Monday, 3 July 2023, while hazards stand in each of its states; then a notice of holidays moves them all. */
const served = servedTown()
const { as, take, takes, found, photo, fixing, checking, read } = handledHazards(served)

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
})

/** Declares the hazards anew by the screen's own way. */
const changed = async (reason: string, change: (procedure: Procedure) => Procedure): Promise<void> => {
  const office = await as('office')
  const { ledger, saw } = await office.ok(readProcedure, { ledger: 'hazard' })
  if (ledger.procedure === undefined) throw new Error('no procedure')
  const answer = await office.post('ledger.declare', { ledger: withProcedure(ledger as Ledger, change(ledger.procedure as Procedure)), saw, reason })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
}
const talk: Step = { key: 'talk', title: words('约谈', 'Talk'), from: ['fixing'], who: [{ is: 'keeper' }], asks: [{ key: 'note', title: words('内容', 'Said'), kind: 'note', required: true }], effects: [{ do: 'nudge' }] }
const longer = (procedure: Procedure): Procedure => ({
  ...procedure,
  acceptWithin: 3,
  steps: [...procedure.steps.filter(({ key }) => key !== 'note').map((step) => (step.key === 'mend' ? { ...step, title: words('报整改完成', 'Report done') } : step)), talk],
  clocks: procedure.clocks.map((clock) => (clock.key === 'fix' ? { ...clock, limits: clock.limits.map((limit) => ({ ...limit, value: limit.value + 20 })) } : clock)),
})
const shorter = (procedure: Procedure): Procedure => ({ ...procedure, clocks: procedure.clocks.map((clock) => (clock.key === 'check' ? { ...clock, limits: clock.limits.map((limit) => ({ ...limit, value: 1 })) } : clock)) })
const assigned = async (): Promise<number> => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  return entry
}
const each = async () => ({ found: await found(), assigned: await assigned(), fixing: await fixing(), checking: await checking() })
const legal = async (entry: number, key: string) => (await read(entry)).clocks.find((clock) => clock.key === key)?.legal
const columns = async (entry: number) => (await served.town.db.pool.query<{ due: string; due_clock: string; steps: string }>(`select due, due_clock, steps from ${served.town.schema}.ledger_hazard where id = $1`, [entry])).rows[0]
const differences = async () => (await verifyTown(served.town.db, served.town)).differences
const finish = async (entry: number, from: 'found' | 'assigned' | 'fixing' | 'checking'): Promise<void> => {
  if (from === 'found') await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  if (from === 'found' || from === 'assigned') await takes('farm', 'sign', entry)
  if (from !== 'checking') await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm') })
  await takes('order', 'strike', entry, { note: '好', files: await photo('order') })
}

test('matters of three versions keep to their own, through steps, a notice of holidays and a recount', async () => {
  const first = await each()
  await changed('延长整改期限', longer)
  const second = await each()
  await changed('当日核查', shorter)
  const third = await each()

  expect(await Promise.all([first, second, third].map(async ({ fixing: entry }) => [await legal(entry, 'fix'), (await read(entry)).steps.some(({ key }) => key === 'talk'), (await read(entry, 'farm')).steps.some(({ key }) => key === 'note')]))).toEqual([['2023-07-18', false, true], ['2023-08-07', true, false], ['2023-08-07', true, false]])
  expect(await Promise.all([first, second, third].map(({ checking: entry }) => legal(entry, 'check')))).toEqual(['2023-07-06', '2023-07-06', '2023-07-04'])
  refused(await take('order', 'talk', first.fixing, { note: '抓紧' }), 404, 'matter-step-unknown')
  refused(await take('farm', 'note', second.fixing, { note: '在办' }), 404, 'matter-step-unknown')
  await takes('farm', 'note', first.fixing, { note: '在办' })
  for (const { fixing: entry } of [second, third]) await takes('order', 'talk', entry, { note: '抓紧' })
  for (const entry of [first.fixing, second.fixing, third.fixing]) await takes('farm', 'hand-over', entry, { to_org: 'east', note: '属东片' })
  expect(await Promise.all([first, second, third].map(async ({ fixing: entry }) => (await read(entry)).asked?.until))).toEqual(['2023-07-04', '2023-07-06', '2023-07-06'])
  expect(await differences()).toEqual([])

  const office = await as('office')
  const standing = (await office.ok(readCalendar, {})).notices.find(({ year }) => year === 2023)
  if (standing === undefined) throw new Error('no notice of 2023')
  const { moved } = await office.ok(enterCalendar, { text: JSON.stringify({ off: [...standing.off, '2023-07-04', '2023-07-18', '2023-08-07', '2023-10-01'], work: standing.work }), year: 2023, day: '2023-07-03', source: '镇通知〔2023〕1号', saw: standing.version, reason: '台风停工' })
  expect(moved).toBe(12)
  expect(await Promise.all([first, second, third].map(({ fixing: entry }) => legal(entry, 'fix')))).toEqual(['2023-07-19', '2023-08-08', '2023-08-08'])
  expect(await Promise.all([first, second, third].map(({ checking: entry }) => legal(entry, 'check')))).toEqual(['2023-07-07', '2023-07-07', '2023-07-05'])
  for (const { found: entry, fixing: under } of [first, second, third]) expect([await columns(entry), await columns(under)]).toMatchObject([{ due: '2023-07-05', due_clock: 'assign' }, { due: await legal(under, 'fix'), due_clock: 'fix' }])
  expect(await recountMatters(served.town, '复算')).toBe(0)
  expect(await differences()).toEqual([])

  for (const set of [first, second, third]) for (const state of ['found', 'assigned', 'fixing', 'checking'] as const) await finish(set[state], state)
  const { rows } = await served.town.db.pool.query(`select distinct state, on_time from ${served.town.schema}.ledger_hazard`)
  expect(rows).toEqual([{ state: 'closed', on_time: true }])
  expect(await differences()).toEqual([])
})
