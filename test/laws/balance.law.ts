import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compilePredicate } from '../../src/core/access/predicate.ts'
import type { Predicate } from '../../src/core/access/predicate.ts'
import { evaluate, settle } from '../../src/core/measure/figure.ts'
import type { Reported, ReportedFact, Slot, Sum } from '../../src/core/measure/figure.ts'
import { seriesOf } from '../../src/core/measure/series.ts'
import { inWindow } from '../../src/core/measure/window.ts'
import { plus, sum, ZERO } from '../../src/core/quantity/decimal.ts'
import type { Decimal } from '../../src/core/quantity/decimal.ts'
import { addDays } from '../../src/core/time/day.ts'
import { period } from '../../src/core/time/period.ts'
import { eachEntry } from '../../src/store/each-entry.ts'
import { figureScope, readFigures } from '../../src/store/figures.ts'
import type { FigureScope } from '../../src/store/figures.ts'
import { entriesAsOf } from '../../src/store/recount.ts'
import type { Town } from '../../src/store/town.ts'
import { readTrace } from '../../src/store/trace.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { smallTown } from '../builders/small-town.ts'
import { pick, randomOf, someDay, someSet } from '../builders/random-history.ts'
import { enterSource } from '../builders/source-entry.ts'
import { clock, closeMonth, livingEntries, moveOrgs, someStated } from '../builders/town-history.ts'
import { freshDatabase } from '../harness/town.ts'
import type { FreshDatabase } from '../harness/town.ts'

/**
 * balance = sum of postings = full recount = visible rows + withheld rows, for every measure, org, period,
 * cutoff and as-of, over random histories with corrections, voids, backdating, closed months, org moves and values
 * stated in a document.
 */
const seeds = [1, 2, 3, 5, 8]
const periods = ['2022H1', '2022H2', '2023H1', '2022Q3', '2022-05', '2022', '2023-01..2023-02', '2021H1']
const orgs = ['town', 'east', 'v1', 'v3', 'farm']

