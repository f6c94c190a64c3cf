import type { Day } from '../time/day.ts'
import { daysBetween } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { workdaysBetween } from '../time/work-calendar.ts'

/** 红: past its legal day. 黄: few working days left. 绿: time enough. None: nothing is due, or the clock stands still. */
export type Lamp = 'red' | 'yellow' | 'green' | 'none'

export const lampOf = (due: Day | null, today: Day, calendar: WorkCalendar, few: number): Lamp => {
  if (due === null) return 'none'
  if (today > due) return 'red'
  return workdaysBetween(calendar, today, due) <= few ? 'yellow' : 'green'
}

/** Whether an open matter has had no step for longer than its procedure lets it rest. */
export const isStalled = (last: Day | null, settled: Day | null, after: number | undefined, today: Day): boolean => settled === null && last !== null && after !== undefined && daysBetween(last, today) > after
