import { parseDay } from '../../time/day.ts'
import { parsePeriod } from '../../time/period.ts'
import type { Kind } from './kind.ts'
import { compareText, problem } from './kind.ts'

/** A calendar day, 2023-06-30. */
export const day: Kind = {
  sqlType: 'date',
  parse: (input) => {
    if (typeof input !== 'string') return problem('not-day', { value: input })
    if (input.trim() === '') return null
    return parseDay(input.trim()) ?? problem('not-day', { value: input })
  },
  format: (value) => String(value),
  compare: compareText,
}

/** A counting period by its key: 2023-06, 2023Q2, 2023H1, 2023. */
export const period: Kind = {
  sqlType: 'text',
  parse: (input) => {
    if (typeof input !== 'string') return problem('not-period', { value: input })
    if (input.trim() === '') return null
    return parsePeriod(input.trim())?.key ?? problem('not-period', { value: input })
  },
  format: (value) => String(value),
  compare: compareText,
}
