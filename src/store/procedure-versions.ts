import type { Ledger } from '../core/ledger/ledger.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** How many open matters of a ledger follow each of its procedure's versions, given by the journal numbers they hold from, in order; what was entered before the first follows the first. */
export const countFollowing = async (handle: Handle, schema: string, ledger: Ledger, numbers: readonly number[]): Promise<readonly number[]> => {
  if (numbers.length === 0) return []
  const rows = await rowsOf<{ at: number; matters: number }>(
    handle,
    sql`select greatest(1, width_bucket(id, ${[...numbers]}::bigint[])) as at, count(*)::int as matters from ${table(schema, ledgerTable(ledger.key))} where not void and settled is null group by 1`,
  )
  return numbers.map((_, at) => rows.find((row) => Number(row.at) === at + 1)?.matters ?? 0)
}

/** Why a declaration was made, by its journal number. */
export const declarationReasons = async (handle: Handle, schema: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string | null>> => {
  const rows = await rowsOf<{ number: number; reason: string | null }>(handle, sql`select number, reason from ${table(schema, 'journal')} where number = any(${[...numbers]}::bigint[])`)
  return new Map(rows.map(({ number, reason }) => [number, reason]))
}
