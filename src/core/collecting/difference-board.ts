import type { Decimal } from '../quantity/decimal.ts'
import type { Display } from '../quantity/unit.ts'
import { asPrinted, inBase } from './told-in-base.ts'
import type { OtherValue, ToldValue } from './told-value.ts'

/** What one office told in its answer. */
export type Telling = { readonly answer: number; readonly org: string; readonly writer: number | null; readonly values: readonly ToldValue[] }

/** A measure as the book has it; `exact` in the base unit, null where the book has no value. */
export type BookValue = { readonly exact: Decimal | null; readonly display: Display }

/** One side of a difference: `base` is the value in the base unit; `own` where it is not the book's. */
export type Side = { readonly answer: number; readonly org: string; readonly writer: number | null; readonly base: Decimal | null; readonly own: OtherValue | null }

/** A measure told differently: what the book says, and each office that told of it. */
export type Difference = { readonly measure: string; readonly book: Decimal | null; readonly sides: readonly Side[] }

/**
 * The difference board: measures for which two offices, or an office and the book, tell values the report would print differently. Compared as decimals
 * of the base unit at the last digit that is printed, so that 20712 头 and 2.07 万头 are one. In the order of first telling.
 */
export const differences = (tellings: readonly Telling[], book: ReadonlyMap<string, BookValue>): readonly Difference[] => {
  const keys = [...new Set(tellings.flatMap((telling) => telling.values.map((value) => value.measure)))]
  return keys.flatMap((measure): readonly Difference[] => {
    const known = book.get(measure)
    if (known === undefined) return []
    const sides = tellings.flatMap((telling) => telling.values.filter((value) => value.measure === measure).map((value) => sideOf(telling, value, known)))
    const printed = new Set([known.exact, ...sides.map((side) => side.base)].map((base) => (base === null ? null : asPrinted(base, known.display))))
    return printed.size > 1 ? [{ measure, book: known.exact, sides }] : []
  })
}

const sideOf = ({ answer, org, writer }: Telling, value: ToldValue, { exact, display }: BookValue): Side => {
  if (value.as === 'book') return { answer, org, writer, base: exact, own: null }
  return { answer, org, writer, base: inBase(value, display) ?? null, own: value }
}
