import type { Ledger } from '../core/ledger/ledger.ts'
import { foldGroup } from '../core/journal/fold.ts'
import type { Change } from '../core/ledger/change.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Referer } from '../core/linking/merge-entries.ts'
import { mergeEntries } from '../core/linking/merge-entries.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import type { Ask } from './endpoint.ts'
import { openLedgers } from './routes/ledger.ts'

/** Two entries of a register that are one thing, and everything that names the one that goes, whoever may see it. */
export type LoadedMerge = { readonly ledger: Ledger; readonly kept: Entry; readonly dropped: Entry; readonly referers: readonly Referer[] }

/** The changes of a merge, held against the book as the writer would; `approvedBy` is the second person, where there is one. */
export const tryMerge = (ask: Pick<Ask<unknown>, 'book' | 'caller'>, it: LoadedMerge, take: readonly string[], verb: string, approvedBy?: number): readonly Change[] | Refusal => {
  const changes = mergeEntries({ ...it, take, verb })
  if (isRefusal(changes)) return changes
  const loaded = new Map([it.kept, it.dropped, ...it.referers.map(({ entry }) => entry)].map((entry) => [entry.id, entry]))
  const [outcome] = foldGroup(ask.book, [{ by: { person: ask.caller.person }, changes, reason: verb, ...(approvedBy !== undefined && { approvedBy }) }], loaded, '2000-01-01T00:00:00.000Z').outcomes
  return outcome !== undefined && isRefusal(outcome) ? outcome : changes
}

/** Whether a refused merge may be had with a second person. */
export const mayPropose = (refusal: Refusal): boolean => refusal.code === 'month-closed' || refusal.code === 'second-person-required'

/** A refusal of a merge without a word of ledgers the caller may not open. */
export const withoutHidden = (refusal: Refusal, ledger: Ledger, ask: Pick<Ask<unknown>, 'book' | 'caller' | 'today'>): Refusal => {
  if (!mayPropose(refusal)) return refusal
  const named = refusal.details['ledger']
  const open = openLedgers(ask).some((each) => each.ledger.key === named || each.ledger.title.zh === named)
  return open ? refusal : refuse('second-person-required', { ledger: ledger.title.zh })
}
