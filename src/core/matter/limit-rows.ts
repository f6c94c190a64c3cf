import type { Limit } from './limit.ts'

/** Which of the rows of one limit is in force on a day; undefined where none is. */
export const limitOn = (rows: readonly Limit[], on: string): Limit | undefined => rows.find((limit) => limit.validFrom <= on && (limit.validTo === undefined || on < limit.validTo))

/** Why limits cannot be taken as they are: two rows of one key in force on one day, or an end before its beginning. */
export const limitsProblem = (limits: readonly Limit[]): string | undefined => {
  for (const [at, limit] of limits.entries()) {
    if (limit.validTo !== undefined && limit.validTo <= limit.validFrom) return `${limit.key}: ends before it begins`
    const other = limits.slice(at + 1).find((each) => each.key === limit.key && each.validFrom < (limit.validTo ?? '9999') && limit.validFrom < (each.validTo ?? '9999'))
    if (other !== undefined) return `${limit.key}: two rows are in force from ${limit.validFrom > other.validFrom ? limit.validFrom : other.validFrom}`
  }
  return undefined
}
