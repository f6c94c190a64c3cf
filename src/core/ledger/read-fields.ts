import type { FieldProblem, Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Ledger } from './ledger.ts'
import { isProblem } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import type { Fields, Value } from './value.ts'

/** What a form, an import or an API call gives: text, yes/no, numbers or nothing, by field key. */
export type RawFields = Readonly<Record<string, string | boolean | number | null | undefined>>

/**
 * Reads raw input into fields of a ledger; every problem is named at its field. With `partial`, only the
 * fields given are read and an empty one clears the value.
 */
export const readFields = (ledger: Ledger, raw: RawFields, { partial = false }: { partial?: boolean } = {}): Fields | Refusal => {
  const fields: Record<string, Value> = {}
  const problems: FieldProblem[] = []
  const known = keysOf(ledger)
  for (const key of Object.keys(raw)) if (!known.has(key)) problems.push({ field: key, code: 'field-unknown', details: { field: key } })
  for (const field of ledger.fields) {
    const given = raw[field.key]
    if (given === undefined && partial) continue
    const input = typeof given === 'number' ? String(given) : (given ?? '')
    const value = kindOf(field).parse(input, field)
    if (isProblem(value)) problems.push({ field: field.key, code: value.problem, details: value.details })
    else if (value === null && field.required === true) problems.push({ field: field.key, code: 'field-required', details: {} })
    else if (value !== null || partial) fields[field.key] = value
  }
  return problems.length === 0 ? fields : refuse('bad-input', {}, problems)
}

const keys = new WeakMap<Ledger, ReadonlySet<string>>()

const keysOf = (ledger: Ledger): ReadonlySet<string> => {
  const known = keys.get(ledger) ?? new Set(ledger.fields.map((field) => field.key))
  keys.set(ledger, known)
  return known
}
