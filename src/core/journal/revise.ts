import type { LedgerRights } from '../access/ledger-rights.ts'
import { applyChange, merge } from './apply-change.ts'
import { closedMonth } from './closed-month.ts'
import type { Book } from './fold.ts'
import type { FieldProblem, Refusal } from '../refusal/refusal.ts'
import { isRefusal, refuse } from '../refusal/refusal.ts'
import type { EntryChange } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'

/** What setting fields of an entry comes to: a correction with its fields before and after, nothing, or why not. */
export type Revision = { readonly does: 'correct'; readonly change: EntryChange; readonly before: Fields; readonly after: Fields } | { readonly does: 'same' } | { readonly does: 'refused'; readonly refusal: Refusal }

/**
 * Sets fields of an entry's latest state as one of many: refused where the entry changed after it was seen (`seen` is a journal number or its
 * version), where the row may not be written as it is or as it would be, where its month is closed or a second person is needed.
 */
export const revise = (book: Book, ledger: Ledger, rights: Pick<LedgerRights, 'reads' | 'writes'>, entry: Entry | undefined, seen: number, set: Fields): Revision => {
  const refused = (refusal: Refusal): Revision => ({ does: 'refused', refusal })
  const verb = `${ledger.key}.correct`
  if (entry === undefined || !rights.reads(lastSpan(entry).fields)) return refused(refuse('not-found', { what: ledger.title.zh }))
  if (entry.void) return refused(refuse('entry-void'))
  const before = lastSpan(entry).fields
  const after = merge(before, set)
  if (!rights.writes(before) || !rights.writes(after)) return refused(refuse('forbidden', { verb }))
  if (entry.version > seen) return refused(refuse('changed-since', { entry: entry.id, version: entry.version }))
  const unknown = ledger.fields.filter((field) => field.kind === 'org' && typeof set[field.key] === 'string' && !book.orgs.orgs.has(String(set[field.key])))
  if (unknown.length > 0) return refused(refuse('bad-input', {}, unknown.map((field): FieldProblem => ({ field: field.key, code: 'not-org', details: { value: set[field.key] } }))))
  const change: EntryChange = { act: 'correct', verb, ledger: ledger.key, entry: entry.id, saw: entry.version, set }
  const would = applyChange(ledger, change, entry, book.head + 1, new Map())
  if (isRefusal(would)) return would.code === 'nothing-changed' ? { does: 'same' } : refused(would)
  if (ledger.secondPerson === true) return refused(refuse('second-person-required', { ledger: ledger.title.zh }))
  const month = closedMonth(book, ledger, entry, would)
  return month === undefined ? { does: 'correct', change, before, after } : refused(refuse('month-closed', { month, ledger: ledger.key }))
}
