import type { CorrectionOut } from '../api/close.ts'
import { ledgerRights } from '../core/access/ledger-rights.ts'
import { applyChange } from '../core/journal/apply-change.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import { isRefusal } from '../core/refusal/refusal.ts'
import type { Correction } from '../store/corrections.ts'
import type { Ask } from './endpoint.ts'
import { changedFields } from './present-fields.ts'
import { decidingProblem } from './reporting.ts'

/** A correction as one reader sees it, with what she may do; undefined when the row is not hers to read. */
export const presentCorrection = (correction: Correction, ask: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>, nameOf: (person: number) => string): CorrectionOut | undefined => {
  const ledger = ask.book.declared.ledgers.get(correction.ledger)
  const { before, change } = correction
  if (ledger === undefined || before === undefined) return undefined
  const tree = ask.book.treeAt(ask.today)
  const rights = ledgerRights(ask.caller.posts, ledger, tree)
  const { fields } = lastSpan(before)
  if (!rights.reads(fields) && correction.proposer !== ask.caller.person) return undefined
  const after = applyChange(ledger, change, before, before.version + 1, new Map())
  const decides = correction.state === 'proposed' && decidingProblem(correction, rights, ask, 'correction.approve') === undefined
  return {
    entry: correction.id,
    version: correction.version,
    ledger: ledger.key,
    ledgerTitle: ledger.title,
    target: correction.target,
    act: change.act,
    changed: isRefusal(after) ? [] : [...changedFields(ledger, rights, before, after, tree)],
    reason: correction.reason,
    proposer: nameOf(correction.proposer),
    state: correction.state,
    decider: correction.decider === null ? null : nameOf(correction.decider),
    day: correction.day,
    can: { approve: decides, refuse: decides },
  }
}

/** The ledger a correction is about, with the reader's rights over it. */
export const correctedLedger = (correction: Correction, ask: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>): { readonly ledger: Ledger; readonly rights: ReturnType<typeof ledgerRights> } | undefined => {
  const ledger = ask.book.declared.ledgers.get(correction.ledger)
  return ledger === undefined ? undefined : { ledger, rights: ledgerRights(ask.caller.posts, ledger, ask.book.treeAt(ask.today)) }
}
