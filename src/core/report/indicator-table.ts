import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'
import type { Change } from '../quantity/comparison.ts'
import { completion, pace, share } from '../quantity/comparison.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { compare, decimal, isNegative, isZero, negate, round, times } from '../quantity/decimal.ts'
import { toScale } from '../quantity/unit.ts'
import type { Day } from '../time/day.ts'
import { monthOf } from '../time/month.ts'
import type { Period } from '../time/period.ts'
import { elapsedShare, period as periodOf } from '../time/period.ts'
import type { Words } from '../words.ts'

/**
 * The table of main indicators (主要指标完成情况表): each measure with its target of the year, what was reached, how it
 * changed, and how far the work is against the time that has passed. What is not known stays null; nothing is guessed.
 */
export const indicatorColumns = ['target', 'value', 'change', 'toDate', 'toDateChange', 'completion', 'place', 'time', 'pace'] as const
export type IndicatorColumn = (typeof indicatorColumns)[number]

/** A place in a ranking told from above: 3 of 18. */
export type Place = { readonly place: string; readonly among: string }

/** What a row is made of: the figure of the period, that of the year so far, the year's target in the base unit and a place. */
export type Indicator = { readonly measure: Measure; readonly figure: Figure; readonly toDate: Figure | undefined; readonly target: Decimal | undefined; readonly place: Place | undefined; readonly others: readonly Figure[] }

/** Estimates and values stated from a document are marked as such wherever they are shown. */
export type Mark = 'estimate' | 'stated'

/** Against time for work that adds up over the year; against the target alone for a level or a rate. */
export type Standing = 'ahead' | 'even' | 'behind' | 'met' | 'unmet'

/** A value of one org beside the whole, in the display unit, with its share of the whole in percent. */
export type IndicatorPart = { readonly org: string; readonly value: Decimal | null; readonly share: Decimal | null }

/** One line of the table. Values are rounded in the display unit, completion, time and pace are percent. */
export type IndicatorRow = {
  readonly measure: string
  readonly title: Words
  readonly target: Decimal | null
  readonly value: Decimal | null
  readonly mark: Mark | null
  readonly change: Change | null
  readonly toDate: Decimal | null
  readonly toDateMark: Mark | null
  readonly toDateChange: Change | null
  readonly completion: Decimal | null
  readonly place: Place | null
  readonly time: Decimal | null
  readonly pace: Decimal | null
  readonly standing: Standing | null
  readonly parts: readonly IndicatorPart[]
}

/** The year so far at the end of a period, under the key such figures are reported with: June is the first half, May is January to May. */
export const yearToDate = ({ to }: Period): Period => {
  const year = to.slice(0, 4)
  switch (to.slice(5, 7)) {
    case '01':
      return periodOf(`${year}-01`)
    case '03':
      return periodOf(`${year}Q1`)
    case '06':
      return periodOf(`${year}H1`)
    case '12':
      return periodOf(year)
    default:
      return periodOf(`${year}-01..${monthOf(to)}`)
  }
}

/** The share of the year that is over when a day is, in percent with one decimal, counted by whole months (HANDBOOK §2.21). */
export const timeProgress = (day: Day): Decimal => round(times(elapsedShare(periodOf(day.slice(0, 4)), day, 'months'), hundred), 1)

/** One measure as the table tells it; `time` is the year's progress in percent. */
export const indicatorRow = ({ measure, figure, toDate, target, place, others }: Indicator, time: Decimal): IndicatorRow => {
  const { display } = measure
  const reached = toDate ?? figure
  const done = reached.exact === null || target === undefined ? undefined : completion(reached.exact, target, 1)
  const adds = addsUp(measure)
  const ahead = done === undefined || !adds ? null : pace(done, time)
  return {
    measure: measure.key,
    title: measure.title,
    target: target === undefined ? null : toScale(target, display.scale),
    value: shown(figure, measure),
    mark: markOf(figure),
    change: figure.change,
    toDate: toDate === undefined ? null : shown(toDate, measure),
    toDateMark: toDate === undefined ? null : markOf(toDate),
    toDateChange: toDate?.change ?? null,
    completion: done === undefined || (measure.better === 'down' && !adds) ? null : done,
    place: place ?? null,
    time: target === undefined || !adds ? null : time,
    pace: ahead,
    standing: ahead !== null ? standingOf(measure.better === 'down' ? negate(ahead) : ahead) : metOf(measure, reached, target),
    parts: others.map((other) => ({ org: other.org, value: shown(other, measure), share: adds && other.exact !== null && figure.exact !== null ? (share(other.exact, figure.exact, 1) ?? null) : null })),
  }
}

/** Whether the values of parts, and of months, make the whole: rates and averages do not, nor does a level at a day add up over time. */
export const addsUp = ({ definition, display }: Measure): boolean => {
  if (display.unit === '%' || display.unit === '位次') return false
  if (definition.kind === 'formula') return definition.denominator === undefined
  return definition.kind !== 'stock' && !(definition.kind === 'reported' && definition.basis === 'point')
}

const hundred = decimal('100')

const shown = (figure: Figure, { display }: Measure): Decimal | null => (figure.exact === null ? null : round(toScale(figure.exact, display.scale), display.decimals))

const markOf = ({ status, source }: Figure): Mark | null => (status === 'estimate' ? 'estimate' : source === 'stated' ? 'stated' : null)

const standingOf = (ahead: Decimal): Standing => (isZero(ahead) ? 'even' : isNegative(ahead) ? 'behind' : 'ahead')

const metOf = (measure: Measure, { exact }: Figure, target: Decimal | undefined): Standing | null => {
  if (exact === null || target === undefined || addsUp(measure)) return null
  const against = compare(exact, target)
  return (measure.better === 'down' ? against <= 0 : against >= 0) ? 'met' : 'unmet'
}
