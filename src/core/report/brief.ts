import type { OrgTree } from '../access/org-tree.ts'
import type { Sum } from '../measure/figure.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { abs, compare, isNegative, isZero, minus, plus, ZERO } from '../quantity/decimal.ts'
import type { Block } from './document.ts'
import { boundMeasures, runsOf } from './runs.ts'

/** One page for a leader: the figures the report opens with, the largest moves among all it tells, and what moved them. */

/** The measures a report opens with: those of its first paragraph that tells a value. */
export const headlineMeasures = (blocks: readonly Block[], most: number): readonly string[] => {
  const first = blocks.find((block) => runsOf(block).some((run) => run.kind === 'figure' && run.show === 'value'))
  return first === undefined ? [] : boundMeasures({ blocks: [first] }).slice(0, most)
}

/** What one org added to a figure now and a year before. */
export type Contributor = { readonly org: string; readonly now: Decimal; readonly before: Decimal }

/** The orgs that moved a figure most in the direction it went, largest first. */
export const contributors = (now: ReadonlyMap<string, Decimal>, before: ReadonlyMap<string, Decimal>, direction: 'up' | 'down', most: number): readonly Contributor[] =>
  [...new Set([...now.keys(), ...before.keys()])]
    .map((org) => ({ org, now: now.get(org) ?? ZERO, before: before.get(org) ?? ZERO }))
    .map((each) => ({ ...each, moved: minus(each.now, each.before) }))
    .filter(({ moved }) => !isZero(moved) && isNegative(moved) === (direction === 'down'))
    .sort((a, b) => compare(abs(b.moved), abs(a.moved)) || (a.org < b.org ? -1 : 1))
    .slice(0, most)
    .map(({ org, now: is, before: was }) => ({ org, now: is, before: was }))

/** The village or office an org counts with: a grid with its village, any other with itself. */
export const placeOf = (org: string, tree: OrgTree): string => tree.ancestors(org).find((code) => tree.orgs.get(code)?.kind !== 'grid') ?? org

/** Sums by village or office: what a grid adds counts with its village. */
export const byPlace = (sums: ReadonlyMap<string, Sum>, tree: OrgTree): ReadonlyMap<string, Sum> => {
  const places = new Map<string, Sum>()
  for (const [org, sum] of sums) {
    const place = placeOf(org, tree)
    const known = places.get(place) ?? { amount: ZERO, rows: 0 }
    places.set(place, { amount: plus(known.amount, sum.amount), rows: known.rows + sum.rows })
  }
  return places
}
