import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { sourceOf } from './fill-source.ts'

/** A field that a form says it filled, and the entry it took the value from. */
export type Filled = { readonly field: string; readonly entry: number }

/** The entries a form says it filled from, by the register each is of. */
export const filledEntries = (ledger: Pick<Ledger, 'fields'>, filled: readonly Filled[]): readonly { readonly ledger: string; readonly entry: number }[] =>
  filled.flatMap(({ field, entry }) => {
    const declared = findField(ledger, field)
    const source = declared === undefined ? undefined : sourceOf(ledger, declared)
    return source === undefined ? [] : [{ ledger: source.ledger, entry }]
  })

/**
 * How many cells nobody had to type: fields that hold what stands in the entry they were filled from, each once. What was typed over, and the field in
 * which the entry was looked for, do not count.
 */
export const savedCells = (ledger: Pick<Ledger, 'fields'>, fields: Fields, filled: readonly Filled[], find: (ledger: string, entry: number) => Entry | undefined): number => {
  const saved = filled.filter(({ field, entry }) => {
    const declared = findField(ledger, field)
    const source = declared === undefined ? undefined : sourceOf(ledger, declared)
    if (source === undefined || source.by === field) return false
    const from = find(source.ledger, entry)
    const value = from === undefined || from.void ? null : (lastSpan(from).fields[source.attribute] ?? null)
    return value !== null && fields[field] === value
  })
  return new Set(saved.map(({ field }) => field)).size
}
