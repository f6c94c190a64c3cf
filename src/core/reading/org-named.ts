import type { OrgTree } from '../access/org-tree.ts'

/** The org a workbook names in a cell: by its code or one of its names, one in force before one that has ended. The town itself where the cell is empty or says 全镇; undefined for a name the town does not know. */
export const orgNamed = (cell: string, { root, orgs }: OrgTree): string | undefined => {
  const name = cell.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (name === '' || /^全(?:镇|乡|街道)$/.test(name)) return root
  const named = [...orgs.values()].filter((org) => [org.code, org.zh, org.en].some((each) => each.replace(/\s/g, '').toLowerCase() === name))
  return (named.find((org) => org.to === null) ?? named[0])?.code
}
