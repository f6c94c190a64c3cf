import type { Post } from '../core/access/policy.ts'
import { mayUse } from '../core/access/policy.ts'
import type { Actor } from '../core/journal/row.ts'
import type { Day } from '../core/time/day.ts'
import type { HeldPost } from '../store/people.ts'
import { findPosts, namesOf } from '../store/people.ts'
import type { Handle } from '../store/sql.ts'

/** Who asks: a person with the posts in force at the town date. */
export type Caller = { readonly person: number; readonly name: string; readonly posts: readonly HeldPost[] }

/** Reads a person with her posts and those she stands in for. */
export const loadCaller = async (handle: Handle, schema: string, person: number, today: Day): Promise<Caller> => {
  const posts = await findPosts(handle, schema, person, today)
  const name = await namesOf(handle, schema, [person])
  return { person, name: name(person), posts }
}

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
