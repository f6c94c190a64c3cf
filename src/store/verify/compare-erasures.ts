import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

/** Keys whose erasure was confirmed and that are still there, and keys that were destroyed without one. */
export const compareErasures = async (handle: Handle, schema: string): Promise<readonly Difference[]> => {
  const keys = table(schema, 'subject_keys')
  const confirmed = sql`select key_id from ${table(schema, 'ledger_erasure')} where state = 'approved' and not void`
  const rows = await rowsOf<{ key: string; kept: boolean }>(handle, sql`select key_id as key, wrapped is not null as kept from ${keys} where (wrapped is not null and key_id in (${confirmed})) or (wrapped is null and key_id not in (${confirmed})) order by key_id limit ${mostOfAKind}`)
  return rows.map(({ key, kept }) => ({ kind: 'erasure', where: key, expected: kept ? 'destroyed' : 'kept', found: kept ? 'kept' : 'destroyed' }))
}
