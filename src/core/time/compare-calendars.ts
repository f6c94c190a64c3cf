import type { Day } from './day.ts'
import type { DayKind, WorkCalendar } from './work-calendar.ts'
import { dayKind } from './work-calendar.ts'

/** A day that is another under one calendar than under another. */
export type ChangedDay = { readonly day: Day; readonly was: DayKind; readonly is: DayKind }

/** The days that a later calendar has otherwise than an earlier one, in their order. */
export const changedDays = (before: WorkCalendar, after: WorkCalendar): readonly ChangedDay[] =>
  [...new Set([...before.exceptions.keys(), ...after.exceptions.keys()])]
    .sort()
    .map((day) => ({ day, was: dayKind(before, day), is: dayKind(after, day) }))
    .filter(({ was, is }) => was !== is)
