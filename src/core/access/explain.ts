import type { Field } from '../ledger/field.ts'
import { findField } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { keptByRow, ledgerRights } from './ledger-rights.ts'
import type { OrgTree } from './org-tree.ts'
import type { Post } from './policy.ts'
import { mayUse, roles } from './policy.ts'
import { isEverything, isNothing } from './predicate.ts'

/**
 * Why someone cannot see a row, a field or a button: told by the rule alone, from the policy that decides it (DESIGN §7).
 * No entry is looked at, so the answer cannot give away that a particular one exists.
 */
export type Explained = {
  /** How much of the ledger's rows, of the field or of the verb the asker has herself. */
  readonly yours: 'all' | 'part' | 'none'
  /** Why the rows are kept from most posts, where they are. */
  readonly sensitive: boolean
  readonly level: NonNullable<Field['personal']> | null
  /** Posts that have it in full. */
  readonly full: readonly PostKind[]
  /** Posts that may see one field of one row for a purpose. */
  readonly reveal: readonly PostKind[]
}

/** A kind of post: a role, at the office that keeps the ledger, anywhere, or for the rows of its own org. */
export type PostKind = { readonly role: string; readonly at: 'keeper' | 'anywhere' | 'own-rows' }

/** Which posts read all rows of a ledger. */
export const explainRows = (posts: readonly Post[], ledger: Ledger, tree: OrgTree): Explained => ({ yours: share(posts, ledger, tree, 'read'), sensitive: ledger.sensitive !== undefined, level: null, full: kinds(ledger, tree, 'read'), reveal: [] })

/** Which posts see a personal field in full: those who keep the row, and for a purpose those who may reveal it. A sealed field nobody sees but so. */
export const explainField = (posts: readonly Post[], ledger: Ledger, tree: OrgTree, key: string): Explained | undefined => {
  const level = findField(ledger, key)?.personal
  if (level === undefined) return undefined
  const reveal = kinds(ledger, tree, 'read').filter((kind) => mayUse([{ role: kind.role, org: ledger.owner }], 'entry.reveal'))
  return { yours: level === 'sealed' ? 'none' : share(posts, ledger, tree, 'write'), sensitive: ledger.sensitive !== undefined, level, full: level === 'sealed' ? [] : kinds(ledger, tree, 'write'), reveal }
}

/** Which posts may use a verb; one of a ledger's own verbs follows who may write its rows. */
export const explainVerb = (posts: readonly Post[], verb: string, ledger: Ledger | undefined, tree: OrgTree): Explained => {
  const writes = ledger !== undefined && verb.startsWith(`${ledger.key}.`)
  const full = writes && ledger !== undefined ? kinds(ledger, tree, 'write') : roles.filter((role) => mayUse([{ role: role.key, org: tree.root }], verb)).map((role): PostKind => ({ role: role.key, at: 'anywhere' }))
  const yours = writes && ledger !== undefined ? share(posts, ledger, tree, 'write') : mayUse(posts, verb) ? 'all' : 'none'
  return { yours, sensitive: false, level: null, full, reveal: [] }
}

const share = (posts: readonly Post[], ledger: Ledger, tree: OrgTree, act: 'read' | 'write'): Explained['yours'] => {
  const right = ledgerRights(posts, ledger, tree)[act]
  return isNothing(right) ? 'none' : isEverything(right) ? 'all' : 'part'
}

/** Tries every role at the keeper's office, and then elsewhere, against the rights themselves. */
const kinds = (ledger: Ledger, tree: OrgTree, act: 'read' | 'write'): readonly PostKind[] =>
  roles.flatMap(({ key: role }): readonly PostKind[] => {
    const at = (org: string): Explained['yours'] => share([{ role, org }], ledger, tree, act)
    const elsewhere = at(nowhere)
    if (elsewhere === 'all') return [{ role, at: 'anywhere' }]
    if (elsewhere === 'part') return [{ role, at: 'own-rows' }]
    return ledger.system !== true && at(ledger.owner) !== 'none' ? [{ role, at: 'keeper' }] : []
  })

/** An org that keeps no ledger. */
const nowhere = '-'

/** Ledgers whose rows someone may be told about; the product's own have screens of their own. */
export const isExplained = (ledger: Ledger): boolean => ledger.system !== true || keptByRow.includes(ledger.key)
