import type { ChainedRow } from './group-values.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Journal rows after a number up to another, in order, at most `limit` of them; hashes in hex, instants in UTC with milliseconds. */
export const journalRows = (handle: Handle, schema: string, after: number, until: number, limit: number): Promise<readonly ChainedRow[]> =>
  rowsOf<ChainedRow>(
    handle,
    sql`select number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", person, acting_for as "actingFor", approved_by as "approvedBy",
        verb, ledger, entry, batch, reason, payload, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
      from ${table(schema, 'journal')} where number > ${after}::bigint and number <= ${until}::bigint order by number limit ${limit}::int`,
  )
