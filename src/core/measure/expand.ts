import type { Decimal } from '../quantity/decimal.ts'
import { decimal, ONE, times } from '../quantity/decimal.ts'
import type { Measure, Term } from './measure.ts'
import type { MeasureBook } from './figure.ts'

/** A posting measure, or one a stated value stands in for, with the factor its rows enter a figure by. */
export type Part = { readonly measure: Measure; readonly factor: Decimal; readonly at: Term['at'] }

/** A measure written out over posting measures: linear parts, and linear parts below the line if there are. */
export type Expanded = { readonly numerator: readonly Part[]; readonly denominator: readonly Part[] | null }

/** Measures not written out further: a stated value stands in for them. */
export type Whole = { readonly has: (measure: string) => boolean }
const none: Whole = { has: () => false }

/** Writes a measure out. A formula's operands are themselves linear, so this always succeeds on declared measures. */
export const expand = (measure: Measure, measures: MeasureBook, whole: Whole = none): Expanded => {
  const { definition } = measure
  if (definition.kind !== 'formula' || whole.has(measure.key)) return { numerator: [{ measure, factor: ONE, at: 'cutoff' }], denominator: null }
  return {
    numerator: linear(definition.numerator, decimal(definition.times), 'cutoff', measures, whole),
    denominator: definition.denominator === undefined ? null : linear(definition.denominator, ONE, 'cutoff', measures, whole),
  }
}

const linear = (terms: readonly Term[], factor: Decimal, at: Term['at'], measures: MeasureBook, whole: Whole): readonly Part[] =>
  terms.flatMap((term) => {
    const operand = measures.get(term.measure)
    if (operand === undefined) return []
    const by = times(factor, decimal(term.times))
    const when = at === 'year-start' ? at : term.at
    const { definition } = operand
    return definition.kind === 'formula' && !(when === 'cutoff' && whole.has(operand.key)) ? linear(definition.numerator, times(by, decimal(definition.times)), when, measures, whole) : [{ measure: operand, factor: by, at: when }]
  })
