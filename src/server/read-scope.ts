import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import type { RefusalCode } from '../core/refusal/catalogue.ts'
import type { Day } from '../core/time/day.ts'
import { parseDay } from '../core/time/day.ts'
import type { Period } from '../core/time/period.ts'
import { parsePeriod } from '../core/time/period.ts'
import { resolveAsOf } from '../store/as-of.ts'
import type { FigureQuery } from '../store/figures.ts'
import type { Ask, Reader } from './endpoint.ts'

/** A refusal at one field of the input. */
export const fieldProblem = (field: string, code: RefusalCode, details: Readonly<Record<string, unknown>> = {}): Refusal => refuse('bad-input', {}, [{ field, code, details }])

/** A day the calendar has; the shape alone is checked by the route. */
export const readDay = (field: string, text: string): Day | Refusal => parseDay(text) ?? fieldProblem(field, 'not-day', { value: text })

/** The days of a span: absent stays absent, null takes a day away; every wrong one is told. */
export const readDays = (given: { readonly from?: string | undefined; readonly to?: string | null | undefined }): { readonly from?: Day; readonly to?: Day | null } | Refusal => {
  const from = given.from === undefined ? undefined : readDay('from', given.from)
  const to = given.to === undefined || given.to === null ? given.to : readDay('to', given.to)
  const wrong = [from, to].filter(isRefusal).flatMap((each) => each.fields ?? [])
  if (isRefusal(from) || isRefusal(to)) return refuse('bad-input', {}, wrong)
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** Figures are asked from here on: the calendar's first days are left to comparisons with the years before. */
export const earliest = '1910-01-01'

export const readPeriod = (text: string): Period | Refusal => {
  const period = parsePeriod(text)
  if (period === undefined) return fieldProblem('period', 'not-period', { value: text })
  return period.from < earliest ? fieldProblem('period', 'below-minimum', { min: earliest.slice(0, 4) }) : period
}

/** A day figures may be asked up to. */
export const readUntil = (field: string, text: string): Day | Refusal => {
  const day = readDay(field, text)
  return !isRefusal(day) && day < earliest ? fieldProblem(field, 'below-minimum', { min: earliest }) : day
}

/** `#number`, a day, or nothing. */
export const readAsOf = (text: string | undefined): string | undefined | Refusal => (text === undefined || /^#\d{1,15}$/.test(text) || parseDay(text) !== undefined ? text : fieldProblem('asOf', 'not-as-of', { value: text }))

export type ScopeWords = { readonly period: string; readonly org?: string | undefined; readonly asOf?: string | undefined; readonly cutoff?: string | undefined }

/**
 * Reads where and as of when figures are asked: the whole town unless an org is named, by the period's end
 * unless a cutoff is given (a later one lets cases found in the period be seen closed after it), as the book stands unless a number or day is.
 */
export const readScope = async (asked: ScopeWords, { book, town, today }: Ask<unknown>, reader: Reader): Promise<Omit<FigureQuery, 'measures'> | Refusal> => {
  const period = readPeriod(asked.period)
  if (isRefusal(period)) return period
  const cutoff = asked.cutoff === undefined ? period.to : readDay('cutoff', asked.cutoff)
  if (isRefusal(cutoff)) return cutoff
  if (cutoff < period.from) return fieldProblem('cutoff', 'below-minimum', { min: period.from })
  const tree = book.treeAt(today)
  const org = asked.org ?? tree.root
  if (!tree.orgs.has(org)) return fieldProblem('org', 'not-org', { value: org })
  const words = readAsOf(asked.asOf)
  const asOf = isRefusal(words) ? words : await resolveAsOf(reader, town.schema, book, words)
  return isRefusal(asOf) ? asOf : { period, org, cutoff, asOf }
}
