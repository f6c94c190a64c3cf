import type { EntryChange } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { isRefusal, refuse } from '../refusal/refusal.ts'
import { applyChange, sameFields } from './apply-change.ts'
import { closedMonth } from './closed-month.ts'
import type { Book } from './fold.ts'

/** What a batch did to one entry: how it was before (undefined when the batch made it), as the batch left it, and as it stands. */
export type BatchedEntry = { readonly before: Entry | undefined; readonly after: Entry; readonly current: Entry }

/** What undoing a batch does to one entry: a change that takes it back, nothing where it is so already, or why it stays. */
export type Undoing = { readonly does: 'void' | 'restore'; readonly change: EntryChange } | { readonly does: 'nothing' } | { readonly does: 'stays'; readonly refusal: Refusal }

/**
 * Takes back what a batch did to an entry (BOOK §13): one it made is voided, one it changed is put back to how it was before. An entry that
 * was changed since stays, and so does one of a closed month, one that needs a second person, and one `writes` does not let the person
 * write, as it stands or as it would be again.
 */
export const undoBatched = (book: Book, ledger: Ledger, writes: (fields: Fields) => boolean, verb: string, { before, after, current }: BatchedEntry): Undoing => {
  if (before === undefined ? current.void : sameState(before, current)) return { does: 'nothing' }
  const stays = (refusal: Refusal): Undoing => ({ does: 'stays', refusal })
  if (current.version !== after.version) return stays(refuse('changed-since', { entry: current.id, version: current.version }))
  if (ledger.system === true || ![before, current].every((entry) => entry === undefined || entry.spans.every((span) => writes(span.fields)))) return stays(refuse('forbidden', { verb }))
  if (ledger.secondPerson === true) return stays(refuse('second-person-required', { ledger: ledger.title.zh }))
  const target = { verb, ledger: ledger.key, entry: current.id, saw: current.version }
  const change: EntryChange = before === undefined ? { act: 'void', ...target } : { act: 'restore', ...target, spans: before.spans, void: before.void }
  const would = applyChange(ledger, change, current, book.head + 1, new Map())
  if (isRefusal(would)) return stays(would)
  const month = closedMonth(book, ledger, current, would)
  return month === undefined ? { does: change.act === 'void' ? 'void' : 'restore', change } : stays(refuse('month-closed', { month, ledger: ledger.key }))
}

const sameState = (a: Entry, b: Entry): boolean =>
  a.void === b.void && a.spans.length === b.spans.length && a.spans.every((span, index) => span.from === b.spans[index]?.from && span.to === b.spans[index]?.to && sameFields(span.fields, b.spans[index]?.fields ?? {}))
