import type { Day } from '../time/day.ts'
import { addDays, daysBetween, monthLength, dayOf, yearOf } from '../time/day.ts'
import { addMonths, monthNumber, monthOf } from '../time/month.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { isPublished, isWorkday, workdayFrom, workdayUntil } from '../time/work-calendar.ts'
import type { Limit } from './limit.ts'

/** While the clock stood still: from the day of the event (which still counts) to the day it went on (which does not). */
export type Pause = { readonly from: Day; readonly to: Day | null; readonly reason: string }

/** More time, in the unit of the limit: granted on a day, by someone, for a reason, and told to the party on a day. */
export type Extension = { readonly on: Day; readonly value: number; readonly approver: number | null; readonly notice: Day | null; readonly reason: string }

/** A minimum made shorter, to so much in the unit of its limit: on a day, by someone, for a reason. */
export type Shortening = { readonly on: Day; readonly value: number; readonly approver: number | null; readonly reason: string }

/** A limit under way: what happened to it so far. */
export type Clock = {
  readonly limit: Limit
  /** Day of the event that started it; it is not counted (民法典第二百零一条). For a limit counted back, the day of the event ahead. */
  readonly start: Day
  /** The day it is due by, where one was named when it started; it takes the place of the limit's length, and only an extension moves it. */
  readonly until?: Day
  readonly shortened?: Shortening
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Extension[]
  readonly stopped: Day | null
}

/** What can happen to a clock. */
export type ClockEvent =
  | { readonly kind: 'start'; readonly on: Day; readonly limit: Limit; readonly until?: Day }
  | { readonly kind: 'suspend'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'resume'; readonly on: Day }
  | ({ readonly kind: 'extend' } & Extension)
  | ({ readonly kind: 'shorten' } & Shortening)
  | { readonly kind: 'stop'; readonly on: Day }
  | { readonly kind: 'reopen'; readonly on: Day }

/** The clock after one more event; one that does not fit (a resume without a pause) leaves it as it is. A start begins it anew; to reopen is to take back a stop, as though it had run on. */
export const tick = (clock: Clock | undefined, event: ClockEvent): Clock | undefined => {
  if (event.kind === 'start') return { limit: event.limit, start: event.on, ...(event.until === undefined ? {} : { until: event.until }), pauses: [], extensions: [], stopped: null }
  if (event.kind === 'reopen') return clock === undefined ? undefined : { ...clock, stopped: null }
  if (clock === undefined || clock.stopped !== null) return clock
  switch (event.kind) {
    case 'suspend':
      return pausedSince(clock) === null ? { ...clock, pauses: [...clock.pauses, { from: event.on, to: null, reason: event.reason }] } : clock
    case 'resume':
      return { ...clock, pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: event.on } : pause)) }
    case 'extend': {
      const { kind: _, ...extension } = event
      return { ...clock, extensions: [...clock.extensions, extension] }
    }
    case 'shorten': {
      const { kind: _, ...shortened } = event
      return { ...clock, shortened }
    }
    case 'stop':
      return { ...clock, pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: event.on } : pause)), stopped: event.on }
    default:
      return event satisfies never
  }
}

/** The day since which a clock stands still, or null. */
export const pausedSince = (clock: Clock): Day | null => clock.pauses.find((pause) => pause.to === null)?.from ?? null

/** How long a clock runs in all, extensions included and as it was shortened, in the unit of its limit. */
export const lengthOf = (clock: Clock): number => (clock.shortened?.value ?? clock.limit.value) + extendedBy(clock)

const extendedBy = (clock: Clock): number => clock.extensions.reduce((sum, { value }) => sum + value, 0)

/**
 * When something is due. `legal` is the last day the law leaves: where the last day is one of rest, the first working day after it
 * (民法典第二百零三条). `safe` is the last working day on or before the last day: what offices chase. `end` is the last day before it is moved.
 */
export type Due = { readonly end: Day; readonly legal: Day; readonly safe: Day; /** A year it passes through has no notice yet. */ readonly provisional: boolean }

