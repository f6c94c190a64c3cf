import { divide, fromInteger, ONE, ZERO, type Decimal } from '../quantity/decimal.ts'
import { words, type Words } from '../words.ts'
import { daysBetween, yearOf, type Day } from './day.ts'
import { addMonths, firstDay, lastDay, monthAt, monthNumber, monthOf, monthsBetween, monthsIn, parseMonth, type Month } from './month.ts'

/**
 * What a figure counts: whole months from a first to a last day, both included. The key is its only identity:
 * '2023-06', '2023Q2', '2023H1', '2023', '2023-01..2023-02'; '..2023-06' is open, everything up to that month's end.
 */
export type Period = {
  readonly key: string
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'range' | 'open'
  readonly from: Day
  readonly to: Day
}

/** The kinds of period that tile the calendar, so that a day lies in exactly one of each. */
export type WindowKind = 'month' | 'quarter' | 'half' | 'year'

/** Reads a key; undefined for anything else. A range of one month is that month. */
export const parsePeriod = (text: string): Period | undefined => {
  const one = parseMonth(text)
  if (one !== undefined) return spanning(one, one, 'month', one)
  const window = windowText.exec(text)
  if (window !== null) return windowAt(window[1] ?? '', window[2])
  const [first, last, ...more] = text.split('..')
  const to = parseMonth(last ?? '')
  if (to === undefined || more.length > 0) return undefined
  if (first === '') return openTo(to)
  const from = parseMonth(first ?? '')
  return from === undefined || from > to ? undefined : rangeOf(from, to)
}

/** Like parsePeriod, for text known to be a key; throws RangeError otherwise. */
export const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (parsed === undefined) throw new RangeError(`not a period: ${text}`)
  return parsed
}

/** The base of 同比: the same period one year earlier. */
export const sameLastYear = (p: Period): Period => shifted(p, -12)

/** The base of 环比: the period just before, of the same kind; for a range the equally long one that ends before it. */
export const previous = (p: Period): Period => shifted(p, p.kind === 'open' ? -1 : -lengthOf(p))

/** The period just after, of the same kind. */
export const following = (p: Period): Period => shifted(p, p.kind === 'open' ? 1 : lengthOf(p))

/** Every month of the period, in order. */
export const monthsOf = (p: Period): Month[] => monthsIn(monthOf(p.from), monthOf(p.to))

export const contains = (p: Period, d: Day): boolean => p.from <= d && d <= p.to

/**
 * The share of a period, 0 to 1 at 12 decimals, that has passed when the cutoff day is over (时间进度). By
 * 'months' a month counts once its last day has passed; by 'days' every calendar day counts. An open period
 * has no length and throws RangeError.
 */
export const elapsedShare = (p: Period, cutoff: Day, basis: 'months' | 'days'): Decimal => {
  if (p.kind === 'open') throw new RangeError(`an open period has no length: ${p.key}`)
  if (cutoff < p.from) return ZERO
  if (cutoff >= p.to) return ONE
  if (basis === 'days') return shareOf(daysBetween(p.from, cutoff) + 1, daysBetween(p.from, p.to) + 1)
  const current = monthOf(cutoff)
  const over = cutoff === lastDay(current) ? 1 : 0
  return shareOf(monthsBetween(monthOf(p.from), current) + over, lengthOf(p))
}

/** '2023年上半年' and 'first half of 2023'; an open period is '截至2023年6月末' and 'up to the end of June 2023'. */
export const titleOf = (p: Period): Words => {
  const first = monthOf(p.from)
  const last = monthOf(p.to)
  const year = yearOf(p.to)
  switch (p.kind) {
    case 'month':
      return words(monthZh(last), monthEn(last))
    case 'quarter':
      return words(`${year}年第${'一二三四'[monthNumber(last) / 3 - 1]}季度`, `${ordinals[monthNumber(last) / 3 - 1]} quarter of ${year}`)
    case 'half':
      return words(`${year}年${monthNumber(last) === 6 ? '上' : '下'}半年`, `${monthNumber(last) === 6 ? 'first' : 'second'} half of ${year}`)
    case 'year':
      return words(`${year}年`, `${year}`)
    case 'range':
      return yearOf(p.from) === year
        ? words(`${year}年${monthNumber(first)}—${monthNumber(last)}月`, `${names[monthNumber(first) - 1]} to ${monthEn(last)}`)
        : words(`${monthZh(first)}至${monthZh(last)}`, `${monthEn(first)} to ${monthEn(last)}`)
    case 'open':
      return words(`截至${monthZh(last)}末`, `up to the end of ${monthEn(last)}`)
    default:
      return p.kind satisfies never
  }
}

/** The keys of the windows of these kinds that contain a day, in the order asked. */
export const windowsOf = (d: Day, kinds: readonly WindowKind[]): string[] => {
  const year = d.slice(0, 4)
  const number = monthNumber(monthOf(d))
  return kinds.map((kind) => {
    switch (kind) {
      case 'month':
        return d.slice(0, 7)
      case 'quarter':
        return `${year}Q${Math.ceil(number / 3)}`
      case 'half':
        return number <= 6 ? `${year}H1` : `${year}H2`
      case 'year':
        return year
      default:
        return kind satisfies never
    }
  })
}

const windowText = /^(\d{4})(Q[1-4]|H[12])?$/
const ordinals = ['first', 'second', 'third', 'fourth']
const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const beginning = monthAt(1900, 1)

const monthZh = (m: Month): string => `${m.slice(0, 4)}年${monthNumber(m)}月`
const monthEn = (m: Month): string => `${names[monthNumber(m) - 1]} ${m.slice(0, 4)}`

const shareOf = (part: number, whole: number): Decimal => divide(fromInteger(part), fromInteger(whole), 12)

const lengthOf = (p: Period): number => monthsBetween(monthOf(p.from), monthOf(p.to)) + 1

const spanning = (from: Month, to: Month, kind: Period['kind'], key: string): Period => ({ key, kind, from: firstDay(from), to: lastDay(to) })

const openTo = (to: Month): Period => spanning(beginning, to, 'open', `..${to}`)

const rangeOf = (from: Month, to: Month): Period =>
  from === to ? spanning(from, to, 'month', from) : spanning(from, to, 'range', `${from}..${to}`)

/** The year, or with 'Q1' … 'H2' its quarter or half; undefined outside the calendar. */
const windowAt = (year: string, part: string | undefined): Period | undefined => {
  const january = parseMonth(`${year}-01`)
  if (january === undefined) return undefined
  if (part === undefined) return spanning(january, addMonths(january, 11), 'year', year)
  const kind = part.startsWith('Q') ? 'quarter' : 'half'
  const length = kind === 'quarter' ? 3 : 6
  const from = addMonths(january, (Number(part.slice(1)) - 1) * length)
  return spanning(from, addMonths(from, length - 1), kind, `${year}${part}`)
}

const shifted = (p: Period, months: number): Period => {
  const to = addMonths(monthOf(p.to), months)
  switch (p.kind) {
    case 'open':
      return openTo(to)
    case 'range':
      return rangeOf(addMonths(monthOf(p.from), months), to)
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return period(windowsOf(firstDay(to), [p.kind])[0] ?? '')
    default:
      return p.kind satisfies never
  }
}
