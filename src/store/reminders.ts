import type { Reminder } from '../core/matter/reminder.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A reminder of one matter. */
export type MatterReminder = Pick<Reminder, 'clock' | 'term' | 'mark'> & { readonly matter: number }

/** One spelling for a reminder within a ledger. */
export const reminderName = ({ matter, clock, term, mark }: MatterReminder): string => `${matter} ${clock} ${term} ${mark}`

/** Reminders of some matters of one ledger that were told or passed over, by their names. */
export const findReminders = async (handle: Handle, schema: string, ledger: string, matters: readonly number[]): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf<MatterReminder>(handle, sql`select matter, clock, term, mark from ${table(schema, 'reminders')} where ledger = ${ledger} and matter = any(${[...matters]}::bigint[])`)
  return new Set(rows.map(reminderName))
}

/** Claims reminders of one ledger: answers the names of those nobody had claimed. Of two servers that claim the same, one gets it, and the other waits until that is sure. */
export const claimReminders = async (handle: Handle, schema: string, ledger: string, reminders: readonly (MatterReminder & { readonly told: boolean })[]): Promise<ReadonlySet<string>> => {
  if (reminders.length === 0) return new Set()
  const inOrder = [...reminders].sort((a, b) => (reminderName(a) < reminderName(b) ? -1 : 1))
  const rows = await rowsOf<MatterReminder>(
    handle,
    sql`insert into ${table(schema, 'reminders')} (ledger, matter, clock, term, mark, told)
        select ${ledger}, * from unnest(${inOrder.map(({ matter }) => matter)}::bigint[], ${inOrder.map(({ clock }) => clock)}::text[], ${inOrder.map(({ term }) => term)}::text[], ${inOrder.map(({ mark }) => mark)}::text[], ${inOrder.map(({ told }) => told)}::boolean[])
        on conflict do nothing returning matter, clock, term, mark`,
  )
  return new Set(rows.map(reminderName))
}
