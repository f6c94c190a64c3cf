import { abs, compare, decimal, divide, isNegative, isZero, minus, plus, round, squareRoot, times, ZERO, type Decimal } from './decimal.ts'
import type { Lang } from '../words.ts'

/** Which way a figure went, judged on the rounded change: what prints as 0 is flat. */
export type Direction = 'up' | 'down' | 'flat'

/**
 * How a figure compares with its base. The magnitude is never negative; the direction says the sign.
 * `extreme` marks a change above 1000 %, which a reader should check. A change that cannot be told says why.
 */
export type Change =
  | { readonly kind: 'percent'; readonly percent: Decimal; readonly direction: Direction; readonly extreme?: true }
  | { readonly kind: 'points'; readonly points: Decimal; readonly direction: Direction }
  | { readonly kind: 'none'; readonly reason: 'no-base' | 'base-not-positive' | 'turned-profit' | 'turned-loss' }

/**
 * Growth over a base, both unrounded. Rates (`asPoints`, both in percent) differ in percentage points; amounts grow
 * in percent of a base above zero. From a base below zero to above it is 扭亏, the other way 由盈转亏.
 */
export const growth = (current: Decimal, base: Decimal | null, decimals: number, asPoints: boolean): Change => {
  if (base === null) return { kind: 'none', reason: 'no-base' }
  if (asPoints) return pointsChange(round(minus(current, base), decimals))
  if (isNegative(base) && !isNegative(current) && !isZero(current)) return { kind: 'none', reason: 'turned-profit' }
  if (isNegative(base) || isZero(base)) return { kind: 'none', reason: 'base-not-positive' }
  if (isNegative(current)) return { kind: 'none', reason: 'turned-loss' }
  return percentChange(divide(times(minus(current, base), hundred), base, decimals))
}

/** A growth that was stated rather than computed, in signed percent: GDP at constant prices, sales of the same firms. */
export const percentChange = (signed: Decimal): Change => {
  const percent = abs(signed)
  const change = { kind: 'percent', percent, direction: directionOf(signed) } as const
  return compare(percent, thousand) > 0 ? { ...change, extreme: true } : change
}

/** A stated change of a rate, in signed percentage points. */
export const pointsChange = (signed: Decimal): Change => ({ kind: 'points', points: abs(signed), direction: directionOf(signed) })

/** Actual over target in percent (完成率); undefined when the target is not above zero. */
export const completion = (actual: Decimal, target: Decimal, decimals: number): Decimal | undefined =>
  isNegative(target) || isZero(target) ? undefined : divide(times(actual, hundred), target, decimals)

/** Part over whole in percent (占比); undefined when the whole is zero. */
export const share = (part: Decimal, whole: Decimal, decimals: number): Decimal | undefined =>
  isZero(whole) ? undefined : divide(times(part, hundred), whole, decimals)

/** How far the work is ahead of time (behind when negative), in percentage points. */
export const pace = (completionPercent: Decimal, timePercent: Decimal): Decimal => minus(completionPercent, timePercent)

/**
 * '同比增长6.6%', '同比下降18.18%', '同比增长1.2个百分点', '与上年同期持平'; against the period before, 环比. Why a
 * change cannot be told prints as 扭亏为盈, 由盈转亏 or a dash.
 */
export const changePhrase = (change: Change, lang: Lang, against: 'year' | 'previous' = 'year'): string => {
  if (change.kind === 'none') return noChange[change.reason][lang]
  if (change.direction === 'flat') return flat[against][lang]
  const up = change.direction === 'up'
  const size = change.kind === 'percent'
    ? { zh: `${change.percent}%`, en: `${change.percent}%` }
    : { zh: `${change.points}个百分点`, en: `${change.points} percentage points` }
  return lang === 'zh'
    ? `${against === 'year' ? '同比' : '环比'}${up ? '增长' : '下降'}${size.zh}`
    : `${up ? 'up' : 'down'} ${size.en} ${against === 'year' ? 'on the same period last year' : 'on the previous period'}`
}

/**
 * The geometric mean of two years' growth (两年平均增速), each in signed percent, with one decimal. Throws RangeError
 * for a growth below −100 %.
 */
export const twoYearAverage = (g1: Decimal, g2: Decimal): Decimal => {
  const factors = times(plus(hundred, g1), plus(hundred, g2))
  if (isNegative(plus(hundred, g1)) || isNegative(plus(hundred, g2))) throw new RangeError('growth below −100 %')
  return round(minus(squareRoot(factors, 30), hundred), 1)
}

const hundred = decimal('100')
const thousand = decimal('1000')

const directionOf = (signed: Decimal): Direction => (signed === ZERO ? 'flat' : isNegative(signed) ? 'down' : 'up')

const noChange = {
  'no-base': { zh: '—', en: '—' },
  'base-not-positive': { zh: '—', en: '—' },
  'turned-profit': { zh: '扭亏为盈', en: 'turned from loss to profit' },
  'turned-loss': { zh: '由盈转亏', en: 'turned from profit to loss' },
} as const

const flat = {
  year: { zh: '与上年同期持平', en: 'unchanged on the same period last year' },
  previous: { zh: '与上期持平', en: 'unchanged on the previous period' },
} as const
