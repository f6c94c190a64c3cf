import { Ledger } from '../core/ledger/ledger.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A version of a ledger's declaration: the journal number it holds from, when, and by whom. */
export type LedgerVersion = { readonly version: number; readonly number: number; readonly recordedAt: string; readonly person: number; readonly ledger: Ledger }

/** Every version of a ledger, first to last. */
export const ledgerVersions = async (handle: Handle, schema: string, key: string): Promise<readonly LedgerVersion[]> => {
  const rows = await rowsOf<{ version: number; number: number; recorded: string; person: number; declaration: unknown }>(
    handle,
    sql`select d.version, d.number, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded, j.person, d.declaration
        from ${table(schema, 'declarations')} d join ${table(schema, 'journal')} j on j.number = d.number where d.kind = 'ledger' and d.key = ${key} order by d.version`,
  )
  return rows.map(({ version, number, recorded, person, declaration }) => ({ version, number, recordedAt: recorded, person, ledger: Ledger.parse(declaration) }))
}

/** Journal number from which the present version of a ledger holds; 0 where there is none. */
export const ledgerNumber = async (handle: Handle, schema: string, key: string): Promise<number> => {
  const [row] = await rowsOf<{ number: number }>(handle, sql`select coalesce(max(number), 0) as number from ${table(schema, 'declarations')} where kind = 'ledger' and key = ${key}`)
  return row?.number ?? 0
}
