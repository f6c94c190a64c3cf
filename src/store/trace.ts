import type { Predicate } from '../core/access/predicate.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Fields } from '../core/ledger/value.ts'
import { expand } from '../core/measure/expand.ts'
import type { Part } from '../core/measure/expand.ts'
import type { Figure } from '../core/measure/figure.ts'
import type { Measure } from '../core/measure/measure.ts'
import { windowOf } from '../core/measure/window.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { minus, ZERO } from '../core/quantity/decimal.ts'
import { toScale } from '../core/quantity/unit.ts'
import type { Day } from '../core/time/day.ts'
import { behindSql, standingSql } from './behind-sql.ts'
import { fieldsOf, shortest } from './entries.ts'
import type { FigureScope } from './figures.ts'
import { predicateSql } from './predicate-sql.ts'
import { sourceSql } from './source-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** One row behind a figure. `amount` is in the figure's unit. */
export type TracedRow = {
  readonly ledger: string
  readonly entry: number
  readonly span: number
  readonly journal: number
  readonly org: string
  readonly day: Day
  readonly amount: Decimal | null
  readonly stated: boolean
  readonly fields: Fields
  readonly person: number
  readonly recordedAt: string
}

/** A page of the rows behind a figure; total + withheld = value, always. */
export type Trace = { readonly total: Decimal | null; readonly withheld: Decimal | null; readonly rowCount: number; readonly withheldRows: number; readonly rows: readonly TracedRow[] }

/** Newest first, unless the largest are asked for first. */
export type TracePage = { readonly offset: number; readonly limit: number; readonly right: (ledger: Ledger) => Predicate; readonly order?: 'amount' }

/** Reads the rows behind a figure that the reader may see, page by page, and what is withheld. */
export const readTrace = async (handle: Handle, scope: FigureScope, figure: Figure, page: TracePage): Promise<Trace> => {
  const measure = scope.measures.get(figure.measure)
  if (measure === undefined) throw new Error(`${figure.measure} is not declared`)
  if (figure.value === null && (measure.definition.kind === 'reported' || figure.source === 'stated')) return rateOnly(handle, scope, measure, page)
  const shared = sharedSql(scope, measure, figure, page.right)
  if (shared === undefined || figure.value === null) return { total: figure.value, withheld: figure.value === null ? null : ZERO, rowCount: 0, withheldRows: 0, rows: [] }
  const totals = await oneOf<{ total: string; seen: number; hidden: number }>(
    handle,
    sql`select coalesce(sum(amount) filter (where visible), 0)::numeric as total, count(*) filter (where visible)::int as seen, count(*) filter (where not visible)::int as hidden from ${shared} as shared`,
  )
  const rows = await rowsOf<{ ledger: string; entry: number; span: number; version: number; org: string; day: Day; amount: string; stated: boolean }>(
    handle,
    sql`select ledger, entry, span, version, org, day, amount, stated from ${shared} as shared where visible order by ${page.order === 'amount' ? sql`abs(amount) desc, ` : sql``}day desc, entry desc, span desc, amount desc limit ${page.limit}::int offset ${page.offset}::bigint`,
  )
  const total = shortest(totals.total)
  return {
    total,
    withheld: minus(figure.value, total),
    rowCount: totals.seen,
    withheldRows: totals.hidden,
    rows: await detailed(handle, scope, rows.map((row) => ({ ...row, amount: shortest(row.amount) }))),
  }
}

/**
 * The rows with amounts in the figure's unit. A sum's rows carry their own amounts. A quotient is shared
 * out over the rows above the line in proportion, cut by running total so that they add up to the printed
 * value to the last digit.
 */
const sharedSql = (scope: FigureScope, measure: Measure, figure: Figure, right: TracePage['right']): Sql | undefined => {
  const stated = new Map(figure.stated.map((part) => [part.measure, part.entry]))
  const { numerator, denominator } = expand(measure, scope.measures, stated)
  const parts = numerator.flatMap((part) => partSql(scope, part, denominator === null ? toScale(part.factor, measure.display.scale) : part.factor, stated, right) ?? [])
  if (parts.length === 0) return undefined
  const all = sql`(${sql.join(parts, sql` union all `)})`
  if (denominator === null) return all
  const value = figure.value ?? ZERO
  return sql`(select ledger, entry, span, version, org, day, visible, stated,
      case when whole = 0 then 0 else round(${value}::numeric * running / whole, 8) - round(${value}::numeric * (running - amount) / whole, 8) end as amount
    from (select *, sum(amount) over (order by day, entry, span, amount rows unbounded preceding) as running, sum(amount) over () as whole from ${all} as parts) as cut)`
}

