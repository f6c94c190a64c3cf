import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { handledOrgs } from './handled-orgs.ts'
import type { OrgTree } from './org-tree.ts'
import type { Post } from './policy.ts'
import { mayUse, rowsRight } from './policy.ts'
import type { Predicate } from './predicate.ts'
import { compilePredicate, either, everything, isEverything, isNothing, nothing } from './predicate.ts'

/** What a person may do with the rows of one ledger. */
export type LedgerRights = {
  readonly read: Predicate
  readonly write: Predicate
  readonly reads: (fields: Fields) => boolean
  readonly writes: (fields: Fields) => boolean
  /** Sees every row she reads in full, so may also search and sort by what is masked for others. */
  readonly searchesPersonal: boolean
}

/** Ledgers of the product whose rows are opened, and where a role may, kept like those of any other; the rest have verbs of their own only. */
export const keptByRow: readonly string[] = ['person', 'post', 'reported', 'commitment', 'target', 'ranking']

/** Ledgers of the product whose rows are read through another verb, and which. */
const readBy: Readonly<Record<string, string>> = { reported: 'entry.read', target: 'entry.read', ranking: 'entry.read', source: 'source.open', commitment: 'source.open' }

/**
 * The rights a person's posts give over a ledger. Rows of the town's ledgers follow the grants of her roles;
 * those of the product's own ledgers follow its verbs, and reported values may be read by all who read rows.
 */
export const ledgerRights = (posts: readonly Post[], ledger: Ledger, tree: OrgTree): LedgerRights => {
  const mayRead = ledger.system === true ? mayUse(posts, readBy[ledger.key] ?? (keptByRow.includes(ledger.key) ? `${ledger.key}.read` : '')) : true
  const mayWrite = ledger.system === true ? keptByRow.includes(ledger.key) && mayUse(posts, `${ledger.key}.correct`) : mayUse(posts, 'entry.write')
  const read = mayRead && mayUse(posts, 'entry.read') ? either(rowsRight(posts, 'read', ledger, tree), heldRight(posts, ledger, tree)) : nothing
  const write = mayWrite ? rowsRight(posts, 'write', ledger, tree) : nothing
  return {
    read,
    write,
    reads: compilePredicate(read, ledger),
    writes: compilePredicate(write, ledger),
    searchesPersonal: isEverything(write) || (!isNothing(write) && JSON.stringify(write) === JSON.stringify(read)),
  }
}

/** A matter is read by the orgs that hold it, are asked to take it, were asked first, or are called to help, sensitive or not. */
const heldRight = (posts: readonly Post[], ledger: Ledger, tree: OrgTree): Predicate => {
  const orgs = ledger.procedure === undefined ? [] : [...new Set(posts.flatMap((post) => handledOrgs(post, tree)))]
  if (orgs.length === 0) return nothing
  return either(...['holder', 'asked', 'first_org'].map((field): Predicate => ({ kind: 'in', field, values: orgs })), ...orgs.map((org): Predicate => ({ kind: 'contains', field: 'called', text: `|${org}|` })))
}

/** The rights of the installation itself, which writes on the command line. */
export const allRights: LedgerRights = { read: everything, write: everything, reads: () => true, writes: () => true, searchesPersonal: true }
