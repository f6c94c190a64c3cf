import type { Fields } from '../ledger/value.ts'
import type { FieldProblem } from '../refusal/refusal.ts'
import type { Period } from '../time/period.ts'
import { parsePeriod } from '../time/period.ts'
import type { Measure, Posting } from './measure.ts'

type Basis = Extract<Posting, { kind: 'reported' }>['basis']

/**
 * Why a reported value may not stand (BOOK §6): it is read by the last day of its own period, so its day must be that
 * day, and a level must be of a period that fits how its measure is reported, or it would be added to what it contains.
 */
export const reportedProblem = (measure: Measure | undefined, fields: Fields): FieldProblem | undefined => {
  const period = typeof fields['period'] === 'string' ? parsePeriod(fields['period']) : undefined
  if (period === undefined) return { field: 'period', code: 'not-period', details: { value: fields['period'] } }
  if (fields['day'] !== period.to) return { field: 'day', code: 'not-period-end', details: { period: period.key, to: period.to } }
  const definition = measure?.definition
  const level = typeof fields['value'] === 'string' && fields['status'] !== 'stated'
  if (definition?.kind === 'reported' && level && !fits(definition.basis, period)) return { field: 'period', code: 'period-unfit', details: { period: period.key } }
  return undefined
}

const fits = (basis: Basis, period: Period): boolean => {
  switch (basis) {
    case 'month':
    case 'quarter':
      return period.kind === basis
    case 'year-to-date':
      return period.kind !== 'open' && period.from.endsWith('-01-01') && period.from.slice(0, 4) === period.to.slice(0, 4)
    case 'point':
      return true
    default:
      return basis satisfies never
  }
}
