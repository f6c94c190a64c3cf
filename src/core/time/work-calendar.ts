import type { Day } from './day.ts'
import { addDays, daysBetween, day as dayOf, yearOf } from './day.ts'

/**
 * Working days are weekdays, but for what a State Council notice says of a year: weekdays off, and weekend days worked
 * (全国年节及纪念日放假办法). A year without a notice is reckoned by weekdays alone, and every date found in it is provisional.
 */
export type WorkCalendar = {
  /** Tells one state of the calendar from another, in a journal and on a page. */
  readonly version: string
  /** Years whose notice is known. */
  readonly years: ReadonlySet<number>
  /** Days that are not as their weekday has them. */
  readonly exceptions: ReadonlyMap<Day, 'off' | 'work'>
}

/** One year's notice: weekdays off and weekend days worked, days of the year before it included. */
export type YearNotice = { readonly year: number; readonly off: readonly Day[]; readonly work: readonly Day[] }

/** The calendar of some notices; a later one of the same year replaces the earlier, a later one of another year adds to it. */
export const workCalendar = (version: string, notices: readonly YearNotice[]): WorkCalendar => {
  const last = new Map(notices.map((notice) => [notice.year, notice]))
  const exceptions = new Map<Day, 'off' | 'work'>()
  for (const { off, work } of [...last.values()].sort((a, b) => a.year - b.year)) {
    for (const day of off) exceptions.set(day, 'off')
    for (const day of work) exceptions.set(day, 'work')
  }
  return { version, years: new Set(last.keys()), exceptions }
}

/** Monday is 0, Sunday 6. */
export const weekday = (day: Day): number => ((daysBetween(aMonday, day) % 7) + 7) % 7

const aMonday = dayOf('2018-01-01')

export const isWeekend = (day: Day): boolean => weekday(day) > 4

/** Why a day is or is not worked: by its weekday, or because a notice says so. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'made-up'

export const dayKind = (calendar: WorkCalendar, day: Day): DayKind => {
  const exception = calendar.exceptions.get(day)
  if (exception === 'off') return isWeekend(day) ? 'weekend' : 'holiday'
  if (exception === 'work') return isWeekend(day) ? 'made-up' : 'workday'
  return isWeekend(day) ? 'weekend' : 'workday'
}

export const isWorkday = (calendar: WorkCalendar, day: Day): boolean => {
  const exception = calendar.exceptions.get(day)
  return exception === undefined ? !isWeekend(day) : exception === 'work'
}

/** Whether the notice of a day's year is known. */
export const isPublished = (calendar: WorkCalendar, day: Day): boolean => calendar.years.has(yearOf(day))

/** The day itself when it is worked, else the first one after it that is. */
export const workdayFrom = (calendar: WorkCalendar, day: Day): Day => step(calendar, day, 1)

/** The day itself when it is worked, else the last one before it that was. */
export const workdayUntil = (calendar: WorkCalendar, day: Day): Day => step(calendar, day, -1)

const step = (calendar: WorkCalendar, from: Day, by: 1 | -1): Day => {
  let day = from
  while (!isWorkday(calendar, day)) day = addDays(day, by)
  return day
}

/** The n-th working day after a day, which itself is not counted; the day itself for none. */
export const workdayAfter = (calendar: WorkCalendar, from: Day, n: number): Day => {
  let day = from
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1)
    if (isWorkday(calendar, day)) counted += 1
  }
  return day
}

/** Working days in (from, to]; negative when `to` is earlier. */
export const workdaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  if (to < from) return -workdaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkday(calendar, day)) count += 1
  }
  return count
}
