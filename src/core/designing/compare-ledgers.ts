import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Words } from '../words.ts'

/** One thing that is otherwise in a later version of a ledger's declaration. */
export type LedgerChange =
  | { readonly what: 'declared' | 'keys' | 'other'; readonly field: null; readonly title: Words }
  | { readonly what: 'renamed'; readonly field: string | null; readonly title: Words; readonly was: Words }
  | { readonly what: 'added' | 'retired' | 'restored' | 'required' | 'optional' | 'choices' | 'changed'; readonly field: string; readonly title: Words }

/** What a version of a ledger changed against the one before; the first was declared. */
export const compareLedgers = (before: Ledger | undefined, after: Ledger): readonly LedgerChange[] => {
  if (before === undefined) return [{ what: 'declared', field: null, title: after.title }]
  const changes: LedgerChange[] = []
  if (differ(before.title, after.title)) changes.push({ what: 'renamed', field: null, title: after.title, was: before.title })
  for (const field of after.fields) changes.push(...fieldChanges(findField(before, field.key), field))
  if (differ(before.unique ?? [], after.unique ?? [])) changes.push({ what: 'keys', field: null, title: after.title })
  const rest = ({ title: _, fields: __, unique: ___, ...others }: Ledger) => others
  if (differ(rest(before), rest(after))) changes.push({ what: 'other', field: null, title: after.title })
  return changes
}

const fieldChanges = (before: Field | undefined, after: Field): readonly LedgerChange[] => {
  const { key: field, title } = after
  if (before === undefined) return [{ what: 'added', field, title }]
  const changes: LedgerChange[] = []
  if (differ(before.title, title)) changes.push({ what: 'renamed', field, title, was: before.title })
  if ((before.retired === true) !== (after.retired === true)) changes.push({ what: after.retired === true ? 'retired' : 'restored', field, title })
  if ((before.required === true) !== (after.required === true) && after.retired !== true && before.retired !== true) changes.push({ what: after.required === true ? 'required' : 'optional', field, title })
  if (differ(before.choices ?? [], after.choices ?? [])) changes.push({ what: 'choices', field, title })
  const rest = ({ title: _, retired: __, required: ___, choices: ____, ...others }: Field) => others
  if (differ(rest(before), rest(after))) changes.push({ what: 'changed', field, title })
  return changes
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) !== JSON.stringify(ordered(b))

/** The same value whatever the order in which its parts were written. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(ordered) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== false).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)])) : value
