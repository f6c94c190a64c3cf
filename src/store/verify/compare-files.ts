import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Handle } from '../sql.ts'
import { ledgerTable, rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

/** Files that entries name and that are not there, and files whose bytes are not those of their name. */
export const compareFiles = async (handle: Handle, schema: string, ledgers: ReadonlyMap<string, Ledger>): Promise<readonly Difference[]> => {
  const files = table(schema, 'files')
  const named = []
  for (const ledger of ledgers.values())
    for (const { key } of ledger.fields.filter((field) => field.kind === 'file')) {
      const missing = await rowsOf<{ id: number; hash: string }>(handle, sql`select distinct id, left(line, 64) as hash from ${table(schema, ledgerTable(ledger.key))}, string_to_table(${sql.id(key)}, E'\n') as line where left(line, 64) not in (select hash from ${files}) order by id, hash limit ${mostOfAKind}`)
      named.push(...missing.map((row) => ({ ...row, where: `${ledger.key} #${row.id}` })))
    }
  const spoilt = await rowsOf<{ hash: string; found: string }>(handle, sql`select hash, found from (select hash, encode(sha256(bytes), 'hex') as found from ${files}) as hashed where hash <> found order by hash limit ${mostOfAKind}`)
  return [
    ...named.map(({ hash, where }): Difference => ({ kind: 'file', where, expected: hash, found: '' })),
    ...spoilt.map(({ hash, found }): Difference => ({ kind: 'file', where: hash, expected: hash, found })),
  ]
}
