import type { Ledger } from './ledger.ts'

/**
 * Why a new version of a ledger may not be declared on screen though it could be applied: the product's own ledgers
 * are not the town's to change, and what protects people is not taken away by redeclaring.
 */
export const weakerProblem = (before: Ledger | undefined, after: Ledger): string | undefined => {
  if (after.system === true || before?.system === true) return `${after.key}: system`
  if (before === undefined) return undefined
  if (before.sensitive !== undefined && after.sensitive !== before.sensitive) return `${after.key}: sensitive`
  if ((before.sensitive !== undefined || before.fields.some((field) => field.personal !== undefined)) && after.owner !== before.owner) return `${after.key}: owner`
  if (before.secondPerson === true && after.secondPerson !== true) return `${after.key}: secondPerson`
  for (const field of before.fields) {
    const now = after.fields.find((each) => each.key === field.key)?.personal
    if (field.personal !== undefined && now !== field.personal && now !== 'sealed') return `${after.key}.${field.key}: personal`
  }
  return undefined
}
