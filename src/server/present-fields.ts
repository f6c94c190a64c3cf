import type { z } from 'zod'
import type { FieldsOut, RowOut } from '../api/entry.ts'
import type { LedgerRights } from '../core/access/ledger-rights.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import { erasedMark, isErased, seenValue } from '../core/access/mask.ts'
import type { Entry, Span } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Field } from '../core/ledger/field.ts'
import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { Words } from '../core/words.ts'
import { words } from '../core/words.ts'
import { orgName } from './org-ref.ts'

/** How one reader sees the rows of a ledger: every declared field, masked unless the row is hers to write. */
export const presentFields = (ledger: Ledger, rights: LedgerRights, fields: Fields, erased: ReadonlySet<string> = new Set()): z.infer<typeof FieldsOut> => {
  const plain = rights.writes(fields)
  return Object.fromEntries(ledger.fields.map((field) => [field.key, isErased(field, fields, erased) ? erasedMark : seenValue(field, fields, plain)]))
}

export const presentRow = (ledger: Ledger, rights: LedgerRights, entry: Entry, erased: ReadonlySet<string> = new Set()): RowOut => {
  const span = lastSpan(entry)
  return { id: entry.id, version: entry.version, void: entry.void, from: span.from, to: span.to, fields: presentFields(ledger, rights, span.fields, erased) }
}

/** Fields of a row that hold something a reader sees masked; what was erased is nobody's to see. */
export const maskedFields = (ledger: Ledger, rights: LedgerRights, fields: Fields, erased: ReadonlySet<string>): readonly string[] => {
  const plain = rights.writes(fields)
  const covered = (field: Field): boolean => field.personal === 'sealed' || (field.personal === 'restricted' && field.kind !== 'file' && !plain)
  return ledger.fields.filter((field) => covered(field) && (fields[field.key] ?? null) !== null && !isErased(field, fields, erased)).map((field) => field.key)
}

/** The sealed values of entries, in every state. */
export const sealedValues = (ledger: Ledger, entries: readonly Entry[]): readonly string[] => {
  const keys = ledger.fields.filter((field) => field.kind === 'sealed').map((field) => field.key)
  return keys.length === 0 ? [] : entries.flatMap((entry) => entry.spans.flatMap(({ fields }) => keys.flatMap((key) => (typeof fields[key] === 'string' ? [fields[key]] : []))))
}

/** A field as a sentence shows it, an organisation by its name; null where there is no value. */
export const fieldText = (field: Field, fields: Fields, plain: boolean, tree: OrgTree): Words | null => {
  const value = seenValue(field, fields, plain)
  if (value === null) return null
  if (field.personal !== undefined && !(plain && field.personal === 'restricted')) return words(String(value), String(value))
  if (field.kind === 'org') return orgName(tree, String(value))
  const { format } = kindOf(field)
  return words(format(value, field, 'zh'), format(value, field, 'en'))
}

export type ChangedField = { readonly field: string; readonly title: Words; readonly before: Words | null; readonly after: Words | null }

/** The fields in which two states of an entry differ; a new entry differs in nothing. */
export const changedFields = (ledger: Ledger, rights: LedgerRights, before: Entry | undefined, after: Entry, tree: OrgTree): readonly ChangedField[] => {
  if (before === undefined) return []
  const pairs = before.spans.length === after.spans.length ? after.spans.map((span, index) => [before.spans[index] ?? span, span] as const) : [[lastSpan(before), lastSpan(after)] as const]
  return pairs.flatMap(([was, is]) => [...changedDays(was, is), ...ledger.fields.flatMap((field) => changed(field, rights, was, is, tree))])
}

const changed = (field: Field, rights: LedgerRights, was: Span, is: Span, tree: OrgTree): readonly ChangedField[] =>
  (was.fields[field.key] ?? null) === (is.fields[field.key] ?? null) ? [] : [{ field: field.key, title: field.title, before: fieldText(field, was.fields, rights.writes(was.fields), tree), after: fieldText(field, is.fields, rights.writes(is.fields), tree) }]

const changedDays = (was: Span, is: Span): readonly ChangedField[] => [
  ...(was.from === is.from ? [] : [{ field: 'valid_from', title: words('起始日', 'From'), before: dayText(was.from), after: dayText(is.from) }]),
  ...(was.to === is.to ? [] : [{ field: 'valid_to', title: words('终止日', 'Until'), before: dayText(was.to), after: dayText(is.to) }]),
]

const dayText = (day: string | null): Words | null => (day === null ? null : words(day, day))
