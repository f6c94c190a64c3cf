import type { Post } from '../access/policy.ts'
import { isOfficePost, mayUse } from '../access/policy.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'

export type RemarkState = 'open' | 'answered' | 'withdrawn'

/** A remark as far as what may be done with it goes: who made it, and who writes the section it is at. */
export type RemarkPlace = { readonly state: RemarkState; readonly person: number; readonly sectionOrg: string }

/** Why someone may not answer a remark: the office that writes the section does, the town office, a leader, and whoever made it. */
export const answerProblem = (posts: readonly Post[], person: number, remark: RemarkPlace): Refusal | undefined => {
  const may = remark.person === person || posts.some((post) => post.role === 'office' || post.role === 'leader' || (isOfficePost(post) && post.org === remark.sectionOrg))
  if (!may || !mayUse(posts, 'remark.answer')) return refuse('forbidden', { verb: 'remark.answer' })
  return remark.state === 'withdrawn' ? refuse('remark-withdrawn') : undefined
}

/** Why someone may not take a remark back: whoever made it may, and the town office. */
export const withdrawProblem = (posts: readonly Post[], person: number, remark: RemarkPlace): Refusal | undefined => {
  if (remark.person !== person && !posts.some((post) => post.role === 'office')) return refuse('forbidden', { verb: 'remark.withdraw' })
  return remark.state === 'withdrawn' ? refuse('remark-withdrawn') : undefined
}
