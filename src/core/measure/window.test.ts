import { expect, test } from 'vitest'
import { day } from '../time/day.ts'
import { period } from '../time/period.ts'
import { cohort, count, reported, stock } from './builders.ts'
import type { Definition, Posting, Term } from './measure.ts'
import { inWindow, windowOf } from './window.ts'

const window = (definition: Definition, of: string, cutoff: string, at: Term['at'] = 'cutoff'): string => {
  const found = windowOf(definition as Posting, period(of), day(cutoff), at)
  return found === undefined ? 'unknown' : `${found.from ?? ''}..${found.to}${found.cohorts === null ? '' : ` of ${found.cohorts.from}..${found.cohorts.to}`}`
}

test('a flow takes the days of the period up to the cutoff', () => {
  expect(window(count('sale'), '2023H1', '2023-06-30')).toBe('2023-01-01..2023-06-30')
  expect(window(count('sale'), '2023H1', '2023-05-15')).toBe('2023-01-01..2023-05-15')
  expect(window(count('sale'), '2023H1', '2023-08-01')).toBe('2023-01-01..2023-06-30')
})

test('a stock is all there was up to the day', () => {
  expect(window(stock('device'), '2023H1', '2023-06-30')).toBe('..2023-06-30')
  expect(window(stock('device'), '2023H1', '2023-06-30', 'year-start')).toBe('..2022-12-31')
})

test('a cohort belongs to the period it was found in, and is seen up to the cutoff', () => {
  expect(window(cohort('case', 'found', 'closed'), '2023H1', '2023-07-03')).toBe('..2023-07-03 of 2023-01..2023-06')
})

test('a year-to-date value is read for its own period only, once that has ended', () => {
  expect(window(reported('year-to-date'), '2023H1', '2023-06-30')).toBe('2023-06-30..2023-06-30')
  expect(window(reported('year-to-date'), '2023H1', '2023-06-29')).toBe('unknown')
  expect(window(reported('year-to-date'), '2022H2', '2022-12-31')).toBe('unknown')
  expect(window(reported('year-to-date'), '2023-01..2023-02', '2023-02-28')).toBe('2023-02-28..2023-02-28')
})

test('monthly reports add up', () => expect(window(reported('month'), '2023Q2', '2023-06-30')).toBe('2023-04-01..2023-06-30'))

test('a case found in June and closed on 3 July counts as closed from 3 July on', () => {
  const at = (cutoff: string) => windowOf(cohort('case', 'found', 'closed') as Posting, period('2023H1'), day(cutoff))
  const seen = (cutoff: string): boolean => {
    const found = at(cutoff)
    return found !== undefined && inWindow(found, day('2023-07-03'), '2023-06' as never)
  }
  expect([seen('2023-06-30'), seen('2023-07-02'), seen('2023-07-03')]).toEqual([false, false, true])
})
