import type { Day } from '../time/day.ts'
import { addDays, dayOf, yearOf } from '../time/day.ts'
import type { Month } from '../time/month.ts'
import { monthOf } from '../time/month.ts'
import type { Period } from '../time/period.ts'
import type { Posting, Term } from './measure.ts'

/** Which postings make a figure: days from (null: from the beginning) to, and for a cohort the months found in. */
export type Window = { readonly from: Day | null; readonly to: Day; readonly cohorts: { readonly from: Month; readonly to: Month } | null }

/**
 * The window of a measure over a period at a cutoff (BOOK §2, §6). Undefined when nothing can be said: a
 * reported period that ends after the cutoff is not yet known, and a year-to-date value says nothing of a later half.
 */
export const windowOf = (definition: Posting, period: Period, cutoff: Day, at: Term['at'] = 'cutoff'): Window | undefined => {
  const to = earlier(period.to, cutoff)
  if (at === 'year-start') {
    const opening = addDays(dayOf(yearOf(period.from), 1, 1), -1)
    return { from: definition.kind === 'stock' ? null : opening, to: opening, cohorts: null }
  }
  switch (definition.kind) {
    case 'count':
    case 'sum':
    case 'distinct':
      return { from: period.from, to, cohorts: null }
    case 'stock':
      return { from: null, to, cohorts: null }
    case 'cohort':
      return { from: null, to: cutoff, cohorts: { from: monthOf(period.from), to: monthOf(period.to) } }
    case 'reported':
      if (definition.basis === 'month' || definition.basis === 'quarter') return { from: period.from, to, cohorts: null }
      if (definition.basis === 'year-to-date' && !period.from.endsWith('-01-01')) return undefined
      return period.to <= cutoff ? { from: period.to, to: period.to, cohorts: null } : undefined
    default:
      return definition satisfies never
  }
}

/** Whether a contribution on `day`, found in `cohort`, falls inside. */
export const inWindow = (window: Window, day: Day, cohort: Month | null): boolean =>
  (window.from === null || window.from <= day) &&
  day <= window.to &&
  (window.cohorts === null || (cohort !== null && window.cohorts.from <= cohort && cohort <= window.cohorts.to))

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
