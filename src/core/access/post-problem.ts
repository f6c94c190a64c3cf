import type { Fields } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import { roles } from './policy.ts'

/**
 * Why a post may not be given or changed so: nobody gives herself a right (HANDBOOK §4.1, separate administrators), and
 * a role must be one the town has. `states` are the post's fields before and after.
 */
export const postProblem = (person: number, states: readonly Fields[], verb: string): Refusal | undefined => {
  if (states.some((fields) => fields['person'] === String(person))) return refuse('own-post', { verb })
  const role = states.at(-1)?.['role']
  return roles.some((each) => each.key === role) ? undefined : refuse('bad-input', {}, [{ field: 'role', code: 'not-choice', details: { value: role ?? '' } }])
}
