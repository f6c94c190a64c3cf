import type { Entry, Span } from './entry.ts'
import { lastSpan } from './entry.ts'
import type { Ledger } from './ledger.ts'
import type { Value } from './value.ts'
import { valueOf } from './value.ts'

/** One line of two states of an entry side by side; the days of a register stand under `valid_from` and `valid_to`. */
export type Compared = { readonly field: string; readonly before: Value; readonly after: Value; readonly same: boolean }

/** Two states of one entry, field by field in the order of the ledger: what it said last at either moment; undefined where it did not exist. */
export const compareEntries = (ledger: Ledger, before: Entry | undefined, after: Entry | undefined): readonly Compared[] => {
  const [was, is] = [before, after].map((entry) => (entry === undefined ? undefined : lastSpan(entry)))
  const days = ledger.shape === 'register' ? [line('valid_from', dayOf(was, 'from'), dayOf(is, 'from')), line('valid_to', dayOf(was, 'to'), dayOf(is, 'to'))] : []
  return [...days, ...ledger.fields.map(({ key }) => line(key, was === undefined ? null : valueOf(was.fields, key), is === undefined ? null : valueOf(is.fields, key)))]
}

const line = (field: string, before: Value, after: Value): Compared => ({ field, before, after, same: before === after })

const dayOf = (span: Span | undefined, end: 'from' | 'to'): Value => span?.[end] ?? null
