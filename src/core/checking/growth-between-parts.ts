import { compare, decimal, divide, isNegative, isZero, minus, plus, times, type Decimal } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import { constantPrices, type Fact, type Growth } from './fact.ts'
import { fixed, growthOn, hundred, overlap, percent, type Interval } from './interval.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import { exhaustive } from './parts-and-whole.ts'
import type { Whole } from './wholes.ts'

/** The growth of a whole against that of its parts: all of them give it, one of them leaves a rest that must have been there last year. */
export const growthBetweenParts = (page: Page, wholes: readonly Whole[]): readonly Outcome[] =>
  wholes.flatMap((it): readonly Outcome[] => {
    const growth = page.growth(it.whole)
    if (growth === undefined || !it.whole.exact || it.kind === 'outcome') return []
    const parts = exhaustive(it) ?? it.parts.slice(0, 1)
    const grown = parts.map((part) => page.growth(part))
    if (grown.some((each) => each === undefined || (each.basis !== null && growth.basis !== null && each.basis !== growth.basis)) || parts.some((part) => !part.exact)) return []
    const pairs = parts.map((part, index) => ({ part, growth: grown[index] as Growth }))
    return parts.length >= 2 ? allParts(it.whole, growth, pairs) : constantPrices.test(it.whole.key) ? [] : onePart(it.whole, growth, pairs[0])
  })

type Pair = { readonly part: Fact; readonly growth: Growth }

const allParts = (whole: Fact, growth: Growth, pairs: readonly Pair[]): readonly Outcome[] => {
  const rates = pairs.map((pair) => pair.growth)
  const text = rates.map((each) => `${signed(each)}%`).join('、')
  if (constantPrices.test(whole.key)) {
    const low = least(rates.map((each) => each.range.low))
    const high = least(rates.map((each) => each.range.high), -1)
    return overlap(growth.range, { low, high })
      ? [holds('growth-between-parts', growth, words('总体增速在各部分增速之间。', 'The growth of the whole lies between that of its parts.'), `${text} → ${signed(growth)}%`)]
      : [fails('growth-between-parts', 'warning', growth, words('总体增速不在各部分增速之间。', 'The growth of the whole lies outside that of its parts.'), `${text} → ${signed(growth)}%`)]
  }
  const base = baseOf(pairs.map(({ part, growth: each }) => ({ amount: part.amount as Decimal, rate: each.percent })))
  const total = pairs.reduce((all, { part }) => plus(all, part.amount as Decimal), decimal('0'))
  if (base === undefined || isZero(base)) return []
  const centre = minus(percent(total, base), hundred)
  const end = (side: 'low' | 'high'): Decimal | undefined => {
    const chosen = pairs.map(({ part, growth: each }) => ({ amount: (part.range as Interval)[(compare(each.percent, centre) < 0) === (side === 'low') ? 'high' : 'low'], rate: each.range[side] }))
    const sum = chosen.reduce((all, each) => plus(all, each.amount), decimal('0'))
    const from = baseOf(chosen)
    return from === undefined || isZero(from) ? undefined : minus(percent(sum, from), hundred)
  }
  const low = end('low')
  const high = end('high')
  if (low === undefined || high === undefined) return []
  const reckoning = `${pairs.map(({ part, growth: each }) => `${part.digits} ÷ ${fixed(factor(each.percent), Math.max(2, each.decimals + 2))}`).join(' + ')} → ${fixed(centre, 2)}%（${fixed(low, 2)}%—${fixed(high, 2)}%）`
  return overlap(growth.range, { low, high })
    ? [holds('growth-between-parts', growth, words('总体增速与各部分推算一致。', 'The growth of the whole agrees with that of its parts.'), reckoning)]
    : [fails('growth-between-parts', 'error', growth, words('总体增速与各部分推算不符。', 'The growth of the whole disagrees with that of its parts.'), `${reckoning} ≠ ${signed(growth)}%`)]
}

/** A part alone: what is left of the whole this year and last year gives the growth of the rest. */
const onePart = (whole: Fact, growth: Growth, pair: Pair | undefined): readonly Outcome[] => {
  if (pair === undefined || whole.amount === null || pair.part.amount === null) return []
  const before = baseOf([{ amount: whole.amount, rate: growth.percent }])
  const partBefore = baseOf([{ amount: pair.part.amount, rate: pair.growth.percent }])
  const wholeMost = baseOf([{ amount: (whole.range as Interval).high, rate: growth.range.low }])
  const partLeast = baseOf([{ amount: (pair.part.range as Interval).low, rate: pair.growth.range.high }])
  if (before === undefined || partBefore === undefined || wholeMost === undefined || partLeast === undefined) return []
  if (compare(partLeast, wholeMost) > 0)
    return [fails('growth-between-parts', 'error', pair.growth, words('按增速推算，上年同期部分已大于总体。', 'By these rates the part exceeded the whole a year before.'), `${pair.part.digits} ÷ ${fixed(factor(pair.growth.percent), 4)} > ${whole.digits} ÷ ${fixed(factor(growth.percent), 4)}`)]
  const rest = minus(whole.amount, pair.part.amount)
  const restBefore = minus(before, partBefore)
  if (isNegative(rest) || isZero(rest) || isNegative(restBefore) || isZero(restBefore)) return []
  const restGrowth = growthOn({ low: rest, high: rest }, { low: restBefore, high: restBefore })?.low
  return restGrowth === undefined ? [] : [holds('growth-between-parts', growth, words('总体增速在部分与其余之间。', 'The growth of the whole lies between the part and the rest.'), `${signed(pair.growth)}%、${fixed(restGrowth, 1)}% → ${signed(growth)}%`)]
}

const factor = (rate: Decimal): Decimal => plus(decimal('1'), times(rate, decimal('0.01')))

/** What the amounts were before they grew; undefined where one fell by all or more. */
const baseOf = (all: readonly { readonly amount: Decimal; readonly rate: Decimal }[]): Decimal | undefined => {
  let sum = decimal('0')
  for (const { amount, rate } of all) {
    const by = factor(rate)
    if (isNegative(by) || isZero(by)) return undefined
    sum = plus(sum, divide(amount, by, 12))
  }
  return sum
}

const signed = (growth: Growth): string => `${isNegative(growth.percent) ? '-' : ''}${growth.digits}`
const least = (values: readonly Decimal[], sign: 1 | -1 = 1): Decimal => values.reduce((a, b) => (compare(a, b) * sign <= 0 ? a : b))
