import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { addMonths, firstDay, lastDay, month, monthAt, monthNumber, monthOf, monthsBetween, monthsIn, parseMonth } from './month.ts'

const anyMonth = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => monthAt(year, number))

test('adding the months between two months leads from one to the other', () => {
  fc.assert(
    fc.property(anyMonth, anyMonth, (a, b) => {
      expect(addMonths(a, monthsBetween(a, b))).toBe(b)
      expect(monthsBetween(b, a) + monthsBetween(a, b)).toBe(0)
    }),
    { numRuns: 1000, seed: 41 },
  )
})

test('a month ends the day before the next begins', () => {
  fc.assert(
    fc.property(anyMonth.filter((m) => m !== '2199-12'), (m) => {
      expect(addDays(lastDay(m), 1)).toBe(firstDay(addMonths(m, 1)))
      expect(monthOf(firstDay(m))).toBe(m)
      expect(monthOf(lastDay(m))).toBe(m)
    }),
    { seed: 42 },
  )
})

test('the months of a span are all of them, in order', () => {
  expect(monthsIn(month('2022-11'), month('2023-02'))).toEqual(['2022-11', '2022-12', '2023-01', '2023-02'])
  expect(monthsIn(month('2023-02'), month('2023-02'))).toEqual(['2023-02'])
  expect(monthsIn(month('2023-02'), month('2023-01'))).toEqual([])
})

test('a day knows its month', () => {
  expect(monthOf(day('2023-06-30'))).toBe('2023-06')
  expect(monthNumber(month('2023-06'))).toBe(6)
  expect(lastDay(month('2024-02'))).toBe('2024-02-29')
})

test.each(['', '2023', '2023-6', '2023-13', '2023-00', '1899-12', '2200-01', '2023-06-01', '2023/06'])('refuses %j', (text) => {
  expect(parseMonth(text)).toBeUndefined()
  expect(() => month(text)).toThrow(RangeError)
})

test('months outside the calendar throw', () => {
  expect(() => addMonths(month('2199-12'), 1)).toThrow(RangeError)
  expect(() => addMonths(month('1900-01'), -1)).toThrow(RangeError)
})
