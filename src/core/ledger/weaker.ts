import type { Field } from './field.ts'
import type { Ledger } from './ledger.ts'

/**
 * Why a new version of a ledger may not be declared on screen though it could be applied: the product's own ledgers
 * are not the town's to change, what protects people is not taken away by redeclaring, and what rows say keeps its meaning.
 */
export const weakerProblem = (before: Ledger | undefined, after: Ledger): string | undefined => {
  if (after.system === true || before?.system === true) return `${after.key}: system`
  if (before === undefined) return undefined
  if (before.sensitive !== undefined && after.sensitive !== before.sensitive) return `${after.key}: sensitive`
  if ((before.sensitive !== undefined || before.fields.some((field) => field.personal !== undefined)) && after.owner !== before.owner) return `${after.key}: owner`
  if (before.secondPerson === true && after.secondPerson !== true) return `${after.key}: secondPerson`
  for (const field of before.fields) {
    const now = after.fields.find((each) => each.key === field.key)
    if (field.personal !== undefined && now?.personal !== field.personal && now?.personal !== 'sealed') return `${after.key}.${field.key}: personal`
    const changed = now === undefined ? undefined : meaningProblem(field, now)
    if (changed !== undefined) return `${after.key}.${field.key}: ${changed}`
  }
  return undefined
}

/** What rows say already would be read as something else: another unit of measure, or a choice that is no more. */
const meaningProblem = (before: Field, after: Field): string | undefined => {
  if (before.unit !== undefined && after.unit !== before.unit) return 'unit'
  const gone = (before.choices ?? []).find((choice) => after.choices?.some((each) => each.key === choice.key) !== true)
  return gone === undefined ? undefined : `choice ${gone.key}`
}
