import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tally } from '../../src/core/journal/tally.ts'
import { atLeast, cohort, count, distinct, oneOf, stock, sum } from '../../src/core/measure/builders.ts'
import type { Definition, Measure } from '../../src/core/measure/measure.ts'
import { seriesOf } from '../../src/core/measure/series.ts'
import type { Decimal } from '../../src/core/quantity/decimal.ts'
import { plus } from '../../src/core/quantity/decimal.ts'
import type { Day } from '../../src/core/time/day.ts'
import { monthOf } from '../../src/core/time/month.ts'
import { period } from '../../src/core/time/period.ts'
import { loadBook } from '../../src/store/book.ts'
import { figureScope, readFigures } from '../../src/store/figures.ts'
import { recountAside } from '../../src/store/recount.ts'
import { declareMeasure } from '../../src/store/redefine.ts'
import { onSnapshot } from '../../src/store/snapshot.ts'
import type { Town } from '../../src/store/town.ts'
import { declareAll } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { randomOf, someSet } from '../builders/random-history.ts'
import { smallMeasures, smallTown } from '../builders/small-town.ts'
import { clock, closeMonth, entriesOfLedger, livingEntries, moveOrgs, someReported } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** A redefinition's balances equal a recount under the new definition; before its number the old one still speaks (BOOK §9). */
const definitions: readonly (readonly [string, Definition])[] = [
  ['sales', count('sale', atLeast('head', '2000'))],
  ['pigs', sum('sale', 'head', oneOf('kind', 'pig', 'sheep'))],
  ['money', sum('sale', 'head')],
  ['devices-on', stock('device', oneOf('state', 'off'))],
  ['device-value', stock('device', oneOf('state', 'on'), 'value')],
  ['cases-closed', cohort('case', 'found')],
  ['households', distinct('visit', ['household', 'org'])],
]
const queries = ['town', 'east', 'v1', 'v3'].flatMap((org) => ['2022H1', '2022H2', '2023H1', '2022-05'].map((key) => ({ org, period: period(key), cutoff: period(key).to })))

