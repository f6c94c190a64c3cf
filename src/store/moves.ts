import { expand } from '../core/measure/expand.ts'
import type { Figure } from '../core/measure/figure.ts'
import { shiftCutoff } from '../core/measure/figure.ts'
import { windowOf } from '../core/measure/window.ts'
import type { Contributor } from '../core/report/brief.ts'
import { byPlace, contributors } from '../core/report/brief.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { plus, times, ZERO } from '../core/quantity/decimal.ts'
import { toScale } from '../core/quantity/unit.ts'
import { sameLastYear } from '../core/time/period.ts'
import type { FigureScope } from './figures.ts'
import { readOrgSums } from './org-sums.ts'
import type { Handle } from './sql.ts'

/** The scope of the same period last year. */
export const lastYearScope = (scope: FigureScope): FigureScope => {
  const before = sameLastYear(scope.query.period)
  return { ...scope, query: { ...scope.query, period: before, cutoff: shiftCutoff(scope.query.period, before, scope.query.cutoff) } }
}

/** The villages and offices that moved a figure most in a direction, in its unit. Of a quotient none: what is above its line and below it do not add up. */
export const readContributors = async (handle: Handle, scope: FigureScope, figure: Figure, direction: 'up' | 'down', most: number): Promise<readonly Contributor[]> => {
  const measure = scope.measures.get(figure.measure)
  if (measure === undefined) return []
  const { numerator, denominator } = expand(measure, scope.measures)
  if (denominator !== null || numerator.some((part) => part.measure.definition.kind === 'distinct')) return []
  const amounts = async (at: FigureScope): Promise<ReadonlyMap<string, Decimal>> => {
    const parts = numerator.flatMap((part) => {
      const window = part.measure.definition.kind === 'formula' ? undefined : windowOf(part.measure.definition, at.query.period, at.query.cutoff, part.at)
      return window === undefined ? [] : [{ factor: part.factor, slot: { measure: part.measure.key, window } }]
    })
    const sums = await readOrgSums(handle, at, parts.map((part) => part.slot))
    const found = new Map<string, Decimal>()
    for (const { factor, slot } of parts) for (const [place, { amount }] of byPlace(sums(slot), at.tree)) found.set(place, plus(found.get(place) ?? ZERO, toScale(times(amount, factor), measure.display.scale)))
    return found
  }
  return contributors(await amounts(scope), await amounts(lastYearScope(scope)), direction, most)
}
