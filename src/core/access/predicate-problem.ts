import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Value } from '../ledger/value.ts'
import type { Predicate } from './predicate.ts'

/**
 * Says in one line why a question may not be asked of a ledger's rows, or undefined: it names fields that are not
 * there, compares with what the field cannot hold, or asks by a personal field, whose value the answer would give away.
 */
export const predicateProblem = (predicate: Predicate, ledger: Ledger): string | undefined => {
  if (predicate.kind === 'not') return predicateProblem(predicate.of, ledger)
  if (predicate.kind === 'all' || predicate.kind === 'any') return first(predicate.of, (each) => predicateProblem(each, ledger))
  const name = `${ledger.key}.${predicate.field}`
  const field = findField(ledger, predicate.field)
  if (field === undefined) return `ledger ${ledger.key} has no field ${predicate.field}`
  if (field.personal !== undefined) return `${name} is personal; its value may not decide what is counted`
  const holds = (value: Value): boolean => value === null || kindOf(field).parse(value, { ...field, min: undefined, max: undefined }) === value
  switch (predicate.kind) {
    case 'is':
      return holds(predicate.value) ? undefined : `${name} cannot be ${String(predicate.value)}`
    case 'in':
      return first(predicate.values, (value) => (holds(value) ? undefined : `${name} cannot be ${value}`))
    case 'compare':
      return !holds(predicate.value) ? `${name} cannot be compared with ${predicate.value}` : undefined
    case 'contains':
    case 'spelt':
      return field.kind === 'text' || field.kind === 'note' ? undefined : `${name} is not text`
    case 'known':
      return undefined
    default:
      return predicate satisfies never
  }
}

const first = <Item>(items: readonly Item[], problem: (item: Item) => string | undefined): string | undefined => {
  for (const item of items) {
    const found = problem(item)
    if (found !== undefined) return found
  }
  return undefined
}
