import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../src/core/ledger/change.ts'
import type { Day } from '../../src/core/time/day.ts'
import { period } from '../../src/core/time/period.ts'
import { figureScope, readFigures } from '../../src/store/figures.ts'
import type { Town } from '../../src/store/town.ts'
import { readTrace } from '../../src/store/trace.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallTown, spanOf } from '../builders/small-town.ts'
import { clock } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** Moments and cutoffs at which few look: between two changes of one group, before a period begins. The figure is what its rows are. */
let place: FreshDatabase
let town: Town
beforeAll(async () => {
  place = await freshDatabase()
  town = await smallTown(place.database, 'town_small', clock())
})
afterAll(async () => {
  await town.close()
  await place.drop()
})

const sell = (day: string, head: string): Change => ({ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day, head, kind: 'pig' })] })
const commit = async (...changes: readonly Change[]) => accepted(await town.commit({ by: { person: 1 }, reason: '核对', changes }))

/** A figure with the sum of its rows. */
const told = async (key: string, of: string, at: { readonly asOf?: number; readonly cutoff?: string } = {}): Promise<readonly [string | null, string | null]> => {
  const book = await town.book()
  const span = period(of)
  const scope = await figureScope(place.database.pool, town.schema, book, { period: span, org: 'town', cutoff: (at.cutoff ?? span.to) as Day, asOf: at.asOf ?? book.head, measures: [key] })
  const [figure] = await readFigures(place.database.pool, scope)
  if (figure === undefined) throw new Error(key)
  const trace = await readTrace(place.database.pool, scope, figure, { offset: 0, limit: 10, right: () => ({ kind: 'all', of: [] }) })
  return [figure.value, trace.total]
}

test('between two changes of a group that cancel each other, in one set and in two', async () => {
  const { numbers: [first = 0] } = await commit(sell('2023-05-02', '10'))
  const voided = (entry: number, saw = entry): Change => ({ act: 'void', verb: 'sale.void', ledger: 'sale', entry, saw })
  const { numbers: [gone = 0, back = 0] } = await commit(voided(first), sell('2023-05-02', '10'))
  expect(await told('pigs', '2023-05', { asOf: gone })).toEqual(['0', '0'])
  expect(await told('pigs', '2023-05', { asOf: back })).toEqual(['10', '10'])
  const [one, two] = await Promise.all([commit(voided(back)), commit(sell('2023-05-02', '10'))])
  expect(two.numbers[0]).toBe((one.numbers[0] ?? 0) + 1)
  expect(await told('pigs', '2023-05', { asOf: one.numbers[0] ?? 0 })).toEqual(['0', '0'])
  expect(await told('pigs', '2023-05')).toEqual(['10', '10'])
  expect((await verifyTown(place.database, town)).differences).toEqual([])
})

test('between two corrections of one entry in one set', async () => {
  const { numbers: [made = 0] } = await commit(sell('2023-07-02', '10'))
  const move = (saw: number, day: string): Change => ({ act: 'correct', verb: 'sale.correct', ledger: 'sale', entry: made, saw, set: { day } })
  const { numbers: [first = 0, second = 0] } = await commit(move(made, '2023-08-02'), move(made + 1, '2023-09-02'))
  for (const [asOf, standing] of [[made, '2023-07'], [first, '2023-08'], [second, '2023-09']] as const)
    for (const month of ['2023-07', '2023-08', '2023-09']) expect(await told('pigs', month, { asOf })).toEqual(month === standing ? ['10', '10'] : ['0', '0'])
  expect((await verifyTown(place.database, town)).differences).toEqual([])
})

test('by a cutoff before the period begins', async () => {
  await commit(sell('2022-12-05', '7'))
  expect(await told('pigs', '2023H1', { cutoff: '2022-12-15' })).toEqual(['0', '0'])
  expect(await told('sales', '2023-01', { cutoff: '2022-12-05' })).toEqual(['0', '0'])
})

test('a level that stands at a day stands once, by whatever name its period goes', async () => {
  const output = (of: string): Change => ({ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ measure: 'output', org: 'town', period: of, day: '2023-06-30', value: '100', status: 'flash', source: '统计站' })] })
  await commit(output('2023H1'))
  expect(await town.commit({ by: { person: 1 }, changes: [output('2023-01..2023-06')] })).toMatchObject({ refused: true, code: 'not-unique' })
  expect(await told('output', '2023H1')).toEqual(['100', '100'])
})
