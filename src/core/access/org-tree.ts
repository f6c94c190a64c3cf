import type { Day } from '../time/day.ts'

/** A town, office, village or grid in force for a time, as the `org` ledger records it. */
export type Org = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly kind: 'town' | 'office' | 'village' | 'grid'
  readonly parent: string | null
  /** Where an org that has ended rolls up, when it was merged into another. */
  readonly successor: string | null
  readonly from: Day
  readonly to: Day | null
}

/**
 * The organisation of a town at one day. Postings name the leaf they happened at; a figure at a node sums
 * the subtree. An org that has ended keeps rolling up: to its successor, else to its last parent.
 */
export type OrgTree = {
  readonly root: string
  readonly orgs: ReadonlyMap<string, Org>
  /** The org and all below it, the ended ones included. */
  readonly subtree: (code: string) => readonly string[]
  /** From the org up to the root, itself first. */
  readonly ancestors: (code: string) => readonly string[]
  /** The orgs it answers for: itself, and those that have ended and passed to it. What they held is no less to be done. */
  readonly answersFor: (code: string) => readonly string[]
}

/** Builds the tree at a day from every recorded state of every org. */
export const orgTree = (states: readonly Org[], at: Day): OrgTree => {
  const orgs = new Map<string, Org>()
  for (const state of [...states].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const known = orgs.get(state.code)
    if (known === undefined || state.from <= at) orgs.set(state.code, state)
  }
  const hasEnded = ({ to }: Org): boolean => to !== null && to <= at
  const up = (org: Org): string | null => (hasEnded(org) ? (org.successor ?? org.parent) : org.parent)
  const children = new Map<string, string[]>()
  let root = ''
  for (const org of orgs.values()) {
    const parent = up(org)
    if (parent === null) root = root === '' || org.kind === 'town' ? org.code : root
    else children.set(parent, [...(children.get(parent) ?? []), org.code])
  }
  const subtree = (code: string): readonly string[] => {
    const found: string[] = []
    const seen = new Set<string>()
    const walk = (each: string): void => {
      if (seen.has(each)) return
      seen.add(each)
      found.push(each)
      for (const child of children.get(each) ?? []) walk(child)
    }
    if (orgs.has(code)) walk(code)
    return found
  }
  const ancestors = (code: string): readonly string[] => {
    const path: string[] = []
    let each: string | null = code
    while (each !== null && !path.includes(each)) {
      const org = orgs.get(each)
      if (org === undefined) break
      path.push(each)
      each = up(org)
    }
    return path
  }
  const passed = new Map<string, string[]>()
  for (const org of orgs.values()) {
    const heir = hasEnded(org) ? ancestors(org.code).find((code) => code !== org.code && !hasEnded(orgs.get(code) ?? org)) : undefined
    if (heir !== undefined) passed.set(heir, [...(passed.get(heir) ?? []), org.code])
  }
  return { root, orgs, subtree: memo(subtree), ancestors: memo(ancestors), answersFor: memo((code) => [code, ...(passed.get(code) ?? [])]) }
}

const memo = (read: (code: string) => readonly string[]): ((code: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>()
  return (code) => {
    const found = known.get(code) ?? read(code)
    known.set(code, found)
    return found
  }
}
