import type { OrgTree } from '../access/org-tree.ts'
import type { Post } from '../access/policy.ts'
import { mayUse } from '../access/policy.ts'

/** Roles that look after all offices' answers; the others have those of their own office only. */
const overseeing: readonly string[] = ['office', 'leader', 'auditor']

export const seesEveryAnswer = (posts: readonly Post[]): boolean => posts.some((post) => overseeing.includes(post.role))

/** The office of a post, and every office that was merged into it: what those were asked passes to it. */
export const officesOf = (post: Post, tree: OrgTree): readonly string[] => [post.org, ...tree.subtree(post.org).filter((code) => code !== post.org && tree.orgs.get(code)?.kind === 'office' && isMerged(code, tree))]

export const isOwnOffice = (post: Post, org: string, tree: OrgTree): boolean => officesOf(post, tree).includes(org)

/** Offices whose answers these posts open; undefined where they open all. */
export const answersOpen = (posts: readonly Post[], tree: OrgTree): readonly string[] | undefined => (seesEveryAnswer(posts) ? undefined : [...new Set(posts.flatMap((post) => officesOf(post, tree)))])

/** Who of an office may write its answer and who may confirm it; an office that took it over counts. */
export const answerersOf = <Holder extends Post>(org: string, holders: readonly Holder[], tree: OrgTree): { readonly writers: readonly Holder[]; readonly heads: readonly Holder[] } => {
  const own = holders.filter((holder) => isOwnOffice(holder, org, tree))
  const may = (verb: string): readonly Holder[] => own.filter((holder) => mayUse([holder], verb))
  return { writers: may('answer.write'), heads: may('answer.confirm') }
}

/** Whether an office has someone to write and someone else to confirm. */
export const canAnswer = (org: string, holders: readonly (Post & { readonly person: number })[], tree: OrgTree): boolean => {
  const { writers, heads } = answerersOf(org, holders, tree)
  return heads.some((head) => writers.some((writer) => writer.person !== head.person))
}

/** Whether an org rolls up somewhere else than it stood: to the one it was merged into. */
const isMerged = (code: string, tree: OrgTree): boolean => {
  const org = tree.orgs.get(code)
  return org?.successor != null && tree.ancestors(code)[1] === org.successor
}
