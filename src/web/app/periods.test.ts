import { expect, test } from 'vitest'
import { lastHalf, recentPeriods } from './periods.ts'

test('the report is about the last half-year that is over', () => {
  expect(lastHalf('2023-06-29')).toBe('2022H2')
  expect(lastHalf('2023-06-30')).toBe('2023H1')
  expect(lastHalf('2023-10-31')).toBe('2023H1')
})

test('recent periods start with the one the town date lies in', () => {
  expect(recentPeriods('2023-10-31', 'half', 3)).toEqual(['2023H2', '2023H1', '2022H2'])
  expect(recentPeriods('2023-01-05', 'month', 2)).toEqual(['2023-01', '2022-12'])
})
