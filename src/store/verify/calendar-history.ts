import type { Entry } from '../../core/ledger/entry.ts'
import type { WorkCalendar } from '../../core/time/work-calendar.ts'
import { workCalendar } from '../../core/time/work-calendar.ts'
import { noticeOf } from '../book.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import { readVersion } from './read-version.ts'

/** The working days as the book knew them between two journal numbers, both included, from the first to the last; what was decided before a notice may have been written after it. */
export type CalendarHistory = { readonly between: (first: number, last: number) => readonly WorkCalendar[] }

export const readCalendarHistory = async (handle: Handle, schema: string): Promise<CalendarHistory> => {
  const rows = await rowsOf<{ number: number; ledger: string; entry: number; payload: string }>(handle, sql`select number, ledger, entry, payload from ${table(schema, 'journal')} where ledger = 'zhenwu-calendar' and entry is not null order by number`)
  const standing = new Map<number, Entry>()
  const known: { readonly from: number; readonly calendar: WorkCalendar }[] = [{ from: 0, calendar: workCalendar('#0', []) }]
  for (const row of rows) {
    const version = readVersion(row)
    if (version === undefined) continue
    standing.set(row.entry, version)
    const notices = [...standing.values()].filter((each) => !each.void).sort((a, b) => a.version - b.version)
    known.push({ from: row.number, calendar: workCalendar(`#${row.number}`, notices.map(noticeOf)) })
  }
  return { between: (first, last) => known.filter(({ from }, at) => from <= last && (known[at + 1]?.from ?? Infinity) > first).map(({ calendar }) => calendar) }
}
