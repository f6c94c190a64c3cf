import { findField } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { LedgerRights } from './ledger-rights.ts'
import type { Post } from './policy.ts'
import { mayUse } from './policy.ts'

/** Fields one person may reveal within an hour: enough for a counter, too few to copy a ledger by. */
export const mostReveals = 30

/** How long a revealed field stands on screen, in seconds. */
export const revealSeconds = 30

/** What a reveal is asked on: the row as it stands. */
export type Revealing = { readonly posts: readonly Post[]; readonly ledger: Ledger; readonly rights: LedgerRights; readonly fields: Fields; readonly field: string }

/** Why one field of one row may not be shown in full; undefined when it may. The row itself must be readable: else it does not exist. */
export const revealProblem = ({ posts, ledger, rights, fields, field }: Revealing): Refusal | undefined => {
  const declared = findField(ledger, field)
  const at = (code: 'field-unknown' | 'not-masked' | 'nothing-there'): Refusal => refuse('bad-input', {}, [{ field: 'field', code, details: { field } }])
  if (!mayUse(posts, 'entry.reveal')) return refuse('forbidden', { verb: 'entry.reveal' })
  if (declared === undefined) return at('field-unknown')
  if (declared.personal === undefined || declared.kind === 'file' || (declared.personal === 'restricted' && rights.writes(fields))) return at('not-masked')
  return valueOf(fields, field) === null ? at('nothing-there') : undefined
}

/** Why no more may be revealed now by someone who revealed so often within the hour. */
export const tooManyReveals = (lately: number): Refusal | undefined => (lately >= mostReveals ? refuse('too-many-reveals', { max: mostReveals }) : undefined)
