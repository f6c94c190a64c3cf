import type { Change } from '../ledger/change.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import { addDays, daysBetween } from '../time/day.ts'
import type { Post } from './policy.ts'

/** One post lent to a deputy (AB岗) for a span of days; `to` is the first day it is over. */
export type Lending = { readonly post: number; readonly version: number; readonly principal: number; readonly deputy: number; readonly role: string; readonly org: string; readonly from: Day; readonly to: Day | null }

/** Someone with the posts she holds in her own right. */
export type Poster = { readonly id: number; readonly posts: readonly Post[] }

/** Longest absence a deputy is named for, in days. */
export const longest = 366

/**
 * Whether someone may name the deputy of another, or end that: for herself; for her office as its head; for anyone as the town office. What is lent to her lends no more.
 */
export const mayLend = (who: Poster, principal: Poster): boolean =>
  who.id === principal.id || who.posts.some(({ role, org }) => role === 'office' || (role === 'head' && principal.posts.some((post) => post.org === org)))

/** Who may stand in for someone: those who have a post of their own at the same org. */
export const deputiesFor = (principal: Poster, people: readonly Poster[]): readonly Poster[] => people.filter(({ id, posts }) => id !== principal.id && posts.some(({ org }) => principal.posts.some((post) => post.org === org)))

/** The posts of a person lent to her deputy from a day until a day, both included; or why they may not be. Nobody names herself for another. */
export const lend = (who: Poster, principal: Poster, deputy: Poster, from: Day, until: Day, lent: readonly Lending[], today: Day): readonly Change[] | Refusal => {
  if (!mayLend(who, principal)) return refuse('forbidden', { verb: 'deputy.name' })
  if (deputy.id === principal.id) return problem('deputy', 'deputy-herself')
  if (deputy.id === who.id) return refuse('own-post', { verb: 'deputy.name' })
  if (from < today) return problem('from', 'below-minimum', { min: today })
  if (until < from) return problem('until', 'below-minimum', { min: from })
  if (daysBetween(from, until) > longest) return problem('until', 'above-maximum', { max: addDays(from, longest) })
  const posts = principal.posts.filter(({ org }) => deputy.posts.some((post) => post.org === org))
  if (posts.length === 0) return problem('deputy', 'deputy-elsewhere')
  const to = addDays(until, 1)
  if (lent.some((each) => each.principal === principal.id && each.from < to && (each.to === null || each.to > from))) return problem('from', 'deputy-already')
  return posts.map(({ role, org }): Change => ({ act: 'create', verb: 'deputy.name', ledger: 'post', spans: [{ from, to, fields: { person: String(deputy.id), role, org, deputy_of: String(principal.id) } }] }))
}

/** A post taken back from a deputy, from today on; one that was not yet lent is not lent at all. She may give it back herself. */
export const takeBack = (who: Poster, principal: Poster, lent: Lending, saw: number, today: Day): Change | Refusal => {
  if (who.id !== lent.deputy && !mayLend(who, principal)) return refuse('forbidden', { verb: 'deputy.end' })
  const base = { verb: 'deputy.end', ledger: 'post', entry: lent.post, saw } as const
  return lent.from >= today ? { act: 'void', ...base } : { act: 'end', ...base, to: today }
}

const problem = (field: string, code: 'deputy-herself' | 'deputy-elsewhere' | 'deputy-already' | 'below-minimum' | 'above-maximum', details: Readonly<Record<string, unknown>> = {}): Refusal => refuse('bad-input', {}, [{ field, code, details }])
