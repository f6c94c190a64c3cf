import type { z } from 'zod'
import type { OrgRef } from '../api/parts.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import type { Words } from '../core/words.ts'
import { words } from '../core/words.ts'

/** An org as the wire tells it; a code the tree does not know stands for itself. */
export const orgRef = (tree: OrgTree, code: string): z.infer<typeof OrgRef> => {
  const org = tree.orgs.get(code)
  return org === undefined ? { code, zh: code, en: code, kind: '', parent: null } : { code, zh: org.zh, en: org.en, kind: org.kind, parent: org.parent }
}

export const orgName = (tree: OrgTree, code: string): Words => {
  const { zh, en } = orgRef(tree, code)
  return words(zh, en)
}