/** When a clock ends by a calendar; while it stands still, as though it went on again on `today`. */
export const dueOf = (clock: Clock, calendar: WorkCalendar, today: Day): Due => {
  const pauses = clock.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? (today > pause.from ? today : pause.from) }))
  const { bound, unit } = clock.limit
  if (bound === 'before') return backwards(clock.start, lengthOf(clock), unit, calendar)
  const end = clock.until === undefined ? after(clock.start, lengthOf(clock), unit, pauses, calendar) : after(clock.until, extendedBy(clock), unit, [], calendar)
  const [legal, safe] = [workdayFrom(calendar, end), workdayUntil(calendar, end)]
  const provisional = !publishedThrough(calendar, unit === 'working' ? clock.start : end, legal)
  return { end, legal, safe, provisional }
}

/** First day on which the next step may be taken: where the limit is a minimum the day after the last of it, where it is counted back from an event the day it comes to. */
export const earliestOf = (clock: Clock, calendar: WorkCalendar, today: Day): Day => (clock.limit.bound === 'before' ? dueOf(clock, calendar, today).end : addDays(dueOf(clock, calendar, today).end, 1))

/** The day so many units before another: until when something must be asked for that ends then. */
export const dayBefore = (day: Day, value: number, unit: Limit['unit'], calendar: WorkCalendar): Day => backwards(day, value, unit, calendar).end

/** So many units after a day, those on which the clock stood still not counted. */
const after = (start: Day, length: number, unit: Limit['unit'], pauses: readonly { readonly from: Day; readonly to: Day }[], calendar: WorkCalendar): Day =>
  unit === 'working' ? afterWorkdays(start, length, pauses, calendar) : addDays(unit === 'month' ? afterMonths(start, length) : addDays(start, length), pausedDays(pauses))

/** Days on which a clock stood still. */
const pausedDays = (pauses: readonly { readonly from: Day; readonly to: Day }[]): number => pauses.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0)

const isPaused = (pauses: readonly { readonly from: Day; readonly to: Day }[], day: Day): boolean => pauses.some(({ from, to }) => from < day && day <= to)

/** The n-th working day after a day, those on which the clock stood still left out. */
const afterWorkdays = (start: Day, n: number, pauses: readonly { readonly from: Day; readonly to: Day }[], calendar: WorkCalendar): Day => {
  let day = start
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1)
    if (isWorkday(calendar, day) && !isPaused(pauses, day)) counted += 1
  }
  return day
}

/** The same-numbered day so many months later, or the last of that month (民法典第二百零二条). */
const afterMonths = (start: Day, n: number): Day => {
  const month = addMonths(monthOf(start), n)
  const [year, number] = [Number(month.slice(0, 4)), monthNumber(month)]
  return dayOf(year, number, Math.min(Number(start.slice(8)), monthLength(year, number)))
}

/** Counted back from an event, whose own day is left out; the safe day is the last working day until then. */
const backwards = (event: Day, n: number, unit: Limit['unit'], calendar: WorkCalendar): Due => {
  let end = event
  if (unit === 'working')
    for (let counted = 0; counted < n; ) {
      end = addDays(end, -1)
      if (isWorkday(calendar, end)) counted += 1
    }
  else end = unit === 'month' ? afterMonths(event, -n) : addDays(event, -n)
  const safe = workdayUntil(calendar, end)
  return { end, legal: end, safe, provisional: !publishedThrough(calendar, safe, unit === 'working' ? event : end) }
}

const publishedThrough = (calendar: WorkCalendar, from: Day, to: Day): boolean => {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!isPublished(calendar, `${year}-01-01` as Day)) return false
  return true
}

/** How a clock stands on a day: the lamp of a case. Standing still is neither early nor late, and a minimum cannot be missed: it runs, and then it is over. */
export type Standing = 'running' | 'paused' | 'overdue' | 'in-time' | 'late'

export const standingOf = (clock: Clock, calendar: WorkCalendar, today: Day): Standing => {
  const { legal } = dueOf(clock, calendar, today)
  const least = clock.limit.bound === 'least'
  if (clock.stopped !== null) return least || clock.stopped <= legal ? 'in-time' : 'late'
  if (pausedSince(clock) !== null) return 'paused'
  if (least) return today > legal ? 'in-time' : 'running'
  return today > legal ? 'overdue' : 'running'
}
