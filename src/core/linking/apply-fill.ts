import type { Fields, Value } from '../ledger/value.ts'

/** Which fields of a form hold what they were filled with, and from which entry, chosen in which field. */
export type Marks = Readonly<Record<string, { readonly by: string; readonly entry: number }>>

/** A form under way: what its fields hold, and which were filled and not touched since. */
export type FilledForm = { readonly values: Fields; readonly marks: Marks }

/**
 * Chooses an entry in a field: what is still empty is filled, what was filled from another entry by the same field is filled anew or emptied, and what was typed
 * stays. The field that finds takes its own text whatever was typed to find it.
 */
export const applyFill = ({ values, marks }: FilledForm, by: string, fill: Fields, entry: number): FilledForm => {
  const next: Record<string, Value> = { ...values }
  const kept: Record<string, Marks[string]> = { ...marks }
  for (const [key, mark] of Object.entries(marks))
    if (mark.by === by) {
      next[key] = null
      delete kept[key]
    }
  for (const [key, value] of Object.entries(fill)) {
    if (key !== by && !isEmpty(next[key])) continue
    next[key] = value
    if (key !== by) kept[key] = { by, entry }
  }
  return { values: next, marks: kept }
}

/** Types into a field: it is the person's own from then on. */
export const typeOver = ({ values, marks }: FilledForm, key: string, value: Value): FilledForm => ({ values: { ...values, [key]: value }, marks: Object.fromEntries(Object.entries(marks).filter(([each]) => each !== key)) })

const isEmpty = (value: Value | undefined): boolean => value === undefined || value === null || value === ''
