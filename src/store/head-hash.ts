import type { Handle } from './sql.ts'
import { oneOf, sql, table } from './sql.ts'

/** The hash (hex) the chain had at a journal number. */
export const hashAt = async (handle: Handle, schema: string, number: number): Promise<string> =>
  (await oneOf<{ hash: string }>(handle, sql`select encode(hash, 'hex') as hash from ${table(schema, 'journal')} where number = ${number}::bigint`)).hash
