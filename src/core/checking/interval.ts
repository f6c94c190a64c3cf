import { compare, decimal, divide, isNegative, isZero, minus, plus, scaleOf, times, type Decimal } from '../quantity/decimal.ts'

/** Where a number can truly lie, given how it is printed: 7.1 is anything from 7.05 to 7.15. Both ends included. */
export type Interval = { readonly low: Decimal; readonly high: Decimal }

/** The numbers that print as this one with so many decimals. */
export const printedAs = (value: Decimal, decimals: number): Interval => {
  const half = decimals <= 0 ? decimal('0.5') : decimal(`0.${'0'.repeat(decimals)}5`)
  return { low: minus(value, half), high: plus(value, half) }
}

export const sumOf = (all: readonly Interval[]): Interval => all.reduce((a, b) => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) }))

export const scaledBy = (it: Interval, factor: Decimal): Interval => ({ low: times(it.low, factor), high: times(it.high, factor) })

/** a ÷ b in percent; undefined where b can be zero or less, or a less than zero. */
export const percentOf = (a: Interval, b: Interval): Interval | undefined =>
  isNegative(b.low) || isZero(b.low) || isNegative(a.low) ? undefined : { low: percent(a.low, b.high), high: percent(a.high, b.low) }

/** How much a grew on b, in percent. */
export const growthOn = (a: Interval, b: Interval): Interval | undefined => {
  const ratio = percentOf(a, b)
  return ratio === undefined ? undefined : { low: minus(ratio.low, hundred), high: minus(ratio.high, hundred) }
}

export const overlap = (a: Interval, b: Interval): boolean => compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0

export const below = (a: Interval, b: Interval): boolean => compare(a.high, b.low) < 0

/** a ÷ b × 100 to 12 decimals. */
export const percent = (a: Decimal, b: Decimal): Decimal => divide(times(a, hundred), b, 12)

/** With exactly so many decimals: 48.3 is 48.30. */
export const fixed = (value: Decimal, decimals: number): string => {
  const rounded = divide(value, decimal('1'), decimals)
  const missing = decimals - scaleOf(rounded)
  return missing <= 0 ? rounded : `${rounded}${scaleOf(rounded) === 0 ? '.' : ''}${'0'.repeat(missing)}`
}

export const hundred = decimal('100')
