import type { Ledger } from '../core/ledger/ledger.ts'
import { columnsOf } from './group-sql.ts'
import type { Sql } from './sql.ts'
import { ledgerTable, sql, table } from './sql.ts'

/**
 * Living spans of a ledger as the book knew them: the table itself now; before now, the table for entries
 * untouched since and the journal's own payloads for the rest. Columns are those of the table, so one
 * predicate or measure reads both.
 */
export const sourceSql = (schema: string, ledger: Ledger, asOf: number | undefined): Sql => {
  const columns = columnsOf(ledger)
  const names = sql.join(columns.map((column) => sql.id(column.name)))
  const at = table(schema, ledgerTable(ledger.key))
  if (asOf === undefined) return sql`(select ${names} from ${at} where not void)`
  const journal = table(schema, 'journal')
  const recorded = columns.slice(4)
  const shape = sql.join(recorded.map((column) => sql`${sql.id(column.name)} ${sql.raw(column.type)}`))
  const fields = sql.join(recorded.map((column) => sql`span_then.${sql.id(column.name)}`))
  return sql`(
    with moved as (select distinct entry from ${journal} where ledger = ${ledger.key} and number > ${asOf}::bigint and entry is not null),
    told as (select distinct on (entry) entry, number, payload::jsonb as payload from ${journal} where entry in (select entry from moved) and number <= ${asOf}::bigint order by entry, number desc)
    select ${names} from ${at} where not void and id not in (select entry from moved)
    union all
    select told.entry, (span_then._place - 1)::smallint, told.number, false, ${fields}
    from told cross join lateral rows from (jsonb_to_recordset(told.payload -> 'after') as (${shape})) with ordinality as span_then (${sql.join(recorded.map((column) => sql.id(column.name)))}, _place)
    where not coalesce((told.payload ->> 'void')::boolean, false)
  )`
}
