import type { Change } from '../ledger/change.ts'
import { findField } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { LedgerRights } from './ledger-rights.ts'

/** Why the key of a sealed field may not be asked to be destroyed: only who may write the row asks, and only for what is sealed and still there. */
export const erasureProblem = (ledger: Ledger, rights: LedgerRights, fields: Fields, field: string): Refusal | undefined => {
  if (!rights.writes(fields)) return refuse('forbidden', { verb: 'erasure.propose' })
  if (findField(ledger, field)?.kind !== 'sealed') return refuse('bad-input', {}, [{ field: 'field', code: 'not-sealed-field', details: {} }])
  return valueOf(fields, field) === null ? refuse('bad-input', {}, [{ field: 'field', code: 'nothing-there', details: {} }]) : undefined
}

/** The decision on an erasure that was asked for. */
export const decideErasure = (erasure: { readonly id: number }, saw: number, state: 'approved' | 'refused', decider: number): Change => ({
  act: 'correct', verb: state === 'approved' ? 'erasure.approve' : 'erasure.refuse', ledger: 'erasure', entry: erasure.id, saw, set: { state, decider: String(decider) },
})
