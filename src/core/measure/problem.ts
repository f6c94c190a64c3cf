import { predicateProblem } from '../access/predicate-problem.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import { parseDecimal } from '../quantity/decimal.ts'
import type { Measure } from './measure.ts'
import { ledgerOf, operandsOf } from './measure.ts'

type Known = { readonly ledgers: ReadonlyMap<string, Ledger>; readonly measures: ReadonlyMap<string, Measure> }

/** Says in one line what is wrong with a measure, or undefined when it can be counted. */
export const measureProblem = (measure: Measure, { ledgers, measures }: Known): string | undefined => {
  const { definition, key } = measure
  for (const operand of operandsOf(definition)) {
    if (operand === key) return `${key}: a formula may not contain itself`
    const other = measures.get(operand)
    if (other === undefined) return `${key}: unknown measure ${operand}`
    if (reaches(other, key, measures)) return `${key}: the formula goes round in a circle through ${operand}`
  }
  const after = new Map(measures).set(key, measure)
  const built = [measure, ...[...measures.values()].filter((other) => other.key !== key && reaches(other, key, measures))]
  const broken = built.map((each) => termProblem(each, after)).find((problem) => problem !== undefined)
  if (broken !== undefined) return broken
  if (definition.kind === 'formula') return timesProblem(key, [definition, ...definition.numerator, ...(definition.denominator ?? [])])
  if (definition.kind === 'reported') return undefined
  const name = ledgerOf(definition) ?? ''
  const ledger = ledgers.get(name)
  if (ledger === undefined) return `${key}: unknown ledger ${name}`
  const field = 'field' in definition ? definition.field : undefined
  const named = [
    ...(field === undefined ? [] : [field]),
    ...(definition.kind === 'distinct' ? definition.fields : []),
    ...(definition.kind === 'cohort' ? [definition.found, ...(definition.event === undefined ? [] : [definition.event])] : []),
  ]
  for (const each of named) if (findField(ledger, each) === undefined) return `${key}: ledger ${name} has no field ${each}`
  const asked = definition.where === undefined ? undefined : predicateProblem(definition.where, ledger)
  if (asked !== undefined) return `${key}: ${asked}`
  if (field !== undefined && !['decimal', 'integer'].includes(findField(ledger, field)?.kind ?? '')) return `${key}: ${name}.${field} is not a number`
  if (definition.kind === 'stock' && ledger.shape !== 'register') return `${key}: a stock needs a register`
  if (definition.kind === 'cohort')
    for (const each of [definition.found, definition.event]) if (each !== undefined && findField(ledger, each)?.kind !== 'day') return `${key}: ${name}.${each} is not a day`
  return undefined
}

const timesProblem = (key: string, factors: readonly { readonly times: string }[]): string | undefined => {
  const wrong = factors.find(({ times }) => parseDecimal(times) === undefined)
  return wrong === undefined ? undefined : `${key}: ${wrong.times} is not a number`
}

/** What a formula may not be made of: a quotient, and at the start of a year what has no value on a day. */
const termProblem = ({ key, definition }: Measure, measures: Known['measures']): string | undefined => {
  if (definition.kind !== 'formula') return undefined
  for (const term of [...definition.numerator, ...(definition.denominator ?? [])]) {
    const operand = measures.get(term.measure)
    if (operand?.definition.kind === 'formula' && operand.definition.denominator !== undefined) return `${key}: ${operand.key} is a quotient; build on what it divides`
    const flow = operand === undefined || term.at !== 'year-start' ? undefined : postingsOf(operand, measures).find((each) => each.definition.kind !== 'stock' && each.definition.kind !== 'reported')
    if (flow !== undefined) return `${key}: ${flow.key} has no value at the start of a year`
  }
  return undefined
}

const postingsOf = (measure: Measure, measures: Known['measures']): readonly Measure[] =>
  measure.definition.kind !== 'formula' ? [measure] : operandsOf(measure.definition).flatMap((operand) => measures.get(operand) ?? []).flatMap((operand) => postingsOf(operand, measures))

const reaches = (from: Measure, target: string, measures: Known['measures']): boolean =>
  operandsOf(from.definition).some((operand) => {
    const next = measures.get(operand)
    return operand === target || (next !== undefined && reaches(next, target, measures))
  })
