import { expect, test } from 'vitest'
import type { Contribution } from '../../core/measure/contributions.ts'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { decimal, fromInteger, sum, times } from '../../core/quantity/decimal.ts'
import type { Day } from '../../core/time/day.ts'
import type { CountedMonth } from './counted-months.ts'
import { CountedMonths, dayOf, sumOf } from './counted-months.ts'

const on = (day: string, amount: string): Contribution => ({ org: 'v1', day: day as Day, cohort: null, amount: decimal(amount), rows: 1, key: null })
const counted = (...all: readonly Contribution[]): readonly CountedMonth[] => {
  const months = new CountedMonths(1)
  for (const each of all) months.add(7, each)
  return [...months]
}
const weights = Array.from({ length: 32 }, (_, day) => (day === 0 ? 0 : 4_194_303 - day))

test('months and days add up', () => {
  const [may, june] = counted(on('2023-05-02', '1.25'), on('2023-05-31', '-0.5'), on('2023-05-02', '3'), on('2023-06-01', '8'))
  expect(may).toMatchObject({ series: 7, org: 'v1', month: 202305, cohort: 0 })
  expect(may && sumOf(may)).toEqual({ amount: '3.75', rows: '3' })
  expect(may && dayOf(may, 2)).toEqual({ amount: '4.25', rows: '2' })
  expect(june && sumOf(june)).toEqual({ amount: '8', rows: '1' })
})

test('long amounts stay exact, weighed too', () => {
  const amounts = ['123456789012345678.12345678', '999999999.999999', '-999999999.999999', '-0.000001'].map(decimal)
  const days = amounts.map((amount, index) => on(`2023-05-0${index + 1}`, amount))
  const [may] = counted(...days, ...days)
  const naive = (weightOf: (day: number) => number): Decimal => sum(amounts.map((amount, index) => times(amount, fromInteger(2 * weightOf(index + 1)))))
  expect(may && sumOf(may).amount).toBe(naive(() => 1))
  expect(may && sumOf(may, weights).amount).toBe(naive((day) => weights[day] ?? 0))
})

test('what moved to another day weighs otherwise', () => {
  const [one] = counted(on('2023-05-02', '5'), on('2023-05-09', '5'))
  const [other] = counted(on('2023-05-03', '5'), on('2023-05-09', '5'))
  expect(one && sumOf(one)).toEqual(other && sumOf(other))
  expect(one && sumOf(one, weights)).not.toEqual(other && sumOf(other, weights))
})

test('a month taken is gone', () => {
  const months = new CountedMonths(1)
  months.add(7, on('2023-05-02', '5'))
  expect(months.take(7, 'v1', 202305, 0)?.rows[2]).toBe(1)
  expect(months.take(7, 'v1', 202305, 0)).toBeUndefined()
  expect([...months]).toEqual([])
})
