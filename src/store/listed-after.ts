import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { findEntries } from './entries.ts'
import type { ListRows } from './list-entries.ts'
import { matchesSql } from './list-entries.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** The whole entries of a list in order of their number, at most `limit` of them after the number `after`; `only` leaves those that are named. */
export const listedAfter = async (handle: Handle, schema: string, ledger: Ledger, rows: ListRows, part: { readonly after: number; readonly limit: number; readonly only?: readonly number[] | undefined }): Promise<readonly Entry[]> => {
  const only = part.only === undefined ? sql`` : sql`and t.id = any(${[...part.only]}::bigint[])`
  const found = await rowsOf<{ id: number }>(handle, sql`select t.id ${matchesSql(schema, ledger, rows)} and t.id > ${part.after}::bigint ${only} order by t.id limit ${part.limit}::int`)
  const entries = await findEntries(handle, schema, ledger, found.map((row) => row.id))
  return found.flatMap(({ id }) => entries.get(id) ?? [])
}
