import type { OrgTree } from '../access/org-tree.ts'
import type { Lang } from '../words.ts'

/** How an organisation is written in a sheet: by its name, by its code where two have that name, so that it can be read back. */
export const orgTexts = (tree: OrgTree, lang: Lang): ((code: string) => string) => {
  const counts = new Map<string, number>()
  for (const org of tree.orgs.values()) counts.set(org[lang], (counts.get(org[lang]) ?? 0) + 1)
  return (code) => {
    const name = tree.orgs.get(code)?.[lang]
    return name === undefined || (counts.get(name) ?? 0) > 1 ? code : name
  }
}
