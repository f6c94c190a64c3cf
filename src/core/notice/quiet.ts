import { townDay } from '../time/instant.ts'
import { addDays } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { isWorkday } from '../time/work-calendar.ts'

/** Hours of the town's day, `from` to `to` and over midnight where `from` is later, in which nothing is sent outside; equal hours are none. `rest`: nor on days of rest. */
export type Quiet = { readonly from: number; readonly to: number; readonly rest: boolean }

/** The first instant, ISO text in UTC, from `now` on at which something may be sent. */
export const sendFrom = (now: string, { from, to, rest }: Quiet, calendar: WorkCalendar): string => {
  const at = new Date(now)
  const hour = (at.getUTCHours() + 8) % 24
  const today = townDay(now)
  const quiet = from === to ? false : from < to ? hour >= from && hour < to : hour >= from || hour < to
  const open = quiet ? (from < to || hour < to ? today : addDays(today, 1)) : today
  if (!quiet && !(rest && !isWorkday(calendar, today))) return now
  let day = open
  while (rest && !isWorkday(calendar, day)) day = addDays(day, 1)
  const first = from === to ? 0 : to
  return new Date(`${day}T${String(first).padStart(2, '0')}:00:00+08:00`).toISOString()
}

/** Minutes after a failed sending until the next; after the last it has failed. */
export const retries: readonly number[] = [1, 5, 30, 120, 360]
