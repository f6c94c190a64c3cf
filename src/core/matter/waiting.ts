import { handledOrgs } from '../access/handled-orgs.ts'
import type { OrgTree } from '../access/org-tree.ts'
import type { Predicate } from '../access/predicate.ts'
import { both, either, everything, nothing } from '../access/predicate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Day } from '../time/day.ts'
import { addDays } from '../time/day.ts'
import type { Asker } from './available.ts'
import { peopleOf } from './available.ts'
import type { Procedure, Who } from './procedure.ts'

/**
 * Which matters wait for someone, told by their columns alone, so that a desk, a list, a calendar and a count ask one and the same question of a
 * million rows.
 */

/** The lists over one ledger: all that is open; found and not yet given to anyone (排查); with a due day (时限); near its due day, past it or stalled (预警); settled. */
export const matterLists = ['open', 'found', 'due', 'warning', 'settled'] as const
export type MatterList = (typeof matterLists)[number]

/** Why a matter waits for someone, the most urgent first; each matter has the first that is true of it. */
export const urgencies = ['overdue', 'today', 'asked', 'called', 'check', 'near', 'found', 'rest'] as const
export type Urgency = (typeof urgencies)[number]

/** The town date, and the last day that counts as near. */
export type Nearness = { readonly today: Day; readonly until: Day }

/** What waits for a person, what her offices have to do with, or all. */
export const whoseMatters = (whose: 'mine' | 'office' | 'all', ledger: Ledger, person: Asker, tree: OrgTree): Predicate => {
  if (whose === 'all') return everything
  const { asked, called, held } = atOffices(person, tree)
  if (whose === 'office') return either(held, asked, called)
  return either(handledBy(person), asked, called, both(held, found(ledger)), toCheck(ledger, person, tree))
}

/** The matters of one list. */
export const onList = (list: MatterList, procedure: Procedure, { today, until }: Nearness): Predicate => {
  switch (list) {
    case 'settled':
      return settled
    case 'open':
      return open
    case 'found':
      return both(open, found({ procedure }))
    case 'due':
      return both(open, { kind: 'known', field: 'due' })
    case 'warning':
      return both(open, either({ kind: 'compare', field: 'due', op: '<=', value: until }, ...(procedure.stalledAfter === undefined ? [] : [{ kind: 'compare', field: 'stepped', op: '<', value: addDays(today, -procedure.stalledAfter) } as const])))
    default:
      return list satisfies never
  }
}

/** Open matters that orgs hold and whose handler has no post there any more; those just come in are their finder's and nobody's to take back. */
export const leftBehind = (procedure: Procedure, holders: ReadonlyMap<string, readonly number[]>): Predicate =>
  both(open, { kind: 'known', field: 'handler' }, not({ kind: 'is', field: 'state', value: procedure.first }), either(nothing, ...[...holders].map(([org, people]) => both({ kind: 'is', field: 'holder', value: org }, not({ kind: 'in', field: 'handler', values: people.map(String) })))))

/** Orgs whose matters someone may take back from who has left: those she heads, her village, and the town office its own. */
export const headedOrgs = ({ posts }: Asker, tree: OrgTree): readonly string[] => [...new Set(posts.filter(({ role }) => role === 'head' || role === 'office' || role === 'village').flatMap((post) => handledOrgs(post, tree)))]

/** Open matters of one urgency and of none before it. */
export const ofUrgency = (urgency: Urgency, ledger: Ledger, person: Asker, tree: OrgTree, { today, until }: Nearness): Predicate => {
  const { asked, called } = atOffices(person, tree)
  const is: Readonly<Record<Urgency, Predicate>> = {
    overdue: { kind: 'compare', field: 'due', op: '<', value: today },
    today: { kind: 'is', field: 'due', value: today },
    asked, called,
    check: toCheck(ledger, person, tree),
    near: { kind: 'compare', field: 'due', op: '<=', value: until },
    found: found(ledger),
    rest: everything,
  }
  return both(open, is[urgency], ...urgencies.slice(0, urgencies.indexOf(urgency)).map((before) => not(is[before])))
}

/** States in which what was done waits for another to check it, and who may. */
export const checkingStates = ({ states, steps }: Procedure): readonly { readonly state: string; readonly by: readonly Who[] }[] =>
  states.flatMap(({ key, kind }) => {
    const by = kind === 'open' || kind === 'held' ? steps.filter((step) => step.own !== true && step.otherThan !== undefined && step.from.includes(key)).flatMap(({ who }) => who) : []
    return by.length === 0 ? [] : [{ state: key, by }]
  })

const settled: Predicate = { kind: 'known', field: 'settled' }
const not = (of: Predicate): Predicate => ({ kind: 'not', of })
const open = not(settled)

/** Not yet given to anyone: as it came in, or with nobody who handles it while it waits for no one else. */
const found = ({ procedure }: Pick<Ledger, 'procedure'>): Predicate => {
  const unhandled = not({ kind: 'known', field: 'handler' })
  if (procedure === undefined) return unhandled
  const held = procedure.states.filter(({ kind }) => kind === 'held').map(({ key }) => key)
  return either({ kind: 'is', field: 'state', value: procedure.first }, held.length === 0 ? unhandled : both(unhandled, not({ kind: 'in', field: 'state', values: held })))
}

const handledBy = (person: Asker): Predicate => ({ kind: 'in', field: 'handler', values: peopleOf(person).map(String) })

const atOffices = (person: Asker, tree: OrgTree): { readonly held: Predicate; readonly asked: Predicate; readonly called: Predicate } => {
  const orgs = officesOf(person, tree)
  const at = (field: string): Predicate => (orgs.length === 0 ? nothing : { kind: 'in', field, values: orgs })
  return { held: at('holder'), asked: at('asked'), called: either(...orgs.map((org): Predicate => ({ kind: 'contains', field: 'called', text: `|${org}|` }))) }
}

/** Orgs for which someone handles matters; whoever covers a village covers what is in it. */
const officesOf = ({ posts }: Asker, tree: OrgTree, role?: string): readonly string[] => [...new Set(posts.filter((post) => role === undefined || post.role === role).flatMap((post) => handledOrgs(post, tree)))]

/** A check that an office as such may make is told to whom it falls first: where the keeper or the first asked may, the town office is not told too. */
const toCheck = (ledger: Ledger, person: Asker, tree: OrgTree): Predicate => {
  const { procedure } = ledger
  if (procedure === undefined) return nothing
  const waiting = checkingStates(procedure).map(({ state, by }): Predicate => {
    const near = by.filter(({ is }) => is !== 'role')
    return both({ kind: 'is', field: 'state', value: state }, either(nothing, ...(near.length > 0 ? near : by).map((who) => checkedBy(who, ledger, person, tree))))
  })
  return both(either(nothing, ...waiting), not(handledBy(person)))
}

const checkedBy = ({ is, role }: Who, ledger: Ledger, person: Asker, tree: OrgTree): Predicate => {
  const orgs = officesOf(person, tree, role)
  const at = (field: string): Predicate => (orgs.length === 0 ? nothing : { kind: 'in', field, values: orgs })
  switch (is) {
    case 'keeper':
      return orgs.includes(ledger.owner) ? everything : nothing
    case 'first':
      return at('first_org')
    case 'holder':
      return at('holder')
    case 'role':
      return person.posts.some((post) => post.role === role) ? everything : nothing
    default:
      return nothing
  }
}
