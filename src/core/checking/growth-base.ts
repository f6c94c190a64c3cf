import { compare, decimal, isNegative, isZero, minus, plus, times, type Decimal } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import { constantPrices, inUnitOf, type Fact, type Growth } from './fact.ts'
import { fixed, growthOn, hundred, overlap, percent, type Interval } from './interval.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import { tooPrecise } from './false-precision.ts'

/** A rate of growth whose base the text prints itself: 由A增加到B, or B 比上年增加X, both with a rate. */
export const growthBase = (page: Page): readonly Outcome[] =>
  page.lines.flatMap(({ facts }) =>
    facts.flatMap((fact, index): readonly Outcome[] => {
      const growth = page.growth(fact)
      if (growth === undefined || /年均/.test(growth.basis ?? '') || !fact.exact || fact.amount === null || fact.range === null || fact.unit === '%') return []
      const start = facts[index - 1]
      if (start !== undefined && start.read.rules.includes('from-to') && start.unit === fact.unit && start.exact) return onStart(fact, growth, start)
      const difference = facts[index + 1]
      if (difference === undefined || difference.unit !== fact.unit || !difference.exact || difference.from > growth.from || !difference.read.rules.includes('difference')) return []
      return onDifference(fact, growth, difference)
    }),
  )

const onStart = (fact: Fact, growth: Growth, start: Fact): readonly Outcome[] => {
  if (start.range === null || start.amount === null || isZero(start.amount)) return []
  const between = growthOn(fact.range as Interval, start.range)
  if (between === undefined) return []
  const fell = compare(fact.amount as Decimal, start.amount) < 0
  const [large, little] = fell ? [start.digits, inUnitOf(fact, start)] : [inUnitOf(fact, start), start.digits]
  return judged(fact, growth, between, minus(percent(fact.amount as Decimal, start.amount), hundred), `(${large} − ${little}) ÷ ${start.digits}`, [start, fact])
}

const onDifference = (fact: Fact, growth: Growth, difference: Fact): readonly Outcome[] => {
  if (difference.range === null || difference.amount === null) return []
  const fell = fallen.test(difference.lead)
  const base = fell ? plus(fact.amount as Decimal, difference.amount) : minus(fact.amount as Decimal, difference.amount)
  if (isNegative(base) || isZero(base)) return []
  const whole = fact.range as Interval
  const ratio = (step: Decimal, amount: Decimal): Decimal => percent(step, fell ? plus(amount, step) : minus(amount, step))
  if (!fell && compare(minus(whole.low, difference.range.high), decimal('0')) <= 0) return []
  const sign = fell ? decimal('-1') : decimal('1')
  const ends = [times(ratio(difference.range.low, whole.high), sign), times(ratio(difference.range.high, whole.low), sign)]
  const between = fell ? { low: ends[1] as Decimal, high: ends[0] as Decimal } : { low: ends[0] as Decimal, high: ends[1] as Decimal }
  return judged(fact, growth, between, times(percent(difference.amount, base), sign), `${inUnitOf(difference, fact)} ÷ (${fact.digits} ${fell ? '+' : '−'} ${inUnitOf(difference, fact)})`, [fact, difference])
}

const fallen = /减少|下降|降低|减|压减|压缩|下滑|回落|少|降/

const judged = (of: Fact, growth: Growth, between: Interval, centre: Decimal, text: string, inputs: readonly Fact[]): readonly Outcome[] => {
  const size = isNegative(centre) ? times(centre, decimal('-1')) : centre
  const reckoning = `${text} = ${fixed(size, Math.max(2, growth.decimals))}%`
  if (!overlap(between, growth.range)) return constantPrices.test(of.key) ? [] : [fails('growth-base', 'error', growth, words('增减幅度与所列数字不符。', 'The rate does not follow from the figures printed beside it.'), `${reckoning} ≠ ${growth.digits}%`)]
  return [holds('growth-base', growth, words('增减幅度与所列数字一致。', 'The rate follows from the figures printed beside it.'), reckoning), ...tooPrecise(growth, growth.decimals, between, inputs)]
}
