import { z } from 'zod'
import { patterns } from '../api/parts.ts'
import type { RefusalCode } from '../core/refusal/catalogue.ts'
import type { FieldProblem, Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'

/**
 * Reads what a caller sent by the route's schema. Every problem is told at its field, in the words of the
 * one catalogue; the schema library's own sentences never reach a person.
 */
export const readInput = <Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> | Refusal => {
  const unkept = unkeptValues(raw, [])
  if (unkept.length > 0) return refuse('bad-input', {}, unkept)
  const read = schema.safeParse(raw ?? {})
  const strange = strangeKeys(schema, raw)
  if (read.success && strange.length === 0) return read.data
  return refuse('bad-input', {}, [...strange, ...(read.error?.issues ?? []).map((issue) => problemOf(issue, raw))])
}

/** What the route has no name for: a word mistyped must not be taken as left out. */
const strangeKeys = (schema: z.ZodType, raw: unknown): readonly FieldProblem[] =>
  schema instanceof z.ZodObject && typeof raw === 'object' && raw !== null && !Array.isArray(raw)
    ? Object.keys(raw).filter((key) => !Object.hasOwn(schema.shape, key)).map((key) => ({ field: key, code: 'field-unknown', details: { field: key } }))
    : []

const problemOf = (issue: z.core.$ZodIssue, raw: unknown): FieldProblem => {
  const given = valueAt(raw, issue.path)
  const [code, details] = missing(given) ? (['field-required', {}] as const) : codeOf(issue, given)
  return { field: fieldOf(issue.path), code, details }
}

type Told = readonly [RefusalCode, Readonly<Record<string, unknown>>]

const codeOf = (issue: z.core.$ZodIssue, given: unknown): Told => {
  const value = brief(given)
  switch (issue.code) {
    case 'invalid_type':
      return expected(issue.expected, value)
    case 'invalid_union':
      return ['not-text', {}]
    case 'too_small':
      return issue.origin === 'string' ? ['text-too-short', { min: issue.minimum }] : ['below-minimum', { min: issue.minimum }]
    case 'too_big':
      return issue.origin === 'string' ? ['text-too-long', { max: issue.maximum }] : ['above-maximum', { max: issue.maximum }]
    case 'invalid_value':
      return ['not-choice', { value }]
    case 'invalid_format':
      return [formats.get('pattern' in issue ? String(issue.pattern) : '') ?? 'bad-format', { value }]
    case 'unrecognized_keys':
      return ['field-unknown', { field: issue.keys[0] }]
    default:
      return ['bad-format', { value }]
  }
}

const expected = (type: string, value: string): Told => {
  switch (type) {
    case 'string':
      return ['not-text', {}]
    case 'number':
      return ['not-number', { value }]
    case 'int':
      return ['not-whole', {}]
    case 'boolean':
      return ['not-flag', {}]
    case 'array':
      return ['not-list', {}]
    case 'object':
    case 'record':
      return ['not-object', {}]
    default:
      return ['bad-format', { value }]
  }
}

const formats = new Map<string, RefusalCode>([
  [String(patterns.day), 'not-day'],
  [String(patterns.asOf), 'not-as-of'],
  [String(patterns.month), 'not-month'],
])

/** The fields of an entry are told by their own key, wherever they stood in the body. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const [first, ...rest] = path.map(String)
  return rest.length > 0 && (first === 'fields' || first === 'set') ? rest.join('.') : path.map(String).join('.')
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown => path.reduce((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), raw)

const missing = (value: unknown): boolean => value === undefined || value === null || value === ''

const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** Deeper than anything we ask for, and shallow enough for whatever walks the value after us. */
const deepest = 40

/** What would not be kept as it was sent: text no document can show, numbers beyond what JSON keeps to the last digit, endless nesting. */
const unkeptValues = (value: unknown, path: readonly string[]): readonly FieldProblem[] => {
  if (path.length > deepest) return [{ field: fieldOf(path.slice(0, 1)), code: 'nested-too-deep', details: { max: deepest } }]
  if (typeof value === 'string') return clean(value) ? [] : [{ field: fieldOf(path), code: 'not-clean-text', details: {} }]
  if (typeof value === 'number') return exact(value) ? [] : [{ field: fieldOf(path), code: 'number-not-exact', details: { value: String(value) } }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (clean(key) ? unkeptValues(each, [...path, key]) : [{ field: fieldOf(path), code: 'not-clean-text' as const, details: {} }]))
}

/** Control characters, halves of surrogate pairs, U+FFFE and U+FFFF have no place in a document; marks that turn the direction of writing make a line read as what it does not say. */
const clean = (text: string): boolean => text.isWellFormed() && !/[^\t\n\r\u{20}-\u{7E}\u{80}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u202A-\u202E\u2066-\u2069]/u.test(text)

/** A number of JSON is a binary float here: up to fifteen digits it is the decimal that was written. */
const exact = (value: number): boolean => Number.isSafeInteger(value) || (!Number.isInteger(value) && String(value).replace(/e.*$/, '').replace(/^-?0\.0*|[-.]/g, '').length <= 15)
