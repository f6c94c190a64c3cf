import type { Day } from '../time/day.ts'
import { addDays, daysBetween, yearOf } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { dayKind, isPublished } from '../time/work-calendar.ts'
import type { Clock, Extension, Shortening } from './clock.ts'
import { dueOf } from './clock.ts'
import type { LimitUnit } from './limit.ts'

/** One line of how a date comes about; a screen puts it into words. Clauses are those of the limit, or of the rule of counting. */
export type ClockLine =
  | { readonly kind: 'start'; readonly on: Day; readonly clause: string }
  | { readonly kind: 'event'; readonly on: Day }
  | { readonly kind: 'count'; readonly value: number; readonly unit: LimitUnit; readonly bound: 'most' | 'least' | 'before'; readonly clause: string | null }
  /** The day was named when the clock started. */
  | { readonly kind: 'named'; readonly on: Day }
  | { readonly kind: 'pause'; readonly from: Day; readonly to: Day | null; readonly reason: string; readonly days: number; readonly clause: string | null }
  | { readonly kind: 'extend'; readonly extension: Extension; readonly unit: LimitUnit; readonly clause: string | null }
  | { readonly kind: 'shorten'; readonly shortening: Shortening; readonly unit: LimitUnit; readonly clause: string | null }
  | { readonly kind: 'rest'; readonly weekends: number; readonly holidays: readonly Day[]; readonly madeUp: readonly Day[] }
  | { readonly kind: 'end'; readonly on: Day }
  | { readonly kind: 'roll'; readonly over: readonly Day[]; readonly on: Day; readonly clause: string }
  | { readonly kind: 'safe'; readonly on: Day }
  | { readonly kind: 'earliest'; readonly on: Day }
  | { readonly kind: 'provisional'; readonly years: readonly number[] }
  | { readonly kind: 'stopped'; readonly on: Day; readonly late: number }

/** Clauses of the rules of counting, used by analogy where the law of the limit is silent. */
const startClause = '民法典第二百零一条'
const rollClause = '民法典第二百零三条'

/** Tells a date line by line, in the order in which one would count it by hand. */
export const explainClock = (clock: Clock, calendar: WorkCalendar, today: Day): readonly ClockLine[] => {
  const { limit, start } = clock
  const due = dueOf(clock, calendar, today)
  const back = limit.bound === 'before'
  const length: ClockLine = clock.until === undefined ? { kind: 'count', value: limit.value, unit: limit.unit, bound: limit.bound, clause: limit.clause ?? null } : { kind: 'named', on: clock.until }
  const lines: ClockLine[] = [back ? { kind: 'event', on: start } : { kind: 'start', on: start, clause: startClause }, length]
  if (clock.shortened !== undefined) lines.push({ kind: 'shorten', shortening: clock.shortened, unit: limit.unit, clause: limit.shortening?.clause ?? null })
  for (const extension of clock.extensions) lines.push({ kind: 'extend', extension, unit: limit.unit, clause: limit.extension?.clause ?? null })
  for (const { from, to, reason } of clock.pauses)
    lines.push({ kind: 'pause', from, to, reason, days: daysBetween(from, to ?? (today > from ? today : from)), clause: limit.pauses?.find((each) => each.key === reason)?.clause ?? null })
  if (limit.unit === 'working' && clock.until === undefined) lines.push(restLine(calendar, back ? due.end : start, back ? start : due.end))
  lines.push({ kind: 'end', on: due.end })
  if (limit.bound === 'least') lines.push({ kind: 'earliest', on: addDays(due.end, 1) })
  else {
    if (due.legal > due.end) lines.push({ kind: 'roll', over: daysIn(due.end, addDays(due.legal, -1)), on: due.legal, clause: rollClause })
    if (due.safe < due.legal) lines.push({ kind: 'safe', on: due.safe })
  }
  if (due.provisional) lines.push({ kind: 'provisional', years: unpublished(calendar, back ? due.safe : start, due.legal > start ? due.legal : start) })
  if (clock.stopped !== null) lines.push({ kind: 'stopped', on: clock.stopped, late: Math.max(0, daysBetween(due.legal, clock.stopped)) })
  return lines
}

/** The days in (from, to] that are not counted, or are although they lie on a weekend. */
const restLine = (calendar: WorkCalendar, from: Day, to: Day): ClockLine => {
  const days = from < to ? daysIn(addDays(from, 1), to).map((day) => ({ day, kind: dayKind(calendar, day) })) : []
  const of = (wanted: string): readonly Day[] => days.filter(({ kind }) => kind === wanted).map(({ day }) => day)
  return { kind: 'rest', weekends: of('weekend').length, holidays: of('holiday'), madeUp: of('made-up') }
}

const daysIn = (from: Day, to: Day): readonly Day[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))

const unpublished = (calendar: WorkCalendar, from: Day, to: Day): readonly number[] => {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at)
  return years.filter((year) => !isPublished(calendar, `${year}-01-01` as Day))
}