describe.each(seeds)('a random history of seed %i', (seed) => {
  const schema = 'town_small'
  let place: FreshDatabase
  let town: Town
  const marks: number[] = []

  beforeAll(async () => {
    place = await freshDatabase()
    town = await smallTown(place.database, schema, clock())
    const random = randomOf(seed)
    const source = await enterSource(town, '历年数字')
    for (let step = 0; step < 40; step += 1) {
      const living = await livingEntries(town)
      if (step === 15) await closeMonth(town)
      if (step === 25) await moveOrgs(town)
      const sets = Array.from({ length: 1 + Math.floor(random() * 4) }, () => someSet(random, living))
      await Promise.all([...sets, ...(await someStated(town, random, source))].map((set) => town.commit(set)))
      marks.push((await town.book()).head)
    }
  })
  afterAll(async () => {
    await town.close()
    await place.drop()
  })

  test('every figure equals its recount and its rows', async () => {
    const random = randomOf(seed + 100)
    const book = await town.book()
    let stoodIn = 0
    for (let round = 0; round < 30; round += 1) {
      const span = period(pick(random, periods))
      const org = pick(random, orgs)
      const cutoff = random() < 0.5 ? span.to : random() < 0.5 ? addDays(span.to, -Math.floor(random() * 60)) : addDays(span.to, Math.floor(random() * 60))
      const asOf = random() < 0.4 ? book.head : random() < 0.5 ? pick(random, marks) : 30 + Math.floor(random() * (book.head - 30))
      const scope = await figureScope(place.database.pool, schema, book, { period: span, org, cutoff, asOf })
      const naive = await recount(scope)
      for (const figure of await readFigures(place.database.pool, scope)) {
        const measure = scope.measures.get(figure.measure)
        if (measure === undefined) throw new Error(figure.measure)
        const where = `${figure.measure} ${span.key} ${org} cutoff ${cutoff} as of ${asOf} of ${book.head}`
        const expected = evaluate(measure, scope.measures, span, cutoff, naive.sums, 'cutoff', naive.stated)
        expect(figure.exact, where).toBe(expected === null ? null : settle(expected))
        expect(figure.rows, where).toBe(expected === null ? 0 : expected.rows)
        const right: Predicate = { kind: 'in', field: 'org', values: ['v1', 'v4'] }
        const trace = await readTrace(place.database.pool, scope, figure, { offset: 0, limit: 10_000, right: () => right })
        stoodIn += figure.stated.length
        if (figure.value === null) continue
        expect(plus(trace.total ?? ZERO, trace.withheld ?? ZERO), where).toBe(figure.value)
        expect(sum(trace.rows.map((row) => row.amount ?? ZERO)), where).toBe(trace.total)
        expect(trace.rows.every((row) => ['v1', 'v4'].includes(row.org)), where).toBe(true)
        expect(trace.rowCount + trace.withheldRows, where).toBe(figure.rows)
        const all = await readTrace(place.database.pool, scope, figure, { offset: 0, limit: 10_000, right: () => ({ kind: 'all', of: [] }) })
        expect(all.total, where).toBe(figure.value)
        expect(all.withheld, where).toBe('0')
      }
    }
    expect(stoodIn).toBeGreaterThan(0)
  })

  test('balances are the sums of their postings', async () => {
    const { rows } = await place.database.pool.query(
      `select * from (select series, month, org, cohort, amount, rows from "${schema}".balances where amount <> 0 or rows <> 0) b
       full join (select series, extract(year from day)::int * 100 + extract(month from day)::int as month, org, cohort, sum(amount) as amount, sum(rows) as rows from "${schema}".postings group by 1, 2, 3, 4 having sum(amount) <> 0 or sum(rows) <> 0) p
       using (series, month, org, cohort) where b.amount is distinct from p.amount or b.rows is distinct from p.rows`,
    )
    expect(rows).toEqual([])
  })

  test('verify finds nothing wrong', async () => {
    const verified = await verifyTown(place.database, town)
    expect(verified.differences).toEqual([])
    expect(verified.journal.rows).toBe((await town.book()).head)
  })

  test('the right of a person means the same rows in SQL and in core', async () => {
    const random = randomOf(seed + 200)
    const book = await town.book()
    for (const key of ['sale', 'device', 'case', 'visit']) {
      const ledger = book.declared.ledgers.get(key)
      if (ledger === undefined) throw new Error(key)
      for (let round = 0; round < 12; round += 1) {
        const predicate = somePredicate(random, key, 2)
        const holds = compilePredicate(predicate, ledger)
        const inCore: string[] = []
        await eachEntry(place.database.pool, schema, ledger, (entry) => entry.spans.forEach((span, index) => void (holds(span.fields) && inCore.push(`${entry.id}/${index}`))))
        const { predicateSql } = await import('../../src/store/predicate-sql.ts')
        const { rowsOf, sql, table, ledgerTable } = await import('../../src/store/sql.ts')
        const rows = await rowsOf<{ id: number; span: number }>(place.database.pool, sql`select r.id, r.span from ${table(schema, ledgerTable(key))} as r where ${predicateSql(predicate, ledger, 'r')} order by r.id, r.span`)
        expect(rows.map((row) => `${row.id}/${row.span}`), JSON.stringify(predicate)).toEqual(inCore)
      }
    }
  })

  /** Counts every slot from the entries as the journal told them, with no help from balances. */
  const recount = async (scope: FigureScope): Promise<{ readonly sums: (slot: Slot) => Sum | undefined; readonly stated: Reported }> => {
    const { rows } = await place.database.pool.query<{ entry: number }>(`select distinct entry from "${schema}".journal where entry is not null and number <= ${scope.moment.number}`)
    const entries = await entriesAsOf(place.database.pool, schema, rows.map((row) => row.entry), scope.moment.number)
    const inScope = new Set(scope.tree.subtree(scope.org))
    const stated = (measure: string, key: string): ReportedFact | undefined => {
      const entry = [...entries.values()].find(({ ledger, void: gone, spans }) => !gone && ledger === 'reported' && spans[0]?.fields['measure'] === measure && spans[0].fields['period'] === key && spans[0].fields['org'] === scope.org)
      const fields = entry?.spans[0]?.fields
      return entry === undefined || fields === undefined ? undefined : { value: fields['value'] as Decimal, growth: null, status: String(fields['status']), source: String(fields['source']), entry: entry.id, inDocument: fields['document'] !== undefined }
    }
    const sums = (slot: Slot): Sum | undefined => {
      const measure = scope.measures.get(slot.measure)
      if (measure === undefined) return undefined
      let amount: Decimal = ZERO
      let count = 0
      const keys = new Set<string>()
      for (const each of seriesOf(measure, 1, scope.book.declared.ledgers))
        for (const entry of entries.values())
          if (entry.ledger === each.ledger)
            for (const part of each.contributions(entry)) {
              if (!inScope.has(part.org) || !inWindow(slot.window, part.day, part.cohort)) continue
              if (part.key !== null) keys.add(part.key)
              else {
                amount = plus(amount, part.amount)
                count += part.rows
              }
            }
      return measure.definition.kind === 'distinct' ? { amount: String(keys.size) as Decimal, rows: keys.size } : { amount, rows: count }
    }
    return { sums, stated }
  }
})

const somePredicate = (random: () => number, ledger: string, depth: number): Predicate => {
  const roll = random()
  if (depth > 0 && roll < 0.2) return { kind: 'all', of: [somePredicate(random, ledger, depth - 1), somePredicate(random, ledger, depth - 1)] }
  if (depth > 0 && roll < 0.4) return { kind: 'any', of: [somePredicate(random, ledger, depth - 1), somePredicate(random, ledger, depth - 1)] }
  if (depth > 0 && roll < 0.5) return { kind: 'not', of: somePredicate(random, ledger, depth - 1) }
  const numbers = { sale: 'money', device: 'value', case: 'amount', visit: undefined }[ledger]
  const dates = { sale: 'day', device: undefined, case: 'closed', visit: 'day' }[ledger]
  const op = pick(random, ['<', '<=', '>', '>='] as const)
  if (numbers !== undefined && roll < 0.65) return { kind: 'compare', field: numbers, op, value: String(Math.floor(random() * 5000)) }
  if (dates !== undefined && roll < 0.8) return random() < 0.3 ? { kind: 'known', field: dates } : { kind: 'compare', field: dates, op, value: someDay(random) }
  if (roll < 0.9) return { kind: 'in', field: 'org', values: [pick(random, ['v1', 'v2', 'v3']), 'farm'] }
  return { kind: 'contains', field: 'org', text: 'V' }
}
