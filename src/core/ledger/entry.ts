import type { Day } from '../time/day.ts'
import type { Fields } from './value.ts'

/** What was true of an entry from a day (inclusive) to a day (exclusive); both null for an event. */
export type Span = { readonly from: Day | null; readonly to: Day | null; readonly fields: Fields }

/**
 * One row of a ledger. Its number is the journal number that created it, its version the journal number
 * that last changed it. An event has one span; a register entry has its states in order of time.
 */
export type Entry = {
  readonly id: number
  readonly ledger: string
  readonly version: number
  readonly void: boolean
  readonly spans: readonly Span[]
}

/** The latest state of an entry: what a list shows. */
export const lastSpan = (entry: Entry): Span => {
  const span = entry.spans[entry.spans.length - 1]
  if (span === undefined) throw new RangeError(`entry ${entry.id} has no span`)
  return span
}

/** The span in force at a day, for a register. */
export const spanAt = (entry: Entry, at: Day): Span | undefined =>
  entry.spans.find((span) => (span.from === null || span.from <= at) && (span.to === null || at < span.to))
