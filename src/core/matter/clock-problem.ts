import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import type { Clock, ClockEvent } from './clock.ts'
import { dueOf, lengthOf, pausedSince } from './clock.ts'

/**
 * Why an event may not happen to a clock. More time is granted only while the old time lasts, no more than the clause allows, with a reason,
 * and where the clause asks for it with a notice to the party; a clock stands still only for a reason its clause names.
 */
export const clockProblem = (clock: Clock | undefined, event: ClockEvent, calendar: WorkCalendar): Refusal | undefined => {
  if (event.kind === 'start' || event.kind === 'reopen') return undefined
  if (clock === undefined || clock.stopped !== null) return refuse('clock-not-running')
  const last = lastDay(clock)
  if (event.on < last) return refuse('clock-day-before', { day: last })
  const { legal } = dueOf(clock, calendar, event.on)
  const { limit } = clock
  switch (event.kind) {
    case 'stop':
      return undefined
    case 'suspend':
      if (pausedSince(clock) !== null) return refuse('clock-paused')
      if (event.on > legal) return refuse('clock-overdue', { due: legal })
      return limit.pauses?.some((pause) => pause.key === event.reason) === true ? undefined : refuse('clock-no-such-pause', { limit: limit.title.zh })
    case 'resume':
      return pausedSince(clock) === null ? refuse('clock-not-paused') : undefined
    case 'extend': {
      if (limit.extension === undefined) return refuse('clock-no-extension', { limit: limit.title.zh })
      if (event.on > legal) return refuse('clock-overdue', { due: legal })
      const had = clock.extensions.reduce((sum, { value }) => sum + value, 0)
      if (event.value < 1 || had + event.value > limit.extension.value) return refuse('clock-extended-too-far', { most: limit.extension.value, had })
      if (event.reason.trim() === '') return refuse('reason-required')
      return limit.extension.notice && event.notice === null ? refuse('clock-notice-missing') : undefined
    }
    case 'shorten': {
      const { shortening } = limit
      if (limit.bound !== 'least' || shortening === undefined) return refuse('clock-no-shortening', { limit: limit.title.zh })
      if (event.value < shortening.least || event.value >= lengthOf(clock)) return refuse('clock-shortened-too-far', { least: shortening.least, now: lengthOf(clock) })
      return event.reason.trim() === '' ? refuse('reason-required') : undefined
    }
    default:
      return event satisfies never
  }
}

/** The day of the last thing that happened to a clock: what comes next is not earlier. */
const lastDay = (clock: Clock): Day =>
  [...clock.pauses.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]), ...clock.extensions.map(({ on }) => on), ...(clock.shortened === undefined ? [] : [clock.shortened.on])].reduce((last, day) => (day > last ? day : last), clock.start)
