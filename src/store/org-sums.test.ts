import { afterAll, beforeAll, expect, test } from 'vitest'
import { toldTown } from '../../test/builders/told-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import type { FreshDatabase } from '../../test/harness/town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import type { Sum } from '../core/measure/figure.ts'
import { windowOf } from '../core/measure/window.ts'
import { sum, ZERO } from '../core/quantity/decimal.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import { figureScope, readFigures } from './figures.ts'
import { readOrgSums } from './org-sums.ts'
import type { Town } from './town.ts'
import { accepted } from './writer.ts'

const held: { fresh?: FreshDatabase; town?: Town } = {}
beforeAll(async () => {
  const fresh = await freshDatabase()
  Object.assign(held, { fresh, town: await toldTown(fresh.database) })
})
afterAll(async () => {
  await held.town?.close()
  await held.fresh?.drop()
})

const townOf = (): Town => {
  if (held.town === undefined) throw new Error('no town yet')
  return held.town
}

const posting = ['sales', 'pigs', 'money', 'devices-on', 'cases-found', 'cases-closed', 'households', 'output']

/** What each org adds to every posting measure, beside the figure itself, up to a cutoff as the book knew it. */
const read = async (cutoff: string, asOf?: number, org = 'town') => {
  const { db, schema } = townOf()
  const book = await townOf().book()
  const span = period('2023H1')
  const scope = await figureScope(db.pool, schema, book, { period: span, org, cutoff: cutoff as Day, asOf: asOf ?? book.head, measures: posting })
  const slots = posting.flatMap((measure) => {
    const definition = scope.measures.get(measure)?.definition
    const window = definition === undefined || definition.kind === 'formula' ? undefined : windowOf(definition, span, cutoff as Day, 'cutoff')
    return window === undefined ? [] : [{ measure, window }]
  })
  const sums = await readOrgSums(db.pool, scope, slots)
  const figures = new Map((await readFigures(db.pool, scope)).map((figure) => [figure.measure, figure]))
  return slots.map((slot) => ({ measure: slot.measure, orgs: Object.fromEntries([...sums(slot)].sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, Sum>, figure: figures.get(slot.measure) }))
}

test.each(['2023-06-30', '2023-03-15'])('what the orgs add up to by %s is the figure, in its amount and its rows', async (cutoff) => {
  for (const { measure, orgs, figure } of await read(cutoff)) expect([measure, sum(Object.values(orgs).map(({ amount }) => amount)), Object.values(orgs).reduce((rows, each) => rows + each.rows, 0)]).toEqual([measure, figure?.exact ?? ZERO, figure?.value === null ? 0 : figure?.rows])
})

test('each org has its own, and no other', async () => {
  const pigs = (await read('2023-06-30')).find(({ measure }) => measure === 'pigs')?.orgs
  expect(pigs).toEqual({ v1: { amount: '3', rows: 1 }, v2: { amount: '5', rows: 1 }, v3: { amount: '2', rows: 1 } })
  expect(Object.keys((await read('2023-06-30', undefined, 'east')).find(({ measure }) => measure === 'pigs')?.orgs ?? {})).toEqual(['v1', 'v2'])
})

test('the rows as the book knew them tell what the balances told then', async () => {
  const before = await read('2023-06-30')
  const { head } = await townOf().book()
  accepted(await townOf().commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-05-05', head: '40', kind: 'pig' })] }] }))
  expect((await read('2023-06-30', head)).map(({ measure, orgs }) => [measure, orgs])).toEqual(before.map(({ measure, orgs }) => [measure, orgs]))
  expect((await read('2023-06-30')).find(({ measure }) => measure === 'pigs')?.orgs['v1']).toEqual({ amount: '43', rows: 2 })
})
