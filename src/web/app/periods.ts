import { day } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { period, previous, windowsOf } from '../../core/time/period.ts'

/** The half-year a report is about when nothing is said: the last one over by the town date. */
export const lastHalf = (today: string): string => {
  const current = period(windowsOf(day(today), ['half'])[0] ?? '')
  return current.to === today ? current.key : previous(current).key
}

/** Keys of the latest periods of a kind up to the one the town date lies in, newest first. */
export const recentPeriods = (today: string, kind: 'month' | 'quarter' | 'half' | 'year', count: number): readonly string[] => {
  const keys: string[] = []
  let each: Period = period(windowsOf(day(today), [kind])[0] ?? '')
  while (keys.length < count) {
    keys.push(each.key)
    each = previous(each)
  }
  return keys
}
