import { orgTree } from '../core/access/org-tree.ts'
import type { Figure, ReportedFact, Slot, Sums } from '../core/measure/figure.ts'
import { figureOf, shiftCutoff, slotsOf } from '../core/measure/figure.ts'
import type { Measure } from '../core/measure/measure.ts'
import { operandsOf } from '../core/measure/measure.ts'
import { isStatedInDocument } from '../core/measure/standing-in.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import type { Day } from '../core/time/day.ts'
import type { Period } from '../core/time/period.ts'
import { sameLastYear } from '../core/time/period.ts'
import type { Moment } from './as-of.ts'
import { momentAt } from './as-of.ts'
import type { TownBook } from './book.ts'
import { shortest } from './entries.ts'
import { sourceSql } from './source-sql.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'
import type { SumScope } from './sum-scope.ts'
import { slotKey } from './sum-scope.ts'
import { readSums } from './sums.ts'

/** Which figures: over a period at an org, by a cutoff, as the book knew them at a journal number. */
export type FigureQuery = { readonly period: Period; readonly org: string; readonly cutoff: Day; readonly asOf: number; readonly measures?: readonly string[] }

/** Everything needed to read figures of one scope. */
export type FigureScope = SumScope & { readonly measures: ReadonlyMap<string, Measure>; readonly query: FigureQuery }

/** Prepares a scope: measure versions and the org tree as the query asks for them. */
export const figureScope = async (handle: Handle, schema: string, book: TownBook, query: FigureQuery): Promise<FigureScope> => {
  const moment = await momentAt(handle, schema, book, query.asOf)
  return { schema, book, moment, org: query.org, tree: moment.head ? book.treeAt(query.cutoff) : orgTree(moment.orgStates, query.cutoff), measures: measuresOf(moment), query }
}

/** Figures in the order asked, or every catalogue measure; with `would` as they would be if the sums were others. */
export const readFigures = async (handle: Handle, scope: FigureScope, would: (sums: Sums) => Sums = (sums) => sums): Promise<readonly Figure[]> => {
  const { query, measures, moment } = scope
  const chosen = query.measures === undefined ? [...measures.values()].filter((measure) => measure.part !== true) : query.measures.flatMap((key) => measures.get(key) ?? [])
  const before = sameLastYear(query.period)
  const beforeCutoff = shiftCutoff(query.period, before, query.cutoff)
  const slots: Slot[] = chosen.flatMap((measure) => [
    ...slotsOf(measure, measures, query.period, query.cutoff),
    ...(measure.change === 'none' ? [] : slotsOf(measure, measures, before, beforeCutoff)),
  ])
  const { sums, live } = await readSums(handle, scope, slots)
  const told = would(sums)
  const facts = await readFacts(handle, scope, [...new Set(chosen.flatMap((measure) => withOperands(measure, measures)))])
  return chosen.map((measure) => {
    const counted = slotsOf(measure, measures, query.period, query.cutoff).some((slot) => live.has(slotKey(slot)))
    const version = moment.versions.get(measure.key)?.version ?? 0
    return figureOf({ measure, org: query.org, period: query.period, cutoff: query.cutoff, asOf: query.asOf, version, live: counted }, measures, told, (key, period) => facts.get(`${key}|${period}`))
  })
}

/** What offices reported beside the levels (growth, status, source), and what documents state of the period and the one a year before. */
const readFacts = async (handle: Handle, scope: FigureScope, keys: readonly string[]): Promise<ReadonlyMap<string, ReportedFact>> => {
  const ledger = scope.book.declared.ledgers.get('reported')
  if (keys.length === 0 || ledger === undefined) return new Map()
  const { period, cutoff } = scope.query
  const before = sameLastYear(period)
  const rows = await rowsOf<{ id: number; measure: string; period: string; value: string | null; growth: string | null; status: string; source: string; document: number | null }>(
    handle,
    sql`select id, measure, period, value, growth, status, source, document from ${sourceSql(scope.schema, ledger, scope.moment.head ? undefined : scope.moment.number)} as r
      where r.measure = any(${[...keys]}::text[]) and r.org = ${scope.org} and (r.period = ${period.key} and r.day <= ${cutoff}::date or r.period = ${before.key} and r.day <= ${shiftCutoff(period, before, cutoff)}::date)`,
  )
  const decimalOf = (text: string | null): Decimal | null => (text === null ? null : shortest(text))
  return new Map(rows.map((row) => [`${row.measure}|${row.period}`, { value: decimalOf(row.value), growth: decimalOf(row.growth), status: row.status, source: row.source, entry: row.id, inDocument: isStatedInDocument({ status: row.status, document: row.document === null ? null : String(row.document) }) }]))
}

/** A measure and all it is made of. */
const withOperands = (measure: Measure, measures: ReadonlyMap<string, Measure>): readonly string[] => [
  measure.key,
  ...operandsOf(measure.definition).flatMap((key) => {
    const operand = measures.get(key)
    return operand === undefined ? [] : withOperands(operand, measures)
  }),
]

const measuresOf = (moment: Moment): ReadonlyMap<string, Measure> => new Map([...moment.versions].map(([key, version]) => [key, version.measure]))
