import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'
import { duePeriod } from '../measure/reporting-period.ts'
import { addDays } from '../time/day.ts'
import type { Period } from '../time/period.ts'

/** Of what an office is asked, the values only a person can give and nobody has: reported measures of which the book knows neither level nor change. */
export const missingValues = (asked: readonly string[], figures: ReadonlyMap<string, Pick<Figure, 'exact' | 'change'>>, measures: ReadonlyMap<string, Measure>): readonly string[] =>
  asked.filter((key) => {
    const figure = figures.get(key)
    return measures.get(key)?.definition.kind === 'reported' && (figure === undefined || (figure.exact === null && figure.change === null))
  })

/** The period a missing value is entered for, so that a report of `period` has it: the last month or quarter of it, or all of it. */
export const reportingPeriod = (measure: Measure, period: Period): Period => {
  const { definition } = measure
  return definition.kind === 'reported' && (definition.basis === 'month' || definition.basis === 'quarter') ? duePeriod(definition.basis, addDays(period.to, 1)) : period
}
