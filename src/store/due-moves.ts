import { entryOfPayload } from '../core/journal/row.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A recount that moved a matter without anybody taking a step: why, and its fields before and after. */
export type DueMove = { readonly number: number; readonly recordedAt: string; readonly reason: string | null; readonly before: Fields; readonly after: Fields }

/** The recounts of a matter, first to last. */
export const dueMoves = async (handle: Handle, schema: string, ledger: string, entry: number): Promise<readonly DueMove[]> => {
  const rows = await rowsOf<{ number: number; recorded: string; reason: string | null; payload: string; before: string }>(
    handle,
    sql`select number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded, reason, payload, before
        from (select number, recorded_at, reason, verb, payload, lag(payload) over (order by number) as before from ${table(schema, 'journal')} where entry = ${entry}::bigint and ledger = ${ledger}) as rows
        where verb = ${`${ledger}.recount`} and before is not null order by number`,
  )
  const fieldsIn = (number: number, payload: string): Fields => lastSpan(entryOfPayload({ number, ledger, entry, payload })).fields
  return rows.map(({ number, recorded, reason, payload, before }) => ({ number, recordedAt: recorded, reason, before: fieldsIn(number, before), after: fieldsIn(number, payload) }))
}
