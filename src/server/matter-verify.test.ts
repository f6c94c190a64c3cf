import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { servedTown } from '../../test/harness/served-town.ts'
import { hazard as hazardPlan } from '../packs/zhejiang-town/procedures/hazard.ts'
import { declareAll, installation } from '../store/town.ts'
import type { Difference } from '../store/verify/difference.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { accepted } from '../store/writer.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { recountMatters } from './matter/recount-matters.ts'

const served = servedTown()
const { found, fixing, checking, takes, photo, read } = handledHazards(served)
const matters = async (): Promise<readonly Omit<Difference, 'kind'>[]> => (await verifyTown(served.town.db, served.town)).differences.filter(({ kind }) => kind === 'matter').map(({ where, expected, found: told }) => ({ where, expected, found: told }))
const run = (text: string): Promise<unknown> => served.town.db.pool.query(text.replaceAll('@', `"${served.town.schema}".`))
const columns = async (entry: number, ...keys: readonly string[]): Promise<unknown> => (await served.town.db.pool.query(`select ${keys.join(', ')} from ${served.town.schema}.ledger_hazard where id = $1`, [entry])).rows[0]
const correct = async (entry: number, set: Readonly<Record<string, string>>): Promise<void> => {
  const answer = await (await served.as('order')).post('hazard.correct', { entry, saw: (await read(entry)).version, set, reason: '登记有误' })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
}

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
})

describe('a matter whose entry is corrected', () => {
  test('has the limits of its new first day, before its first step and after others', async () => {
    const [untouched, under] = [await found(), await fixing()]
    await correct(untouched, { day: '2023-06-20' })
    await correct(under, { day: '2023-06-01' })
    expect(await columns(untouched, 'due', 'safe_due')).toEqual({ due: '2023-06-25', safe_due: '2023-06-25' })
    expect((await read(under)).clocks.find(({ key }) => key === 'assign')).toMatchObject({ start: '2023-06-01', standing: 'late' })
    expect(await matters()).toEqual([])
  })

  test('has the clocks of its new kind, and keeps what its steps wrote', async () => {
    const entry = await checking()
    await takes('order', 'strike', entry, { note: '已消除', files: await photo('order') })
    await correct(entry, { level: 'major' })
    expect(await columns(entry, 'state', 'closed', 'settled', 'steps', 'on_time')).toEqual({ state: 'closed', closed: '2023-07-03', settled: '2023-07-03', steps: '4', on_time: true })
    expect((await read(entry)).clocks.map(({ key }) => key)).toContain('fix-major')
    expect(await matters()).toEqual([])
  })
})

describe('verify holds every column of a matter to its steps', () => {
  /** Spoils the book, expects the differences, and puts it back. */
  const names = async (entry: number, spoil: string, mend: string, expected: readonly Omit<Difference, 'kind'>[]): Promise<void> => {
    await run(spoil.replaceAll('ENTRY', String(entry)))
    expect(await matters()).toEqual(expected)
    await run(mend.replaceAll('ENTRY', String(entry)))
    expect(await matters()).toEqual([])
  }

  test('and names a state, a due day and a settling day changed by hand', async () => {
    const entry = await fixing()
    const at = `hazard #${entry}`
    await names(entry, `update @ledger_hazard set state = 'found' where id = ENTRY`, `update @ledger_hazard set state = 'fixing' where id = ENTRY`, [{ where: `${at} state`, expected: 'fixing', found: 'found' }])
    const { due } = (await columns(entry, 'due')) as { due: string }
    await names(entry, `update @ledger_hazard set due = '2024-01-02' where id = ENTRY`, `update @ledger_hazard set due = '${due}' where id = ENTRY`, [{ where: `${at} due`, expected: due, found: '2024-01-02' }])
    await names(entry, `update @ledger_hazard set settled = '2023-07-03' where id = ENTRY`, `update @ledger_hazard set settled = null where id = ENTRY`, [{ where: `${at} settled`, expected: '', found: '2023-07-03' }])
  })

  test('and a step that was taken out, or put in', async () => {
    const entry = await fixing()
    const at = `hazard #${entry}`
    await run(`create table @kept as select * from @ledger_zhenwu_action where matter = ${entry}`)
    await run(`delete from @ledger_zhenwu_action where matter = ${entry} and step = 'sign'`)
    expect((await matters()).map(({ where }) => where)).toEqual(expect.arrayContaining([`${at} state`, `${at} steps`, `${at} handler`]))
    await run(`insert into @ledger_zhenwu_action select * from @kept where step = 'sign'`)
    expect(await matters()).toEqual([])
    await run(`insert into @ledger_zhenwu_action (id, span, version, void, ledger, matter, number, step, day, person, org) select 9999999, 0, 9999999, false, ledger, matter, 3, 'nudge', day, person, org from @kept where step = 'sign'`)
    expect((await matters()).map(({ where, expected }) => [where, expected])).toEqual([[`${at} nudged`, '1'], [`${at} steps`, '3']])
    await run('delete from @ledger_zhenwu_action where id = 9999999; drop table @kept')
  })

  test('and the number of the journal at which a column was wrong, though it was put right since', async () => {
    const entry = await fixing()
    const { version } = await read(entry)
    const [wrong] = accepted(await served.town.commit({ by: installation, changes: [{ act: 'step', verb: 'hazard.recount', ledger: 'hazard', entry, saw: version, calendar: (await served.town.book()).calendar.version, set: { due: '2024-01-02' as never } }] })).numbers
    expect((await matters()).map(({ where }) => where)).toEqual([`hazard #${entry} due`])
    expect(await recountMatters(served.town, '复算')).toBe(1)
    expect((await matters()).map(({ where, found: told }) => [where, told])).toEqual([[`hazard #${entry} at #${wrong} due`, '2024-01-02']])
  })
})

test('matters keep to their own procedure and to who kept the ledger then, through two new versions of it', async () => {
  const before = await matters()
  const entry = await fixing()
  const longer = { ...hazardPlan.procedure, clocks: hazardPlan.procedure.clocks.map((clock) => (clock.key === 'fix' ? { ...clock, limits: clock.limits.map((limit) => ({ ...limit, value: 90 })) } : clock)) }
  await declareAll(served.town, [hazardLedger(longer, { owner: 'east' })], [])
  const { steps: _, ...rest } = longer
  await declareAll(served.town, [hazardLedger({ ...rest, steps: longer.steps.filter(({ key }) => key !== 'note') }, { owner: 'east' })], [])
  expect((await read(entry, 'office')).clocks.find(({ key }) => key === 'fix')?.legal).toBe('2023-07-18')
  await takes('farm', 'note', entry, { note: '在办' })
  await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm') })
  const next = await found()
  expect((await read(next, 'office')).holder.code).toBe('east')
  expect(await matters()).toEqual(before)
})
