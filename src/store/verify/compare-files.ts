import type { Handle } from '../sql.ts'
import { ledgerTable, rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

/** Files that entries name and that are not there, and files whose bytes are not those of their name. */
export const compareFiles = async (handle: Handle, schema: string, ledgers: ReadonlyMap<string, unknown>): Promise<readonly Difference[]> => {
  const files = table(schema, 'files')
  const named = ledgers.has('source')
    ? await rowsOf<{ id: number; hash: string }>(handle, sql`select id, hash from ${table(schema, ledgerTable('source'))} where hash not in (select hash from ${files}) order by id limit ${mostOfAKind}`)
    : []
  const spoilt = await rowsOf<{ hash: string; found: string }>(handle, sql`select hash, found from (select hash, encode(sha256(bytes), 'hex') as found from ${files}) as hashed where hash <> found order by hash limit ${mostOfAKind}`)
  return [
    ...named.map(({ id, hash }): Difference => ({ kind: 'file', where: `source #${id}`, expected: hash, found: '' })),
    ...spoilt.map(({ hash, found }): Difference => ({ kind: 'file', where: hash, expected: hash, found })),
  ]
}
