import { entryOfPayload } from '../core/journal/row.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** One recorded step of an entry: who, when, why, and the whole entry after it. */
export type RecordedStep = {
  readonly number: number
  readonly recordedAt: string
  readonly person: number
  readonly actingFor: number | null
  readonly approvedBy: number | null
  readonly verb: string
  readonly reason: string | null
  readonly batch: string | null
  readonly after: Entry
}

/** The steps of an entry, first to last, up to a journal number. */
export const entryHistory = async (handle: Handle, schema: string, ledger: string, entry: number, asOf: number): Promise<readonly RecordedStep[]> => {
  const rows = await rowsOf<{ number: number; recorded: string; person: number; acting_for: number | null; approved_by: number | null; verb: string; reason: string | null; batch: string | null; payload: string }>(
    handle,
    sql`select number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded, person, acting_for, approved_by, verb, reason, batch, payload
        from ${table(schema, 'journal')} where entry = ${entry}::bigint and ledger = ${ledger} and number <= ${asOf}::bigint order by number`,
  )
  return rows.map(({ number, recorded, person, acting_for, approved_by, verb, reason, batch, payload }) => ({
    number,
    recordedAt: recorded,
    person,
    actingFor: acting_for,
    approvedBy: approved_by,
    verb,
    reason,
    batch,
    after: entryOfPayload({ number, ledger, entry, payload }),
  }))
}
