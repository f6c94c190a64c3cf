import type { Measure } from './measure.ts'
import { ledgerOf, operandsOf } from './measure.ts'

/** Ledgers whose entries tell figures more than they post: where orgs belong, what offices report and documents state, what a year aims at. */
const beyondPostings: ReadonlySet<string> = new Set(['org', 'reported', 'target'])

/**
 * Of some measures those whose figures may tell something else after entries of some ledgers changed: what they post from, what they are made
 * of, and the wholes they are parts of. A name that is no declared ledger (a definition itself) touches all.
 */
export const touchedBy = (changed: ReadonlySet<string>, keys: readonly string[], declared: { readonly ledgers: { readonly has: (key: string) => boolean }; readonly measures: ReadonlyMap<string, Measure> }): readonly string[] => {
  if ([...changed].some((ledger) => beyondPostings.has(ledger) || !declared.ledgers.has(ledger))) return keys
  const known = new Map<string, boolean>()
  const touched = (key: string): boolean => {
    const measure = declared.measures.get(key)
    if (measure === undefined) return true
    const before = known.get(key)
    if (before !== undefined) return before
    const ledger = ledgerOf(measure.definition)
    const is = (ledger !== undefined && changed.has(ledger)) || operandsOf(measure.definition).some(touched)
    known.set(key, is)
    return is
  }
  return keys.filter((key) => {
    const whole = declared.measures.get(key)?.partOf
    return touched(key) || (whole !== undefined && touched(whole))
  })
}
