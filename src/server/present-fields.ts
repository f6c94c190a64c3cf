import type { z } from 'zod'
import type { FieldsOut, RowOut } from '../api/entry.ts'
import type { LedgerRights } from '../core/access/ledger-rights.ts'
import { maskValue } from '../core/access/mask.ts'
import type { Entry, Span } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Field } from '../core/ledger/field.ts'
import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { Words } from '../core/words.ts'
import { words } from '../core/words.ts'

/** How one reader sees the rows of a ledger: every declared field, masked unless the row is hers to write. */
export const presentFields = (ledger: Ledger, rights: LedgerRights, fields: Fields): z.infer<typeof FieldsOut> => {
  const plain = rights.writes(fields)
  return Object.fromEntries(ledger.fields.map((field) => [field.key, shown(field, fields, plain)]))
}

export const presentRow = (ledger: Ledger, rights: LedgerRights, entry: Entry): RowOut => {
  const span = lastSpan(entry)
  return { id: entry.id, version: entry.version, void: entry.void, from: span.from, to: span.to, fields: presentFields(ledger, rights, span.fields) }
}

/** A field as a sentence shows it. */
export const fieldText = (field: Field, fields: Fields, plain: boolean): string => {
  const value = shown(field, fields, plain)
  if (value === null) return ''
  return field.personal === undefined || (plain && field.personal === 'restricted') ? kindOf(field).format(value, field, 'zh') : String(value)
}

export type ChangedField = { readonly field: string; readonly title: Words; readonly before: string; readonly after: string }

/** The fields in which two states of an entry differ; a new entry differs in nothing. */
export const changedFields = (ledger: Ledger, rights: LedgerRights, before: Entry | undefined, after: Entry): readonly ChangedField[] => {
  if (before === undefined) return []
  const pairs = before.spans.length === after.spans.length ? after.spans.map((span, index) => [before.spans[index] ?? span, span] as const) : [[lastSpan(before), lastSpan(after)] as const]
  return pairs.flatMap(([was, is]) => [...changedDays(was, is), ...ledger.fields.flatMap((field) => changed(field, rights, was, is))])
}

const changed = (field: Field, rights: LedgerRights, was: Span, is: Span): readonly ChangedField[] =>
  (was.fields[field.key] ?? null) === (is.fields[field.key] ?? null) ? [] : [{ field: field.key, title: field.title, before: fieldText(field, was.fields, rights.writes(was.fields)), after: fieldText(field, is.fields, rights.writes(is.fields)) }]

const changedDays = (was: Span, is: Span): readonly ChangedField[] => [
  ...(was.from === is.from ? [] : [{ field: 'valid_from', title: words('起始日', 'From'), before: was.from ?? '', after: is.from ?? '' }]),
  ...(was.to === is.to ? [] : [{ field: 'valid_to', title: words('终止日', 'Until'), before: was.to ?? '', after: is.to ?? '' }]),
]

const shown = (field: Field, fields: Fields, plain: boolean): string | boolean | null => {
  const value = fields[field.key] ?? null
  return plain && field.personal !== 'sealed' ? value : maskValue(field, value)
}
