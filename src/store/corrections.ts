import { entryOfPayload } from '../core/journal/row.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { EntryChange } from '../core/ledger/change.ts'
import type { Into } from '../core/linking/merge-entries.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** What can be proposed: putting back a batch is done at once or not at all. A void may be one half of a merge: what it stands for then is made when it is decided. */
type Proposed = Exclude<EntryChange, { act: 'restore' } | { act: 'repoint' }> & { readonly into?: Into }

export type CorrectionState = 'proposed' | 'approved' | 'refused'

/** A correction that waits for, or had, its second person. `before` is the entry as the proposer saw it. */
export type Correction = {
  readonly id: number
  readonly version: number
  readonly ledger: string
  readonly target: number
  readonly change: Proposed
  readonly reason: string
  readonly proposer: number
  readonly state: CorrectionState
  readonly decider: number | null
  readonly day: string
  readonly before: Entry | undefined
}

/** The latest corrections are told. */
const mostCorrections = 500

/** Corrections, newest first: all, those of one state, or one by its number. */
export const findCorrections = async (handle: Handle, schema: string, which: { readonly state?: CorrectionState | undefined; readonly id?: number }): Promise<readonly Correction[]> => {
  const asked: Sql = which.id !== undefined ? sql`c.id = ${which.id}::bigint` : which.state !== undefined ? sql`c.state = ${which.state}` : sql`true`
  const rows = await rowsOf<{ id: number; version: number; ledger: string; entry: string; change: string; reason: string; proposer: number; state: CorrectionState; decider: number | null; day: string }>(
    handle,
    sql`select c.id, c.version, c.ledger, c.entry, c.change, c.reason, c.proposer, c.state, c.decider, c.day
        from ${table(schema, 'ledger_correction')} as c where not c.void and ${asked} order by c.id desc limit ${mostCorrections}::int`,
  )
  const changes = rows.map((row) => JSON.parse(row.change) as Proposed)
  const seen = await entriesSeen(handle, schema, changes.map((change) => change.saw))
  return rows.map((row, index) => {
    const change = changes[index] as Proposed
    return { ...row, target: Number(row.entry), change, before: seen.get(change.saw) }
  })
}

/** Entries as the journal left them at the numbers that were their versions. */
const entriesSeen = async (handle: Handle, schema: string, versions: readonly number[]): Promise<ReadonlyMap<number, Entry>> => {
  if (versions.length === 0) return new Map()
  const rows = await rowsOf<{ number: number; ledger: string; entry: number; payload: string }>(handle, sql`select number, ledger, entry, payload from ${table(schema, 'journal')} where number = any(${[...versions]}::bigint[]) and entry is not null`)
  return new Map(rows.map((row) => [row.number, entryOfPayload(row)]))
}
