import type { Limit } from '../../core/matter/limit.ts'
import { congressLimits } from './limits/congress.ts'
import { decisionLimits } from './limits/decision.ts'
import { disclosureLimits } from './limits/disclosure.ts'
import { enforcementLimits } from './limits/enforcement.ts'
import { peopleLimits } from './limits/people.ts'
import { petitionLimits } from './limits/petition.ts'
import { reviewLimits } from './limits/review.ts'
import { serviceLimits } from './limits/service.ts'
import { settingLimits } from './limits/settings.ts'

/** Every time limit a Zhejiang town meets, by law; the rows of one key follow each other in time. */
export const limits: readonly Limit[] = [...petitionLimits, ...disclosureLimits, ...reviewLimits, ...enforcementLimits, ...congressLimits, ...decisionLimits, ...serviceLimits, ...peopleLimits, ...settingLimits]

/** The rows of one limit, for a clock of a procedure; throws RangeError when there is none. */
export const limitRows = (key: string): readonly Limit[] => {
  const rows = limits.filter((limit) => limit.key === key)
  if (rows.length === 0) throw new RangeError(`no limit: ${key}`)
  return rows
}
