import type { OrgTree } from './org-tree.ts'
import type { Post } from './policy.ts'
import { handlingRoles } from './policy.ts'

/** The orgs whose matters a post lets someone handle: its own and those that passed to it, and all of a village for whoever covers it; none for a post that decides or reads. */
export const handledOrgs = ({ role, org }: Post, tree: OrgTree): readonly string[] => {
  if (!handlingRoles.includes(role)) return []
  return role === 'village' ? tree.subtree(org) : tree.answersFor(org)
}
