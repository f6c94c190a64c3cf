import type { Day } from '../time/day.ts'
import { addDays, daysBetween } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { workdayAfter, workdaysBetween } from '../time/work-calendar.ts'
import type { Clock } from './clock.ts'
import { dueOf, lengthOf } from './clock.ts'
import { isRunning } from './matter-fields.ts'
import type { Matter } from './matter.ts'
import { clocksOf } from './matter.ts'
import type { Procedure } from './procedure.ts'
import { isSettled } from './procedure-parts.ts'
import type { ReminderRule, ReminderTo } from './reminder-rule.ts'

/**
 * A reminder of one clock that has come. `term` is the time it belongs to: a clock that begins anew or is given more time has another; standing still and a new
 * notice of holidays move the days of the same. `mark` is `50`, `100` or `overdue-3`. Clock, term and mark together happen once to a matter.
 */
export type Reminder = { readonly clock: string; /** The org that was called, where it is its own clock. */ readonly org: string | null; readonly term: string; readonly mark: string; readonly day: Day; readonly due: Day; readonly to: readonly ReminderTo[] }

/** What a procedure that says nothing of it does: who handles it at half the time, her office too at four fifths and on the day, the leader as soon as it is late. */
export const usualReminders: readonly ReminderRule[] = [
  { share: 50, to: ['owner'] },
  { share: 80, to: ['owner', 'office'] },
  { share: 100, to: ['owner', 'office'] },
  { overdue: 3, to: ['owner', 'office', 'leader'] },
]

/** After so many the warning list is left to speak for itself. */
export const mostOverdue = 20

/**
 * Every reminder of a matter whose day has come, of each clock in the order of the days. Only a clock that runs and binds the office reminds; one that stands still, is
 * a party's, or is a minimum does not. A share that lay before more time was granted has had its day.
 */
export const remindersCome = (procedure: Pick<Procedure, 'clocks' | 'states' | 'reminders'>, matter: Pick<Matter, 'state' | 'clocks' | 'whistles'>, calendar: WorkCalendar, today: Day): readonly Reminder[] => {
  if (isSettled(procedure, matter.state)) return []
  const rules = procedure.reminders ?? usualReminders
  return clocksOf(matter).flatMap(({ rule: key, clock, org }) => {
    if (!isRunning(clock) || procedure.clocks.find((rule) => rule.key === key)?.party === true) return []
    const { legal: due } = dueOf(clock, calendar, today)
    const granted = clock.extensions.at(-1)?.on
    const of = { clock: key, org, term: `${clock.start}${clock.until === undefined ? '' : `/${clock.until}`}+${lengthOf(clock) - clock.limit.value}${org === null ? '' : `@${org}`}`, due }
    return rules
      .flatMap((rule): readonly Reminder[] => ('share' in rule ? [{ ...of, mark: String(rule.share), day: shareDay(clock, rule.share, calendar, today), to: rule.to }] : overdueMarks(rule, due, calendar, today).map((each) => ({ ...of, ...each }))))
      .filter(({ day }) => day <= today && (granted === undefined || day > granted))
      .sort((a, b) => (a.day === b.day ? rank(a) - rank(b) : a.day < b.day ? -1 : 1))
  })
}

/** What is to be told now, and what is passed over because something newer of the same clock came since: nobody is told of a week at once. `known` is what was told or passed over before. */
export const toTell = (came: readonly Reminder[], known: (reminder: Reminder) => boolean): { readonly tell: readonly Reminder[]; readonly passed: readonly Reminder[] } => {
  const of = ({ clock, org }: Reminder): string => `${clock} ${org ?? ''}`
  const newest = new Map(came.map((each) => [of(each), each]))
  const fresh = came.filter((each) => !known(each))
  const [tell, passed] = [fresh.filter((each) => newest.get(of(each)) === each), fresh.filter((each) => newest.get(of(each)) !== each)]
  return { tell, passed }
}

/** The day by which a share of a clock's time is over, in the clock's own days; days it stood still are not counted unless its last day was named, and the whole of it is over on the legal day. */
const shareDay = (clock: Clock, share: number, calendar: WorkCalendar, today: Day): Day => {
  const { end, legal } = dueOf(clock, calendar, today)
  if (share === 100) return legal
  const { unit, bound } = clock.limit
  if (bound === 'before') return legal
  if (clock.until !== undefined) return unit === 'working' ? workdayAfter(calendar, clock.start, partOf(workdaysBetween(calendar, clock.start, end), share)) : addDays(clock.start, partOf(daysBetween(clock.start, end), share))
  if (unit === 'working') return dueOf({ ...clock, limit: { ...clock.limit, value: partOf(lengthOf(clock), share) }, extensions: [] }, calendar, today).end
  const still = clock.pauses.reduce((sum, { from, to }) => sum + (to === null ? 0 : daysBetween(from, to)), 0)
  return clock.pauses.reduce((day, { from, to }) => (to !== null && from < day ? addDays(day, daysBetween(from, to)) : day), addDays(clock.start, partOf(daysBetween(clock.start, end) - still, share)))
}

const partOf = (whole: number, share: number): number => Math.ceil((whole * share) / 100)

const overdueMarks = ({ overdue, to }: ReminderRule & { readonly overdue: number }, due: Day, calendar: WorkCalendar, today: Day): readonly Pick<Reminder, 'mark' | 'day' | 'to'>[] => {
  const marks: Pick<Reminder, 'mark' | 'day' | 'to'>[] = []
  for (let day = workdayAfter(calendar, due, 1); day <= today && marks.length < mostOverdue; day = workdayAfter(calendar, day, overdue)) marks.push({ mark: `overdue-${marks.length + 1}`, day, to })
  return marks
}

/** Of reminders that fall on one day the one further on counts. */
const rank = ({ mark }: Reminder): number => (mark.startsWith('overdue-') ? 1000 + Number(mark.slice(8)) : Number(mark))
