import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Ledgers with journal rows behind a number; a definition stands under its own kind. */
export const changedLedgers = async (handle: Handle, schema: string, since: number): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf<{ ledger: string }>(handle, sql`select distinct ledger from ${table(schema, 'journal')} where number > ${since}::bigint`)
  return new Set(rows.map((row) => row.ledger))
}
