import type { Predicate } from '../access/predicate.ts'
import type { Definition, Term } from './measure.ts'

/** Typed builders for definitions, as packs write them. */
export const count = (ledger: string, where?: Predicate): Definition => ({ kind: 'count', ledger, where })
export const sum = (ledger: string, field: string, where?: Predicate): Definition => ({ kind: 'sum', ledger, field, where })
export const distinct = (ledger: string, fields: readonly string[], where?: Predicate): Definition => ({ kind: 'distinct', ledger, fields, where })
export const stock = (ledger: string, where?: Predicate, field?: string): Definition => ({ kind: 'stock', ledger, where, field })
export const cohort = (ledger: string, found: string, event?: string, where?: Predicate): Definition => ({ kind: 'cohort', ledger, found, event, where })
/** An amount, by the day of something that happens to an entry after its own. */
export const cohortSum = (ledger: string, found: string, field: string, where?: Predicate): Definition => ({ kind: 'cohort', ledger, found, field, where })
export const reported = (basis: 'month' | 'quarter' | 'year-to-date' | 'point'): Definition => ({ kind: 'reported', basis })

export const term = (measure: string, times = '1', at: Term['at'] = 'cutoff'): Term => ({ measure, times, at })

/** a ÷ b, as a percentage unless told otherwise. */
export const ratio = (a: string, b: string, times = '100'): Definition => ({ kind: 'formula', numerator: [term(a)], denominator: [term(b)], times })
export const total = (...measures: readonly string[]): Definition => ({ kind: 'formula', numerator: measures.map((each) => term(each)), times: '1' })
export const difference = (a: string, b: string): Definition => ({ kind: 'formula', numerator: [term(a), term(b, '-1')], times: '1' })
export const openingOf = (measure: string): Definition => ({ kind: 'formula', numerator: [term(measure, '1', 'year-start')], times: '1' })

/** How far a stock fell since the year began, in percent of what it was. */
export const reduction = (measure: string): Definition => ({
  kind: 'formula',
  numerator: [term(measure, '1', 'year-start'), term(measure, '-1')],
  denominator: [term(measure, '1', 'year-start')],
  times: '100',
})

export const is = (field: string, value: string | boolean | null): Predicate => ({ kind: 'is', field, value })
export const oneOf = (field: string, ...values: readonly string[]): Predicate => ({ kind: 'in', field, values })
export const known = (field: string): Predicate => ({ kind: 'known', field })
export const atLeast = (field: string, value: string): Predicate => ({ kind: 'compare', field, op: '>=', value })
export const not = (of: Predicate): Predicate => ({ kind: 'not', of })
export const all = (...of: readonly Predicate[]): Predicate => ({ kind: 'all', of })
