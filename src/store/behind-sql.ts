import type { Predicate } from '../core/access/predicate.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { getField } from '../core/ledger/ledger.ts'
import { countedOf } from '../core/measure/counted.ts'
import type { Measure } from '../core/measure/measure.ts'
import { ledgerOf } from '../core/measure/measure.ts'
import { takesStated } from '../core/measure/series.ts'
import type { Window } from '../core/measure/window.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { column, predicateSql, whereSql } from './predicate-sql.ts'
import { sourceSql } from './source-sql.ts'
import type { Sql } from './sql.ts'
import { sql } from './sql.ts'

/** What a reader asks of the rows behind a posting measure. */
export type Behind = {
  readonly schema: string
  readonly ledgers: ReadonlyMap<string, Ledger>
  readonly measure: Measure
  readonly window: Window
  /** Org codes of the figure's scope; undefined for the whole town. */
  readonly orgs: readonly string[] | undefined
  readonly asOf: number | undefined
  readonly factor: Decimal
  /** Places distinct keys are counted apart in, by org: a key counts once in each. Without them it counts once in all. */
  readonly places?: ReadonlyMap<string, string>
  /** Rows the reader may see, by ledger. */
  readonly right: (ledger: Ledger) => Predicate
}

/**
 * The rows behind a figure, in SQL: (ledger, entry, span, version, org, day, amount, visible, stated). The
 * same entries and amounts as `contributions` in core, netted over the window; a law holds them together.
 */
export const behindSql = (behind: Behind): Sql => {
  const key = ledgerOf(behind.measure.definition) ?? ''
  const ledger = behind.ledgers.get(key)
  if (ledger === undefined) throw new Error(`${behind.measure.key}: ledger ${key} is not declared`)
  const own = ownRows(behind, ledger)
  return takesStated(behind.measure) ? sql`(${own} union all ${statedRows(behind, reportedOf(behind.ledgers))})` : sql`(${own})`
}

const reportedOf = (ledgers: Behind['ledgers']): Ledger => {
  const ledger = ledgers.get('reported')
  if (ledger === undefined) throw new Error('the ledger of reported values is not declared')
  return ledger
}

const ownRows = (behind: Behind, ledger: Ledger): Sql => {
  const { definition } = behind.measure
  if (definition.kind === 'formula') throw new Error(`${behind.measure.key} has no rows of its own`)
  const { window } = behind
  const register = ledger.shape === 'register'
  const date = register ? sql`r.valid_from` : column(ledger, 'r', ledger.dateField ?? '')
  const firstSpan = register ? sql` and r.span = 0` : sql``
  const field = 'field' in definition && definition.field !== undefined ? column(ledger, 'r', definition.field) : undefined
  const amount = field ?? sql`1::numeric`
  const counts = definition.kind === 'reported' ? sql`r.measure = ${behind.measure.key}` : whereSql(countedOf(definition, ledger), ledger, 'r')
  const nonzero = field === undefined ? sql`` : sql` and ${field} <> 0`
  switch (definition.kind) {
    case 'count':
    case 'sum':
      return rows(behind, ledger, date, amount, sql`${counts}${nonzero}${firstSpan} and ${dayIn(window, date)}`)
    case 'reported':
      return rows(behind, ledger, date, sql`r.value`, sql`${counts} and not (${inDocument}) and r.value is not null and ${dayIn(window, date)}`)
    case 'stock':
      return rows(behind, ledger, date, amount, sql`${counts}${nonzero} and r.valid_from <= ${window.to}::date and (r.valid_to is null or r.valid_to > ${window.to}::date)`)
    case 'cohort': {
      const found = column(ledger, 'r', definition.found)
      const day = definition.event === undefined ? date : column(ledger, 'r', definition.event)
      const cohorts = window.cohorts
      const within = cohorts === null ? sql`true` : sql`${found} >= ${`${cohorts.from}-01`}::date and ${found} < (${`${cohorts.to}-01`}::date + interval '1 month')`
      return rows(behind, ledger, day, amount, sql`${counts}${nonzero}${firstSpan} and ${within} and ${dayIn(window, day)}`)
    }
    case 'distinct': {
      const keys = definition.fields.map((name) => (getField(ledger, name).kind === 'sealed' ? sql`left(${column(ledger, 'r', name)}, 32)` : column(ledger, 'r', name)))
      const place = column(ledger, 'r', ledger.orgField)
      const apart = behind.places === undefined ? [] : [sql`(${JSON.stringify(Object.fromEntries(behind.places))}::jsonb ->> ${place})`]
      const known = sql.join(keys.map((each) => sql`${each} is not null`), sql` and `)
      const all = rows(behind, ledger, date, sql`row_number() over (partition by ${sql.join([...keys, ...apart])} order by ${date}, r.id)`, sql`${counts}${firstSpan} and ${known} and ${dayIn(window, date)}`)
      return sql`select * from (${all}) as keyed where keyed.amount = ${behind.factor}::numeric`
    }
    default:
      return definition satisfies never
  }
}

/** Opening numbers stated for a measure whose rows began before the book did. */
const statedRows = (behind: Behind, reported: Ledger): Sql =>
  rows(behind, reported, sql`r.day`, sql`r.value`, sql`r.measure = ${behind.measure.key} and r.status = 'stated' and r.document is null and r.value is not null and ${dayIn(behind.window, sql`r.day`)}`, true)

/** Accepted from a document: answers its own period only (`isStatedInDocument`). */
const inDocument = sql`r.status = 'stated' and r.document is not null`

/** The one row of a value that stands in for a measure without rows, as rows behind a figure are. */
export const standingSql = ({ schema, ledgers, asOf, factor, right }: Pick<Behind, 'schema' | 'ledgers' | 'asOf' | 'factor' | 'right'>, entry: number): Sql => {
  const reported = reportedOf(ledgers)
  return sql`(${rows({ schema, asOf, factor, right, orgs: undefined }, reported, sql`r.day`, sql`r.value`, sql`r.id = ${entry}::bigint`, true)})`
}

const rows = (behind: Pick<Behind, 'schema' | 'orgs' | 'asOf' | 'factor' | 'right'>, ledger: Ledger, day: Sql, amount: Sql, where: Sql, stated = false): Sql => {
  const org = column(ledger, 'r', ledger.orgField)
  const within = behind.orgs === undefined ? sql`` : sql` and ${org} = any(${[...behind.orgs]}::text[])`
  return sql`select ${ledger.key}::text as ledger, r.id as entry, r.span, r.version, ${org} as org, ${day} as day, (${amount}) * ${behind.factor}::numeric as amount,
    ${predicateSql(behind.right(ledger), ledger, 'r')} as visible, ${sql.lit(stated)} as stated
    from ${sourceSql(behind.schema, ledger, behind.asOf)} as r where ${where}${within}`
}

const dayIn = (window: Window, day: Sql): Sql => (window.from === null ? sql`${day} <= ${window.to}::date` : sql`${day} between ${window.from}::date and ${window.to}::date`)
