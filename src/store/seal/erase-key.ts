import { blindOf } from '../../core/ledger/kinds/protected.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'

/** Number of the key a sealed value was written with. */
export const keyIdOf = (sealed: string): string => sealed.split('.')[1] ?? ''

/** Destroys the key of a person's sealed fact for good (BOOK §11): wherever the same value is kept, it can no longer be read. Done again it changes nothing. */
export const destroyKey = async (handle: Handle, schema: string, keyId: string): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'subject_keys')} set wrapped = null, destroyed_at = now() where key_id = ${keyId} and wrapped is not null`)
}

/** Which of these sealed values can no longer be read, by their blind index. */
export const erasedAmong = async (handle: Handle, schema: string, sealed: readonly string[]): Promise<ReadonlySet<string>> => {
  if (sealed.length === 0) return new Set()
  const rows = await rowsOf<{ blind: string }>(handle, sql`select blind from ${table(schema, 'subject_keys')} where wrapped is null and blind = any(${[...new Set(sealed.map(blindOf))]}::text[])`)
  return new Set(rows.map((row) => row.blind))
}
