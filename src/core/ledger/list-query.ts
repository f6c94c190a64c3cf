import type { LedgerRights } from '../access/ledger-rights.ts'
import type { OrgTree } from '../access/org-tree.ts'
import type { Predicate } from '../access/predicate.ts'
import { both, either, everything, nothing } from '../access/predicate.ts'
import type { FieldProblem, Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Condition } from './conditions.ts'
import { parseConditions } from './conditions.ts'
import type { Field } from './field.ts'
import { isProblem } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import type { Ledger } from './ledger.ts'
import { findField } from './ledger.ts'
import type { OrderKey } from './list-order.ts'
import { parseOrder, rowColumns } from './list-order.ts'

/** What a list is asked for, in the words of its address. With `desc` the order that was asked is turned. */
export type ListWords = { readonly q?: string | undefined; readonly where?: string | undefined; readonly sort?: string | undefined; readonly desc?: boolean }

/** What a list shows: the rows that satisfy `where`, in order. No `order` is newest first. */
export type ListQuery = { readonly where: Predicate; readonly order: readonly OrderKey[] }

/** What reading a question needs beside it: who is below whom, and the pattern of the texts whose syllables begin with given letters. */
export type Asking = { readonly tree: Pick<OrgTree, 'orgs' | 'subtree'>; readonly spelt: (letters: string) => string }

/**
 * Reads the search text, the conditions and the order of a list. Who sees a field masked may not ask by it: the answer would give it
 * away. Letters and digits are looked for in the text and, Chinese by the first letters of its syllables, in one-line fields.
 */
export const readListQuery = (ledger: Ledger, rights: LedgerRights, asked: ListWords, asking: Asking): ListQuery | Refusal => {
  const problems: FieldProblem[] = []
  const open = opens(rights)
  const conditions = parseConditions(asked.where).map((condition) => readCondition(ledger, open, condition, asking, problems))
  const order = parseOrder(asked.sort)
  for (const { key } of order) {
    const field = findField(ledger, key)
    if (rowColumns.includes(key)) continue
    if (field === undefined || field.kind === 'document' || field.kind === 'file') problems.push({ field: 'sort', code: 'field-unknown', details: { field: key } })
    else if (!open(field)) problems.push({ field: 'sort', code: 'field-masked', details: {} })
  }
  if (problems.length > 0) return refuse('bad-input', {}, problems)
  return { where: both(...conditions, searchOf(ledger, open, asked.q, asking)), order: asked.desc === true ? order.map(({ key, desc }) => ({ key, desc: !desc })) : order }
}

/** Whether a reader may ask by a field. */
export const opens = (rights: Pick<LedgerRights, 'searchesPersonal'>) => (field: Field): boolean => field.personal === undefined || (field.personal === 'restricted' && rights.searchesPersonal)

const searchOf = (ledger: Ledger, open: (field: Field) => boolean, q: string | undefined, asking: Asking): Predicate => {
  const text = (q ?? '').trim()
  if (text === '') return everything
  const fields = ledger.fields.filter((field) => (field.kind === 'text' || field.kind === 'note') && field.retired !== true && open(field))
  const pattern = /^[a-zA-Z][a-zA-Z0-9]*$/.test(text) ? asking.spelt(text.toLowerCase()) : undefined
  return either(
    ...fields.flatMap((field): readonly Predicate[] => [{ kind: 'contains', field: field.key, text }, ...(pattern !== undefined && field.kind === 'text' ? [{ kind: 'spelt', field: field.key, pattern } as const] : [])]),
    nothing,
  )
}

const readCondition = (ledger: Ledger, open: (field: Field) => boolean, condition: Condition | string, { tree }: Asking, problems: FieldProblem[]): Predicate => {
  const wrong = (code: FieldProblem['code'], details: FieldProblem['details']): Predicate => {
    problems.push({ field: 'where', code, details })
    return nothing
  }
  if (typeof condition === 'string') return wrong('not-condition', { value: condition })
  const { sign, values } = condition
  const field = findField(ledger, condition.field)
  if (field === undefined || field.kind === 'document' || field.kind === 'file') return wrong('field-unknown', { field: condition.field })
  if (!open(field)) return wrong('field-masked', {})
  const [first = ''] = values
  const told = `${condition.field}${sign}${values.join('|')}`
  switch (sign) {
    case '?':
      return { kind: 'known', field: field.key }
    case '!':
      return { kind: 'is', field: field.key, value: null }
    case '~':
      return field.kind === 'text' || field.kind === 'note' ? { kind: 'contains', field: field.key, text: first } : wrong('not-condition', { value: told })
    case '^':
      if (field.kind !== 'org') return wrong('not-condition', { value: told })
      return tree.orgs.has(first) ? { kind: 'in', field: field.key, values: [...tree.subtree(first)] } : wrong('not-org', { value: first })
    case ':':
      return either(...values.map((value) => equals(field, value, wrong)))
    case '>=':
    case '<=': {
      const value = kindOf(field).parse(first, field)
      if (isProblem(value)) return wrong(value.problem, value.details)
      return typeof value === 'string' ? { kind: 'compare', field: field.key, op: sign, value } : wrong('not-condition', { value: told })
    }
    default:
      return sign satisfies never
  }
}

const equals = (field: Field, raw: string, wrong: (code: FieldProblem['code'], details: FieldProblem['details']) => Predicate): Predicate => {
  const value = kindOf(field).parse(raw, field)
  return isProblem(value) ? wrong(value.problem, value.details) : { kind: 'is', field: field.key, value }
}
