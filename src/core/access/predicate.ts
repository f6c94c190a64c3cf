import { z } from 'zod'
import { blindOf } from '../ledger/kinds/protected.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { getField } from '../ledger/ledger.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'

/**
 * A yes-or-no question about the fields of one row: the filter of a measure, the right of a person, the
 * search of a list. It is one value with two readers, this file and the store's SQL, which must agree.
 * There is no third truth value: a comparison with an empty field is simply false. The pattern of `spelt` is made of character classes and
 * `*` alone, which the database and the runtime read alike; only a search asks by it.
 */
export type Predicate =
  | { readonly kind: 'all'; readonly of: readonly Predicate[] }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'is'; readonly field: string; readonly value: Value }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'compare'; readonly field: string; readonly op: '<' | '<=' | '>' | '>='; readonly value: string }
  | { readonly kind: 'known'; readonly field: string }
  | { readonly kind: 'contains'; readonly field: string; readonly text: string }
  | { readonly kind: 'spelt'; readonly field: string; readonly pattern: string }

export const Predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all'), of: z.array(Predicate) }),
    z.object({ kind: z.literal('any'), of: z.array(Predicate) }),
    z.object({ kind: z.literal('not'), of: Predicate }),
    z.object({ kind: z.literal('is'), field: z.string(), value: z.union([z.string(), z.boolean(), z.null()]) }),
    z.object({ kind: z.literal('in'), field: z.string(), values: z.array(z.string()) }),
    z.object({ kind: z.literal('compare'), field: z.string(), op: z.enum(['<', '<=', '>', '>=']), value: z.string() }),
    z.object({ kind: z.literal('known'), field: z.string() }),
    z.object({ kind: z.literal('contains'), field: z.string(), text: z.string() }),
  ]),
)

export const everything: Predicate = { kind: 'all', of: [] }
export const nothing: Predicate = { kind: 'any', of: [] }

/** Both; collapses the trivial cases so that SQL stays short. */
export const both = (...of: readonly Predicate[]): Predicate => {
  const parts = of.flatMap((each) => (each.kind === 'all' ? each.of : [each]))
  if (parts.some(isNothing)) return nothing
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'all', of: parts }
}

/** Either; collapses the trivial cases. */
export const either = (...of: readonly Predicate[]): Predicate => {
  const parts = of.flatMap((each) => (each.kind === 'any' ? each.of : [each]))
  if (parts.some(isEverything)) return everything
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', of: parts }
}

export const isEverything = (predicate: Predicate): boolean => predicate.kind === 'all' && predicate.of.length === 0
export const isNothing = (predicate: Predicate): boolean => predicate.kind === 'any' && predicate.of.length === 0

/** Fields a predicate looks at. */
export const fieldsOf = (predicate: Predicate): readonly string[] => {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return predicate.of.flatMap(fieldsOf)
    case 'not':
      return fieldsOf(predicate.of)
    default:
      return [predicate.field]
  }
}

/** Compiles a predicate over a ledger into a function of a row's fields. */
export const compilePredicate = (predicate: Predicate, ledger: Ledger): ((fields: Fields) => boolean) => {
  switch (predicate.kind) {
    case 'all': {
      const parts = predicate.of.map((each) => compilePredicate(each, ledger))
      return (fields) => parts.every((part) => part(fields))
    }
    case 'any': {
      const parts = predicate.of.map((each) => compilePredicate(each, ledger))
      return (fields) => parts.some((part) => part(fields))
    }
    case 'not': {
      const part = compilePredicate(predicate.of, ledger)
      return (fields) => !part(fields)
    }
    case 'is': {
      const { field, value } = predicate
      if (value === null || getField(ledger, field).kind !== 'sealed') return (fields) => valueOf(fields, field) === value
      return (fields) => same(valueOf(fields, field), blindOf(String(value)))
    }
    case 'in': {
      const values = new Set<Value>(predicate.values)
      return (fields) => values.has(valueOf(fields, predicate.field))
    }
    case 'compare': {
      const { compare } = kindOf(getField(ledger, predicate.field))
      const holds = comparisons[predicate.op]
      return (fields) => {
        const value = valueOf(fields, predicate.field)
        return value !== null && holds(compare(value, predicate.value))
      }
    }
    case 'known':
      return (fields) => valueOf(fields, predicate.field) !== null
    case 'contains': {
      const text = foldCase(predicate.text)
      return (fields) => {
        const value = valueOf(fields, predicate.field)
        return typeof value === 'string' && foldCase(value).includes(text)
      }
    }
    case 'spelt': {
      const pattern = new RegExp(predicate.pattern, 'u')
      return (fields) => {
        const value = valueOf(fields, predicate.field)
        return typeof value === 'string' && pattern.test(value)
      }
    }
    default:
      return predicate satisfies never
  }
}

const same = (value: Value, blind: string): boolean => typeof value === 'string' && blindOf(value) === blind

/** Folds the Latin letters only, as the database does under the C collation. */
const foldCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const comparisons = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
} as const
