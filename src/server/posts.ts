import type { Post } from '../core/access/policy.ts'
import { mayUse } from '../core/access/policy.ts'
import type { Actor } from '../core/journal/row.ts'
import type { HeldPerson } from '../store/people.ts'

/** Who asks: a person with the posts in force at the town date. */
export type Caller = HeldPerson

/**
 * In whose name a step is taken: her own when one of her own posts allows it, else that of the absent person
 * whose deputy she is; the journal shows both (BOOK §7).
 */
export const actorFor = (caller: Caller, allows: (posts: readonly Post[]) => boolean): Actor => {
  if (allows(caller.posts.filter((post) => post.deputyOf === null))) return { person: caller.person }
  const lent = caller.posts.find((post) => post.deputyOf !== null && allows([post]))
  return lent === undefined || lent.deputyOf === null ? { person: caller.person } : { person: caller.person, actingFor: lent.deputyOf }
}

/** The actor of a verb. */
export const actorOf = (caller: Caller, verb: string): Actor => actorFor(caller, (posts) => mayUse(posts, verb))
