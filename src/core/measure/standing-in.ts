import type { Fields } from '../ledger/value.ts'
import type { Day } from '../time/day.ts'
import type { Period } from '../time/period.ts'
import type { MeasureBook, Reported, ReportedFact, Sums } from './figure.ts'
import { slotsOf } from './figure.ts'
import type { Measure } from './measure.ts'

/**
 * Values stated in a document (BOOK §15). Such a value answers exactly its own measure, period and org, and only where the
 * book has no row for them; it is never added to anything, so it posts nothing.
 */
export const isStatedInDocument = (fields: Fields): boolean => fields['status'] === 'stated' && (fields['document'] ?? null) !== null

/** A stated value that a figure is made of: its measure and its entry. */
export type StatedPart = { readonly measure: string; readonly entry: number }

/** The value that stands in for a measure over a period; undefined where there are rows, or nothing is stated. */
export const standingIn = (measure: Measure, measures: MeasureBook, period: Period, cutoff: Day, sums: Sums, reported: Reported): ReportedFact | undefined => {
  const fact = reported(measure.key, period.key)
  if (fact?.inDocument !== true || period.to > cutoff) return undefined
  return slotsOf(measure, measures, period, cutoff).some((slot) => (sums(slot)?.rows ?? 0) !== 0) ? undefined : fact
}

/** Every stated value a figure over a period is made of: its own, or those of its operands. */
export const statedParts = (measure: Measure, measures: MeasureBook, period: Period, cutoff: Day, sums: Sums, reported: Reported): readonly StatedPart[] => {
  const own = standingIn(measure, measures, period, cutoff, sums, reported)
  if (own !== undefined) return [{ measure: measure.key, entry: own.entry }]
  const { definition } = measure
  if (definition.kind !== 'formula') return []
  return [...definition.numerator, ...(definition.denominator ?? [])].flatMap((term) => {
    const operand = measures.get(term.measure)
    return operand === undefined || term.at === 'year-start' ? [] : statedParts(operand, measures, period, cutoff, sums, reported)
  })
}
