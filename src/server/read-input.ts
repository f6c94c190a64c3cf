import type { z } from 'zod'
import { patterns } from '../api/parts.ts'
import type { RefusalCode } from '../core/refusal/catalogue.ts'
import type { FieldProblem, Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'

/**
 * Reads what a caller sent by the route's schema. Every problem is told at its field, in the words of the
 * one catalogue; the schema library's own sentences never reach a person.
 */
export const readInput = <Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> | Refusal => {
  const unclean = uncleanTexts(raw, [])
  if (unclean.length > 0) return refuse('bad-input', {}, unclean)
  const read = schema.safeParse(raw ?? {})
  if (read.success) return read.data
  return refuse('bad-input', {}, read.error.issues.map((issue) => problemOf(issue, raw)))
}

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

/** Text the database cannot keep as it was hashed: U+0000 and halves of surrogate pairs. */
const uncleanTexts = (value: unknown, path: readonly string[]): readonly FieldProblem[] => {
  if (typeof value === 'string') return clean(value) ? [] : [{ field: fieldOf(path), code: 'not-clean-text', details: {} }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (clean(key) ? uncleanTexts(each, [...path, key]) : [{ field: fieldOf(path), code: 'not-clean-text' as const, details: {} }]))
}

const clean = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')
