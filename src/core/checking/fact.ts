import { decimal, parseDecimal, times, type Decimal } from '../quantity/decimal.ts'
import { scales } from '../reading/numeral.ts'
import type { Sentence } from '../reading/outline.ts'
import type { ReadFigure } from '../reading/reading.ts'
import { printedAs, scaledBy, type Interval } from './interval.ts'
import type { Span } from './outcome.ts'
import { subjectKey } from './subject-key.ts'

/** A figure at its place in the plain text, its amount in the bare unit and where the true amount can lie. */
export type Fact = Span & {
  readonly read: ReadFigure
  readonly sentence: Sentence
  /** The words before it, back to the number or the comma before. */
  readonly lead: string
  /** As printed, without unit: '2.0'. */
  readonly digits: string
  readonly amount: Decimal | null
  /** The unit without 万 and 亿; '' where there is none. */
  readonly unit: string
  readonly range: Interval | null
  /** No word like 余 or 约 stands at it. */
  readonly exact: boolean
  /** A difference or a starting value: what follows does not belong to it. */
  readonly aside: boolean
  readonly key: string
}

/** The change a figure carries, signed, in percent. */
export type Growth = Span & { readonly digits: string; readonly decimals: number; readonly percent: Decimal; readonly range: Interval; readonly basis: string | null }

/** A number as printed: value and scale apart from unit, and the amounts that would print so. */
export const amountOf = (value: string, unit: string, digits: string): { readonly amount: Decimal; readonly unit: string; readonly range: Interval } | undefined => {
  const parsed = parseDecimal(value)
  if (parsed === undefined) return undefined
  const scale = scaled.exec(unit)?.[0] ?? ''
  const factor = scales.get(scale) ?? decimal('1')
  const bare = unit.slice(scale.length)
  const decimals = decimalsOf(digits)
  const counted = scale === '' && decimals === 0 && !measured.test(bare)
  return { amount: times(parsed, factor), unit: bare, range: counted ? { low: parsed, high: parsed } : scaledBy(printedAs(parsed, decimals), factor) }
}

export const factOf = (read: ReadFigure, place: Span, sentence: Sentence, lead: string, plain: string): Fact => {
  const digits = digitsIn(plain.slice(place.from, place.to)) ?? read.value ?? ''
  const told = read.value === null || read.unit === null ? undefined : amountOf(read.value, read.unit, digits)
  const range = told === undefined ? null : loosened(told.range, told.amount, read)
  return { ...place, read, sentence, lead, digits, amount: told?.amount ?? null, unit: told?.unit ?? '', range, exact: read.qualifier === null, aside: read.rules.includes('difference') || read.rules.includes('from-to'), key: subjectKey(read.subject) }
}

/** The growth told of a figure; undefined where none is told in plain percent. */
export const growthOf = (fact: Fact, spanOf: (quote: string, offset: number) => Span, plain: string): Growth | undefined => {
  const { change, attached } = fact.read
  const place = attached.find((each) => each.role === 'change')
  if (change?.percent == null || change.qualifier !== null || place === undefined) return undefined
  const span = spanOf(place.quote, place.offset)
  const digits = digitsIn(plain.slice(span.from, span.to))
  if (digits === undefined || /倍|番/.test(place.quote)) return undefined
  const size = parseDecimal(change.percent)
  const percent = size === undefined ? undefined : change.direction === 'down' ? times(size, decimal('-1')) : size
  if (percent === undefined) return undefined
  const decimals = decimalsOf(digits)
  return { ...span, digits, decimals, percent, range: printedAs(percent, decimals), basis: change.basis }
}

/** Totals that official statistics compare at constant prices: their rates do not follow from the values printed. */
export const constantPrices = /生产总值|GDP|增加值|总产值/

export const decimalsOf = (digits: string): number => /\.(\d+)/.exec(digits)?.[1]?.length ?? 0

export const digitsIn = (quote: string): string | undefined => /\d[\d,]*(?:\.\d+)?/.exec(quote)?.[0].replaceAll(',', '')

/** The number in the scale of another figure, as text for a reckoning. */
export const inUnitOf = (fact: Fact, other: Fact): string => {
  if (fact.read.unit === other.read.unit || fact.amount === null) return fact.digits
  const factor = scales.get(scaled.exec(other.read.unit ?? '')?.[0] ?? '')
  return factor === undefined ? `${fact.digits}${fact.read.unit ?? ''}` : times(fact.amount, decimal(`${inverse(factor)}`))
}

const inverse = (factor: Decimal): string => (factor === '1' ? '1' : `0.${'0'.repeat(factor.length - 2)}1`)

const scaled = /^(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦克米伏卡])|百(?!分))/
/** What is measured and not counted: its last digit is rounded. */
const measured = /元|亩|米|公顷|吨|斤|克|里|方|升|瓦|时|度|%|‰|点|倍|担|km|kW|kg|m/

const loosened = (range: Interval, amount: Decimal, read: ReadFigure): Interval => {
  const scale = read.value_high === null || read.value === null ? undefined : amountOf(read.value_high, read.unit ?? '', read.value_high)
  switch (read.qualifier) {
    case null:
      return range
    case 'over':
    case 'at_least':
      return { low: amount, high: times(amount, decimal('2')) }
    case 'about':
      return { low: times(amount, decimal('0.8')), high: times(amount, decimal('1.2')) }
    case 'at_most':
      return { low: times(amount, decimal('0.5')), high: amount }
    case 'range':
      return { low: amount, high: scale?.amount ?? amount }
    default:
      return read.qualifier satisfies never
  }
}
