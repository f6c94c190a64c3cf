import type { Day } from '../time/day.ts'
import type { Period } from '../time/period.ts'
import { period, previous, windowsOf } from '../time/period.ts'
import type { Posting } from './measure.ts'

type Basis = Extract<Posting, { kind: 'reported' }>['basis']

/**
 * The period a value is due for at a day: the last month, quarter or, for cumulated and point values, half-year that is
 * over.
 */
export const duePeriod = (basis: Basis, at: Day): Period => {
  const kind = basis === 'month' || basis === 'quarter' ? basis : 'half'
  return previous(period(windowsOf(at, [kind])[0] ?? ''))
}
