import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'

/** Of what an office is asked, the values only a person can give and nobody has: reported measures of which the book knows neither level nor change. */
export const missingValues = (asked: readonly string[], figures: ReadonlyMap<string, Pick<Figure, 'exact' | 'change'>>, measures: ReadonlyMap<string, Measure>): readonly string[] =>
  asked.filter((key) => {
    const figure = figures.get(key)
    return measures.get(key)?.definition.kind === 'reported' && (figure === undefined || (figure.exact === null && figure.change === null))
  })
