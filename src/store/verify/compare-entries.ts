import type { Ledger } from '../../core/ledger/ledger.ts'
import { columnsOf } from '../group-sql.ts'
import type { Handle } from '../sql.ts'
import { ledgerTable, rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

/**
 * Compares a ledger's table with what the journal last said of each entry: every span's every field, the
 * void mark, the version; entries one side does not know.
 */
export const compareEntries = async (handle: Handle, schema: string, ledger: Ledger): Promise<readonly Difference[]> => {
  const journal = table(schema, 'journal')
  const at = table(schema, ledgerTable(ledger.key))
  const recorded = columnsOf(ledger).slice(4)
  const shape = sql.join(recorded.map((column) => sql`${sql.id(column.name)} ${sql.raw(column.type)}`))
  const names = sql.join(recorded.map((column) => sql.id(column.name)))
  const wrong = await rowsOf<{ entry: number; expected: string; found: string }>(
    handle,
    sql`select t.id as entry, coalesce(j.payload, '') as expected, row_to_json(t)::text as found from ${at} as t
      left join ${journal} as j on j.number = t.version and j.entry = t.id and j.ledger = ${ledger.key}
      left join lateral (select told.* from rows from (jsonb_to_recordset(j.payload::jsonb -> 'after') as (${shape})) with ordinality as told (${names}, _place) where told._place = t.span + 1) as told on true
      where j.number is null or told._place is null or t.void is distinct from coalesce((j.payload::jsonb ->> 'void')::boolean, false)
        or (${sql.join(recorded.map((column) => sql`t.${sql.id(column.name)}`))}) is distinct from (${sql.join(recorded.map((column) => sql`told.${sql.id(column.name)}`))})
      limit ${mostOfAKind}`,
  )
  const counts = await rowsOf<{ entry: number; expected: string; found: string }>(
    handle,
    sql`select coalesce(j.entry, t.id) as entry, coalesce('#' || j.number, '') as expected, coalesce('#' || t.version || ' x' || t.spans, '') as found
      from (select entry, max(number) as number from ${journal} where ledger = ${ledger.key} and entry is not null group by entry) as j
      full join (select id, max(version) as version, count(*) as spans from ${at} group by id) as t on t.id = j.entry
      where t.id is null or j.entry is null or t.version is distinct from j.number
        or (t.spans > 1 and t.spans <> (select jsonb_array_length(payload::jsonb -> 'after') from ${journal} as told where told.number = j.number))
      limit ${mostOfAKind}`,
  )
  const seen = new Set(wrong.map((row) => row.entry))
  return [...wrong, ...counts.filter((row) => !seen.has(row.entry))].map((row) => ({ kind: 'entry' as const, where: `${ledger.key} #${row.entry}`, expected: row.expected, found: row.found }))
}
