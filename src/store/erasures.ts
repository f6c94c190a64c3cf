import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

export type ErasureState = 'proposed' | 'approved' | 'refused'

/** An erasure as it was asked for and decided. */
export type Erasure = {
  readonly id: number
  readonly version: number
  readonly ledger: string
  readonly target: number
  readonly field: string
  readonly keyId: string
  readonly reason: string
  readonly proposer: number
  readonly state: ErasureState
  readonly decider: number | null
  readonly day: string
}

/** The latest erasures are told. */
const mostErasures = 500

/** Erasures, newest first: all, one by its number, or those still open of one key. */
export const findErasures = (handle: Handle, schema: string, which: { readonly id?: number; readonly openKey?: string } = {}): Promise<readonly Erasure[]> => {
  const asked = which.id !== undefined ? sql`id = ${which.id}::bigint` : which.openKey !== undefined ? sql`key_id = ${which.openKey} and state = 'proposed'` : sql`true`
  return rowsOf<Erasure>(handle, sql`select id, version, ledger, entry::bigint as target, field, key_id as "keyId", reason, proposer, state, decider, day from ${table(schema, 'ledger_erasure')} where not void and ${asked} order by id desc limit ${mostErasures}::int`)
}