const partSql = (scope: FigureScope, part: Part, factor: Decimal, stated: ReadonlyMap<string, number>, right: TracePage['right']): Sql | undefined => {
  const { definition } = part.measure
  const behind = { schema: scope.schema, ledgers: scope.book.declared.ledgers, asOf: scope.moment.head ? undefined : scope.moment.number, factor, right }
  const entry = part.at === 'cutoff' ? stated.get(part.measure.key) : undefined
  if (entry !== undefined) return standingSql(behind, entry)
  if (definition.kind === 'formula') return undefined
  const window = windowOf(definition, scope.query.period, scope.query.cutoff, part.at)
  if (window === undefined) return undefined
  const orgs = scope.org === scope.tree.root ? undefined : scope.tree.subtree(scope.org)
  return behindSql({ ...behind, measure: part.measure, window, orgs })
}

/** A reported figure with a rate but no level: its entry is shown, with nothing to add up. */
const rateOnly = async (handle: Handle, scope: FigureScope, measure: Measure, page: TracePage): Promise<Trace> => {
  const ledger = scope.book.declared.ledgers.get('reported')
  if (ledger === undefined) throw new Error('the ledger of reported values is not declared')
  const found = await rowsOf<{ entry: number; span: number; version: number; org: string; day: Day; visible: boolean; stated: boolean }>(
    handle,
    sql`select r.id as entry, r.span, r.version, r.org, r.day, r.status = 'stated' as stated, ${predicateSql(page.right(ledger), ledger, 'r')} as visible
      from ${sourceSql(scope.schema, ledger, scope.moment.head ? undefined : scope.moment.number)} as r
      where r.measure = ${measure.key} and r.period = ${scope.query.period.key} and r.org = ${scope.org} order by r.id desc`,
  )
  const seen = found.filter((row) => row.visible)
  const rows = seen.slice(page.offset, page.offset + page.limit).map(({ visible: _, ...row }) => ({ ...row, ledger: 'reported', amount: null }))
  return { total: null, withheld: null, rowCount: seen.length, withheldRows: found.length - seen.length, rows: await detailed(handle, scope, rows) }
}

type Found = { readonly ledger: string; readonly entry: number; readonly span: number; readonly version: number; readonly org: string; readonly day: Day; readonly amount: Decimal | null; readonly stated: boolean }

/** Adds to found rows what a reader knows them by: their fields, who entered them and when. */
const detailed = async (handle: Handle, scope: FigureScope, found: readonly Found[]): Promise<readonly TracedRow[]> => {
  const fields = new Map<string, Fields>()
  for (const key of new Set(found.map((row) => row.ledger))) {
    const ledger = scope.book.declared.ledgers.get(key)
    if (ledger === undefined) continue
    const ids = found.filter((row) => row.ledger === key).map((row) => row.entry)
    const source = sourceSql(scope.schema, ledger, scope.moment.head ? undefined : scope.moment.number)
    for (const row of await rowsOf<{ id: number; span: number }>(handle, sql`select * from ${source} as r where r.id = any(${ids}::bigint[])`)) fields.set(`${key}|${row.id}|${row.span}`, fieldsOf(ledger, row))
  }
  const versions = [...new Set(found.map((row) => row.version))]
  const written = await rowsOf<{ number: number; person: number; recorded: string }>(
    handle,
    sql`select number, person, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded from ${table(scope.schema, 'journal')} where number = any(${versions}::bigint[])`,
  )
  const by = new Map(written.map((row) => [row.number, row]))
  return found.map((row) => ({
    ledger: row.ledger,
    entry: row.entry,
    span: row.span,
    journal: row.version,
    org: row.org,
    day: row.day,
    amount: row.amount,
    stated: row.stated,
    fields: fields.get(`${row.ledger}|${row.entry}|${row.span}`) ?? {},
    person: by.get(row.version)?.person ?? 0,
    recordedAt: by.get(row.version)?.recorded ?? '',
  }))
}
