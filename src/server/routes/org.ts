import { listOrgs } from '../../api/entry.ts'
import { endpoint } from '../endpoint.ts'
import { orgRef } from '../org-ref.ts'

export const listOrgsEndpoint = endpoint({
  route: listOrgs,
  load: async ({ book, today }) => book.treeAt(today),
  present: (tree) => ({ root: tree.root, orgs: [...tree.orgs.keys()].sort().map((code) => ({ ...orgRef(tree, code), to: tree.orgs.get(code)?.to ?? null, successor: tree.orgs.get(code)?.successor ?? null })) }),
})
