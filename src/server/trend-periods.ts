import type { Day } from '../core/time/day.ts'
import type { Period, WindowKind } from '../core/time/period.ts'
import { period, previous, windowsOf } from '../core/time/period.ts'
import { earliest } from './read-scope.ts'

/** How many periods of each kind a trend shows: two years, or three where there are few. */
const lengths: Readonly<Record<WindowKind, number>> = { month: 13, quarter: 9, half: 5, year: 3 }

/** The periods of a trend up to the one a day lies in, first to last. */
export const trendPeriods = (kind: WindowKind, until: Day): readonly Period[] => {
  const periods = [period(windowsOf(until, [kind])[0] ?? '')]
  while (periods.length < lengths[kind] && (periods[0]?.from ?? '') > earliest) periods.unshift(previous(periods[0] as Period))
  return periods
}
