import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A closed month of a ledger, and who closed it when. */
export type ClosedMonth = { readonly id: number; readonly ledger: string; readonly month: string; readonly person: number; readonly recordedAt: string }

/** Months closed now, the latest first. */
export const listCloses = (handle: Handle, schema: string): Promise<readonly ClosedMonth[]> =>
  rowsOf<ClosedMonth>(
    handle,
    sql`select c.id, c.ledger, c.month, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_close')} as c join ${table(schema, 'journal')} as j on j.number = c.id where not c.void order by c.month desc, c.ledger`,
  )
