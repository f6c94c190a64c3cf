import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/journal/fold.ts'
import type { ChangeSet } from '../../src/core/ledger/change.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { randomOf, someSet } from '../builders/random-history.ts'
import { smallTown, spanOf } from '../builders/small-town.ts'
import { bookTables, tableRows } from '../builders/table-rows.ts'
import { clock, closeMonth, livingEntries, moveOrgs, someReported } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** Change sets that commit together leave what they leave one by one (BOOK §3). */
let place: FreshDatabase
beforeAll(async () => {
  place = await freshDatabase(8)
})
afterAll(() => place.drop())

/** What depends on the clock, and what follows from it. */
const clockwork = ['recorded_at', 'hash', 'previous']

describe.each([6, 9, 12])('a random history of seed %i', (seed) => {
  const groups: number[] = []
  let together: Town
  let apart: Town

  beforeAll(async () => {
    together = await smallTown(place.database, `town_together_${seed}`, clock())
    apart = await smallTown(place.database, `town_apart_${seed}`, clock())
    const random = randomOf(seed)
    for (let step = 0; step < 25; step += 1) {
      if (step === 8) await Promise.all([closeMonth(together), closeMonth(apart)])
      if (step === 14) await Promise.all([moveOrgs(together), moveOrgs(apart)])
      const living = await livingEntries(together)
      const sets: ChangeSet[] = Array.from({ length: 12 }, () => someSet(random, living))
      sets.splice(Math.floor(random() * 12), 0, { by: { person: 2 }, changes: [someReported(random), someReported(random)] })
      const outcomes = await Promise.all(sets.map((set) => together.commit(set)))
      groups.push(outcomes.filter((outcome) => !isRefusal(outcome)).length)
      const single: Outcome[] = []
      for (const set of sets) single.push(await apart.commit(set))
      expect(outcomes).toEqual(single)
    }
  })
  afterAll(() => Promise.all([together.close(), apart.close()]))

  test('every table is the same', async () => {
    const tables = await bookTables(place.database.pool, together.schema)
    for (const table of tables) expect(await tableRows(place.database.pool, together.schema, table, clockwork), table).toEqual(await tableRows(place.database.pool, apart.schema, table, clockwork))
  })

  test('some sets were refused and most groups held several', async () => {
    expect(Math.max(...groups)).toBeGreaterThan(4)
    expect(groups.some((taken) => taken < 13)).toBe(true)
    expect(await instantsOf(together)).toBeLessThan((await instantsOf(apart)) / 2)
  })
})

describe('in one group', () => {
  let town: Town
  beforeAll(async () => {
    town = await smallTown(place.database, 'town_one', clock())
  })
  afterAll(() => town.close())

  const sale = (note: string): ChangeSet => ({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-01-05', head: '3', kind: 'pig', note })] }] })
  const output = (value: string): ChangeSet => ({ by: { person: 1 }, changes: [{ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ measure: 'output', org: 'town', period: '2023-01', day: '2023-01-31', value, status: 'flash', source: '统计站' })] }] })

  test('a set refused in the fold leaves its neighbours committed', async () => {
    const [made] = accepted(await town.commit(sale('first'))).entries
    if (made === undefined) throw new Error('no entry')
    const correct: ChangeSet = { by: { person: 1 }, reason: '核对', changes: [{ act: 'correct', verb: 'sale.correct', ledger: 'sale', entry: made.id, saw: made.version, set: { head: '5' } }] }
    const outcomes = await Promise.all([sale('before'), correct, correct, sale('after')].map((set) => town.commit(set)))
    expect(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : 'taken'))).toEqual(['taken', 'taken', 'stale-version', 'taken'])
    expect(await sumOf('pigs')).toBe('11')
  })

  test('a set whose key is taken is refused and leaves its neighbours committed', async () => {
    const before = (await town.book()).head
    const outcomes = await Promise.all([sale('before'), output('10'), output('11'), sale('after')].map((set) => town.commit(set)))
    expect(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : 'taken'))).toEqual(['taken', 'taken', 'not-unique', 'taken'])
    expect((await town.book()).head).toBe(before + 3)
    expect(await sumOf('pigs')).toBe('17')
  })

  test('a set the database cannot store fails alone and leaves its neighbours committed', async () => {
    const outcomes = await Promise.allSettled([sale('before'), sale('nul \u0000'), sale('after')].map((set) => town.commit(set)))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await sumOf('pigs')).toBe('23')
  })

  test('a set that voids an entry may enter its key again', async () => {
    const [made] = accepted(await town.commit({ ...output('12'), changes: [{ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ measure: 'output', org: 'town', period: '2023-01..2023-02', day: '2023-02-28', value: '12', status: 'flash', source: '统计站' })] }] })).entries
    if (made === undefined) throw new Error('no entry')
    const again: ChangeSet = {
      by: { person: 1 },
      approvedBy: 2,
      reason: '重报',
      changes: [
        { act: 'void', verb: 'reported.void', ledger: 'reported', entry: made.id, saw: made.version },
        { act: 'create', verb: 'reported.create', ledger: 'reported', spans: made.spans },
      ],
    }
    expect(isRefusal(await town.commit(again))).toBe(false)
    expect(await sumOf('output')).toBe('22')
  })

  test('a declaration that comes with entries is refused', async () => {
    const measure = (await town.book()).declared.measures.get('pigs')
    if (measure === undefined) throw new Error('pigs')
    const mixed: ChangeSet = { by: { person: 1 }, changes: [...sale('mixed').changes, { act: 'declare', verb: 'measure.declare', declaration: { kind: 'measure', measure } }] }
    expect(await town.commit(mixed)).toMatchObject({ refused: true, code: 'bad-declaration' })
  })

  const sumOf = async (measure: string): Promise<string | undefined> => {
    const { rows } = await place.database.pool.query<{ amount: string }>(`select trim_scale(sum(amount)) as amount from town_one.balances join (select series from town_one.declarations where key = $1) s using (series)`, [measure])
    return rows[0]?.amount
  }
})

/** A group is recorded at one instant. */
const instantsOf = async (town: Town): Promise<number> => {
  const { rows } = await place.database.pool.query<{ count: number }>(`select count(distinct recorded_at)::int as count from ${town.schema}.journal where number > 40`)
  return rows[0]?.count ?? 0
}
