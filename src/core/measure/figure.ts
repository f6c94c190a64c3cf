import type { Change } from '../quantity/comparison.ts'
import { growth, percentChange, pointsChange } from '../quantity/comparison.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { compare, decimal, divide, isZero, plus, round, times, ZERO } from '../quantity/decimal.ts'
import { toScale, unitText } from '../quantity/unit.ts'
import { printQuantity } from '../quantity/wording.ts'
import type { Day } from '../time/day.ts'
import type { Period } from '../time/period.ts'
import { sameLastYear } from '../time/period.ts'
import type { Measure, Term } from './measure.ts'
import type { StatedPart } from './standing-in.ts'
import { standingIn, statedParts } from './standing-in.ts'
import type { Window } from './window.ts'
import { windowOf } from './window.ts'

/** One sum the store must read: a posting measure over a window. */
export type Slot = { readonly measure: string; readonly window: Window }

/** What the balances say for a slot: the sum in base units and how many rows make it. */
export type Sum = { readonly amount: Decimal; readonly rows: number }

/** What an office stated with a reported value: its own growth rate, status and source. `inDocument`: it was accepted from a document and posts nothing. */
export type ReportedFact = { readonly value: Decimal | null; readonly growth: Decimal | null; readonly status: string; readonly source: string; readonly entry: number; readonly inDocument?: boolean }

/** A measure over a period at an org, as told. */
export type Figure = {
  readonly measure: string
  readonly org: string
  readonly period: string
  readonly cutoff: Day
  readonly asOf: number
  /** In the display unit: sums exact, quotients rounded to the display; null where only a rate is known. */
  readonly value: Decimal | null
  /** In the base unit, quotients to 20 decimals. */
  readonly exact: Decimal | null
  readonly unit: string
  /** As the report prints it: 1400余亩. */
  readonly text: string
  readonly source: 'computed' | 'formula' | 'reported' | 'stated'
  readonly status: string | null
  readonly statedBy: string | null
  readonly change: Change | null
  /** Same period last year, in the display unit. */
  readonly base: Decimal | null
  readonly rows: number
  /** Stated values that stand in where there are no rows; empty for most figures. */
  readonly stated: readonly StatedPart[]
  readonly version: number
  /** Counted from the rows because no balance answers this scope. */
  readonly live: boolean
}

export type MeasureBook = ReadonlyMap<string, Measure>
export type Sums = (slot: Slot) => Sum | undefined
export type Reported = (measure: string, period: string) => ReportedFact | undefined

/** Every sum a measure needs over a period, through all its operands. */
export const slotsOf = (measure: Measure, measures: MeasureBook, period: Period, cutoff: Day, at: Term['at'] = 'cutoff'): readonly Slot[] => {
  const { definition } = measure
  if (definition.kind !== 'formula') {
    const window = windowOf(definition, period, cutoff, at)
    return window === undefined ? [] : [{ measure: measure.key, window }]
  }
  return [...definition.numerator, ...(definition.denominator ?? [])].flatMap((term) => {
    const operand = measures.get(term.measure)
    return operand === undefined ? [] : slotsOf(operand, measures, period, cutoff, at === 'year-start' ? at : term.at)
  })
}

/** A value before rounding: numerator over denominator in base units; null where something is not known. */
export type Quotient = { readonly numerator: Decimal; readonly denominator: Decimal | null; readonly rows: number }

const nothing: Reported = () => undefined

/** Counts a measure from its sums; where it has no rows, a value stated in a document stands in. */
export const evaluate = (measure: Measure, measures: MeasureBook, period: Period, cutoff: Day, sums: Sums, at: Term['at'] = 'cutoff', reported: Reported = nothing): Quotient | null => {
  const { definition } = measure
  const fact = at === 'cutoff' ? standingIn(measure, measures, period, cutoff, sums, reported) : undefined
  if (fact !== undefined) return fact.value === null ? null : { numerator: fact.value, denominator: null, rows: 1 }
  if (definition.kind !== 'formula') {
    const window = windowOf(definition, period, cutoff, at)
    const sum = window === undefined ? undefined : sums({ measure: measure.key, window })
    if (sum === undefined || (definition.kind === 'reported' && sum.rows === 0)) return null
    return { numerator: sum.amount, denominator: null, rows: sum.rows }
  }
  const linear = (terms: readonly Term[]): Quotient | null => {
    let total: Decimal = ZERO
    let rows = 0
    for (const term of terms) {
      const operand = measures.get(term.measure)
      const part = operand === undefined ? null : evaluate(operand, measures, period, cutoff, sums, at === 'year-start' ? at : term.at, reported)
      const value = part === null ? null : settle(part)
      if (part === null || value === null) return null
      total = plus(total, times(value, decimal(term.times)))
      rows += part.rows
    }
    return { numerator: total, denominator: null, rows }
  }
  const numerator = linear(definition.numerator)
  if (numerator === null) return null
  const scaled = times(numerator.numerator, decimal(definition.times))
  if (definition.denominator === undefined) return { numerator: scaled, denominator: null, rows: numerator.rows }
  const denominator = linear(definition.denominator)
  if (denominator === null || isZero(denominator.numerator)) return null
  return { numerator: scaled, denominator: denominator.numerator, rows: numerator.rows }
}