describe.each([3, 10])('a random history of seed %i', (seed) => {
  let place: FreshDatabase
  let town: Town
  let random: () => number

  const go = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step += 1) {
      const living = await livingEntries(town)
      const sets = Array.from({ length: 4 }, () => someSet(random, living))
      await Promise.all([...sets, { by: { person: 2 }, changes: [someReported(random)] }].map((set) => town.commit(set)))
    }
  }

  beforeAll(async () => {
    place = await freshDatabase()
    town = await smallTown(place.database, 'town_small', clock())
    random = randomOf(seed)
    await go(15)
    await closeMonth(town)
    await moveOrgs(town)
  })
  afterAll(async () => {
    await town.close()
    await place.drop()
  })

  test.each(definitions)('%s counted in the writer', async (key, definition) => {
    const measure = redefined(key, definition)
    await replaced(key, async () => declareAll(town, [], [measure]))
    await go(2)
    await equalsRecount(measure)
    await declareAll(town, [], [redefined(key)])
    await equalsRecount(redefined(key))
  })

  test.each(definitions)('%s counted aside', async (key, definition) => {
    const measure = redefined(key, definition)
    await replaced(key, async () => accepted(await declareMeasure(town, measure, { person: 1 })))
    await go(2)
    await equalsRecount(measure)
    accepted(await declareMeasure(town, redefined(key), { person: 1 }))
    await equalsRecount(redefined(key))
  })

  test.each(definitions)('%s counted aside while the town goes on writing', async (key, definition) => {
    const measure = redefined(key, definition)
    const prepared = await onSnapshot(town.db, async (client) => recountAside(client, town.schema, await loadBook(client, town.schema), measure))
    await go(4)
    await replaced(key, async () => accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'declare', verb: 'measure.declare', declaration: { kind: 'measure', measure } }] }, { prepared })))
    await equalsRecount(measure)
    await go(2)
    await equalsRecount(measure)
    accepted(await declareMeasure(town, redefined(key), { person: 1 }))
  })

  test('writes that arrive during a redefinition are counted', async () => {
    const measure = redefined('pigs', sum('sale', 'head'))
    const living = await livingEntries(town)
    const sets = Array.from({ length: 10 }, () => someSet(random, living))
    await Promise.all([declareMeasure(town, measure, { person: 1 }), ...sets.map((set) => town.commit(set))])
    expect((await town.book()).declared.measures.get('pigs')).toEqual(measure)
    await equalsRecount(measure)
  })

  test('a measure that cannot be counted is refused', async () => {
    expect(await declareMeasure(town, redefined('pigs', sum('sale', 'weight')), { person: 1 })).toMatchObject({ refused: true, code: 'bad-declaration' })
  })

  /** Figures before the takeover stay what they were. */
  const replaced = async (key: string, act: () => Promise<unknown>): Promise<void> => {
    const { head } = await town.book()
    const before = await figures(key, head)
    await act()
    expect((await town.book()).head).toBe(head + 1)
    expect(await figures(key, head)).toEqual(before)
  }

  const figures = async (key: string, asOf: number): Promise<readonly unknown[]> => {
    const book = await town.book()
    const told: unknown[] = []
    for (const query of queries)
      for (const { measure, exact, rows, version } of await readFigures(place.database.pool, await figureScope(place.database.pool, town.schema, book, { ...query, asOf, measures: [key] }))) told.push({ measure, exact, rows, version, org: query.org, period: query.period.key })
    return told
  }

  /** Balances, or counted keys, of the newest version against a count of the entries from nothing. */
  const equalsRecount = async (measure: Measure): Promise<void> => {
    const book = await town.book()
    const version = book.versions.findLast((each) => each.measure.key === measure.key)
    const tally = new Tally()
    for (const each of seriesOf(measure, 1, book.declared.ledgers)) for (const entry of await entriesOfLedger(town, each.ledger)) tally.post(each, undefined, entry, 1)
    const expected = new Map<string, { amount: Decimal; rows: number }>()
    for (const { org, day, cohort: found, amount, rows } of tally.cells.values()) {
      const id = `${monthOf(day)}|${org}|${found ?? ''}`
      const known = expected.get(id)
      expected.set(id, known === undefined ? { amount, rows } : { amount: plus(known.amount, amount), rows: known.rows + rows })
    }
    const { rows } = await place.database.pool.query<{ month: number; org: string; cohort: number; amount: Decimal; rows: number }>(
      `select month, org, cohort, trim_scale(amount) as amount, rows from ${town.schema}.balances where series = $1 and (amount <> 0 or rows <> 0)`,
      [version?.series],
    )
    const monthText = (month: number): string => `${String(month).slice(0, 4)}-${String(month).slice(4)}`
    const kept = new Map(rows.map((row) => [`${monthText(row.month)}|${row.org}|${row.cohort === 0 ? '' : monthText(row.cohort)}`, { amount: row.amount, rows: row.rows }]))
    expect(kept.size).toBeGreaterThan(5)
    expect(kept).toEqual(new Map([...expected].filter(([, { amount, rows: count }]) => amount !== '0' || count !== 0)))
    if (measure.definition.kind === 'distinct') await equalsKeys([...tally.keys.values()].filter((cell) => cell.count > 0), version?.series ?? 0)
  }

  const equalsKeys = async (cells: readonly { org: string; day: Day; key: string }[], series: number): Promise<void> => {
    const book = await town.book()
    for (const { org, period: span } of queries) {
      const below = new Set(book.treeAt(span.to).subtree(org))
      const keys = new Set(cells.filter((cell) => below.has(cell.org) && span.from <= cell.day && cell.day <= span.to).map((cell) => cell.key))
      const { rows } = await place.database.pool.query<{ keys: number }>(`select keys from ${town.schema}.distinct_counts where series = $1 and frame = $2 and org = $3`, [series, span.key, org])
      expect(rows[0]?.keys ?? 0, `${org} ${span.key}`).toBe(keys.size)
    }
  }
})

const redefined = (key: string, definition?: Definition): Measure => {
  const measure = smallMeasures.find((each) => each.key === key)
  if (measure === undefined) throw new Error(key)
  return definition === undefined ? measure : { ...measure, definition }
}
