import { abs, compare, decimal, minus, times } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import { decimalsOf, type Fact } from './fact.ts'
import { fixed, type Interval } from './interval.ts'
import { fails, type Outcome, type Span } from './outcome.ts'

/** A rate printed with two or more decimals though the figures it comes from carry one at most: its true value is open by far more than it says. */
export const tooPrecise = (rate: Span, decimals: number, between: Interval, inputs: readonly Fact[]): readonly Outcome[] => {
  const carried = Math.max(...inputs.map((each) => decimalsOf(each.digits)))
  const width = abs(minus(between.high, between.low))
  if (decimals < 2 || carried > 1 || compare(width, times(decimal('20'), decimal(`0.${'0'.repeat(decimals - 1)}1`))) <= 0) return []
  const [low, high] = [abs(between.low), abs(between.high)].sort((a, b) => compare(a, b))
  return [fails('false-precision', 'note', rate, words('小数位数多于所列数字所能支持的。', 'More decimals than the printed figures can bear.'), `${fixed(low ?? decimal('0'), 2)}%—${fixed(high ?? decimal('0'), 2)}%`)]
}
