import type { Fields } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { LedgerRights } from './ledger-rights.ts'
import type { Post } from './policy.ts'
import { mayUse } from './policy.ts'

/**
 * Whether someone may be the second person of a change (HANDBOOK §4.4, approve ≠ enter): a colleague who may write
 * the row herself, or the town office where it may read it; never the one who proposed.
 */
export const secondPersonProblem = (posts: readonly Post[], person: number, proposer: number, rights: LedgerRights, fields: Fields, verb: string): Refusal | undefined => {
  if (person === proposer) return refuse('same-person')
  const colleague = rights.writes(fields)
  const office = posts.some((post) => post.role === 'office') && rights.reads(fields)
  return mayUse(posts, verb) && (colleague || office) ? undefined : refuse('forbidden', { verb })
}
