import type { LedgerRights } from '../access/ledger-rights.ts'
import type { Predicate } from '../access/predicate.ts'
import { both, either, everything, nothing } from '../access/predicate.ts'
import type { FieldProblem, Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Field } from './field.ts'
import { isProblem } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import type { Ledger } from './ledger.ts'
import { findField } from './ledger.ts'

/** What a list is asked for, in the words of its address. */
export type ListWords = { readonly q?: string | undefined; readonly where?: string | undefined; readonly sort?: string | undefined; readonly desc?: boolean }

/** What a list shows: the rows that satisfy `where`, in order. No `sort` is newest first. */
export type ListQuery = { readonly where: Predicate; readonly sort: string | null; readonly desc: boolean }

/** Columns beside the fields that rows can be put in order by. */
const rowColumns: readonly string[] = ['id', 'valid_from', 'valid_to']

/**
 * Reads the search text, the conditions `field:value`, `field>=value`, `field<=value` joined by `;`, and the
 * order of a list. Who sees a field masked may not ask by it: the answer would give it away.
 */
export const readListQuery = (ledger: Ledger, rights: LedgerRights, asked: ListWords): ListQuery | Refusal => {
  const problems: FieldProblem[] = []
  const open = (field: Field): boolean => field.personal === undefined || (field.personal === 'restricted' && rights.searchesPersonal)
  const conditions = conditionsOf(asked.where).map((condition) => readCondition(ledger, open, condition, problems))
  const sort = asked.sort === undefined || asked.sort === '' ? null : asked.sort
  const sorted = sort === null || rowColumns.includes(sort) ? undefined : findField(ledger, sort)
  if (sort !== null && !rowColumns.includes(sort)) {
    if (sorted === undefined || sorted.kind === 'document' || sorted.kind === 'file') problems.push({ field: 'sort', code: 'field-unknown', details: { field: sort } })
    else if (!open(sorted)) problems.push({ field: 'sort', code: 'field-masked', details: {} })
  }
  if (problems.length > 0) return refuse('bad-input', {}, problems)
  return { where: both(...conditions, searchOf(ledger, open, asked.q)), sort, desc: asked.desc === true }
}

/** One condition as it is written: the whole text, and its parts where they can be told. */
export type WrittenCondition = { readonly text: string; readonly key: string; readonly op: '' | ':' | '>=' | '<='; readonly raw: string }

/** The conditions of a list, taken apart and not yet understood. */
export const conditionsOf = (where: string | undefined): readonly WrittenCondition[] =>
  (where ?? '').split(';').map((text) => text.trim()).filter((text) => text !== '').map((text) => {
    const [, key = '', op = '', raw = ''] = /^([a-z][a-z0-9_]*)(:|>=|<=)(.*)$/s.exec(text) ?? []
    return { text, key, op: op as WrittenCondition['op'], raw }
  })

const searchOf = (ledger: Ledger, open: (field: Field) => boolean, q: string | undefined): Predicate => {
  const text = (q ?? '').trim()
  if (text === '') return everything
  const fields = ledger.fields.filter((field) => (field.kind === 'text' || field.kind === 'note') && open(field))
  return either(...fields.map((field): Predicate => ({ kind: 'contains', field: field.key, text })), nothing)
}

const readCondition = (ledger: Ledger, open: (field: Field) => boolean, { text, key, op, raw }: WrittenCondition, problems: FieldProblem[]): Predicate => {
  const field = findField(ledger, key)
  const wrong = (code: FieldProblem['code'], details: FieldProblem['details']): Predicate => {
    problems.push({ field: 'where', code, details })
    return nothing
  }
  if (op === '') return wrong('not-condition', { value: text })
  if (field === undefined || field.kind === 'document' || field.kind === 'file') return wrong('field-unknown', { field: key })
  if (!open(field)) return wrong('field-masked', {})
  const value = kindOf(field).parse(raw, field)
  if (isProblem(value)) return wrong(value.problem, value.details)
  if (op === ':') return { kind: 'is', field: key, value }
  if (typeof value !== 'string') return wrong('not-condition', { value: text })
  return { kind: 'compare', field: key, op, value }
}