/** The one place a quotient is divided; 20 decimals, rounded only where it is shown. */
export const settle = (quotient: Quotient): Decimal | null => {
  if (quotient.denominator === null) return quotient.numerator
  return isZero(quotient.denominator) ? null : divide(quotient.numerator, quotient.denominator, 20)
}

export type FigureRequest = { readonly measure: Measure; readonly org: string; readonly period: Period; readonly cutoff: Day; readonly asOf: number; readonly version: number; readonly live: boolean }

/** The figure itself, with its comparison to the same period last year (同比). */
export const figureOf = (request: FigureRequest, measures: MeasureBook, sums: Sums, reported: Reported): Figure => {
  const { measure, period, cutoff, org, asOf, version, live } = request
  const quotient = evaluate(measure, measures, period, cutoff, sums, 'cutoff', reported)
  const exact = quotient === null ? null : settle(quotient)
  const before = sameLastYear(period)
  const beforeCutoff = shiftCutoff(period, before, cutoff)
  const baseQuotient = measure.change === 'none' ? null : evaluate(measure, measures, before, beforeCutoff, sums, 'cutoff', reported)
  const base = baseQuotient === null ? null : settle(baseQuotient)
  const standing = standingIn(measure, measures, period, cutoff, sums, reported)
  const fact = standing ?? reportedFact(measure, reported(measure.key, period.key))
  const { display } = measure
  const shown = (value: Decimal | null, asStated = false): Decimal | null => (value === null ? null : asStated ? toScale(value, display.scale) : rounded(measure, toScale(value, display.scale)))
  return {
    measure: measure.key,
    org,
    period: period.key,
    cutoff,
    asOf,
    value: shown(exact, standing !== undefined),
    exact,
    unit: unitText(display, 'zh'),
    text: exact === null ? '—' : printQuantity(exact, display).text,
    source: standing !== undefined ? 'stated' : sourceOf(measure, fact),
    status: fact?.status ?? null,
    statedBy: fact?.source ?? null,
    change: changeOf(measure, exact, base, fact),
    base: shown(base),
    rows: quotient?.rows ?? (fact === undefined ? 0 : 1),
    stated: statedParts(measure, measures, period, cutoff, sums, reported),
    version,
    live,
  }
}

/** Sums stay exact; a quotient is rounded to the display so that its rows can add up to it. */
export const rounded = (measure: Measure, value: Decimal): Decimal =>
  measure.definition.kind === 'formula' && measure.definition.denominator !== undefined ? round(value, measure.display.decimals) : value

/** What an office reported for the period; what a document states stands in, or does not count at all. */
const reportedFact = (measure: Measure, fact: ReportedFact | undefined): ReportedFact | undefined => (measure.definition.kind !== 'reported' || fact?.inDocument === true ? undefined : fact)

const sourceOf = (measure: Measure, fact: ReportedFact | undefined): Figure['source'] => {
  if (measure.definition.kind === 'formula') return 'formula'
  if (measure.definition.kind !== 'reported') return 'computed'
  return fact?.status === 'stated' ? 'stated' : 'reported'
}

const changeOf = (measure: Measure, exact: Decimal | null, base: Decimal | null, fact: ReportedFact | undefined): Change | null => {
  if (measure.change === 'none') return null
  const asPoints = measure.change === 'points'
  const decimals = measure.display.changeDecimals
  if (fact !== undefined && fact.growth !== null) return asPoints ? pointsChange(fact.growth) : percentChange(fact.growth)
  if (exact === null || base === null) return null
  const change = growth(exact, base, decimals, asPoints)
  return change.kind === 'none' && compare(base, ZERO) === 0 ? null : change
}

/** The cutoff one year earlier, counted from the period's own end so that a full period compares with a full one. */
export const shiftCutoff = (period: Period, before: Period, cutoff: Day): Day => {
  if (cutoff === period.to) return before.to
  const tail = cutoff.slice(4)
  return `${Number(cutoff.slice(0, 4)) - 1}${tail === '-02-29' ? '-02-28' : tail}` as Day
}
