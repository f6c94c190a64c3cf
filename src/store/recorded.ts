import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Who recorded a journal row, when, by which verb and why. */
export type Recorded = { readonly verb: string; readonly person: number; readonly recordedAt: string; readonly reason: string | null }

/** What the journal says of some of its rows, by number. */
export const findRecorded = async (handle: Handle, schema: string, numbers: readonly number[]): Promise<ReadonlyMap<number, Recorded>> => {
  if (numbers.length === 0) return new Map()
  const rows = await rowsOf<Recorded & { number: number }>(
    handle,
    sql`select number, verb, person, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", reason from ${table(schema, 'journal')} where number = any(${[...new Set(numbers)]}::bigint[])`,
  )
  return new Map(rows.map(({ number, ...recorded }) => [number, recorded]))
}
