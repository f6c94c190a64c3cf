import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, compareDays, day, dayOf, daysBetween, monthLength, parseDay, yearOf, type Day } from './day.ts'

const oneDay = 86_400_000
const first = Date.UTC(1900, 0, 1) / oneDay
const last = Date.UTC(2199, 11, 31) / oneDay
const textAt = (n: number): string => new Date(n * oneDay).toISOString().slice(0, 10)
const epochDay = fc.integer({ min: first, max: last })

test('every day of the calendar is read, and follows the one before it', () => {
  let before: Day | undefined
  for (let n = first; n <= last; n += 1) {
    const parsed = parseDay(textAt(n))
    if (parsed === undefined) throw new Error(`not read: ${textAt(n)}`)
    if (before !== undefined && (addDays(before, 1) !== parsed || daysBetween(before, parsed) !== 1)) throw new Error(`does not follow: ${parsed}`)
    before = parsed
  }
  expect(before).toBe('2199-12-31')
})

test('arithmetic agrees with UTC dates', () => {
  fc.assert(
    fc.property(epochDay, epochDay, (a, b) => {
      const x = day(textAt(a))
      const y = day(textAt(b))
      expect(daysBetween(x, y)).toBe(b - a)
      expect(addDays(x, b - a)).toBe(y)
      expect(compareDays(x, y)).toBe(Math.sign(a - b))
      expect(dayOf(yearOf(x), Number(x.slice(5, 7)), Number(x.slice(8)))).toBe(x)
    }),
    { numRuns: 3000, seed: 31 },
  )
})

test('day numbers outside a month are no days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
      expect(monthLength(year, month)).toBe(days)
      expect(() => dayOf(year, month, days + 1)).toThrow(RangeError)
    }),
    { seed: 32 },
  )
})

test.each([
  '', '2023-2-1', '2023-02-29', '1900-02-29', '2100-02-29', '2023-13-01', '2023-00-10', '2023-06-31', '2023-06-00', '1899-12-31', '2200-01-01',
  '2023/06/30', '2023-06-30 ', '2023-06-3o', '２０２３-06-30', '-023-06-30', '20230630',
])('refuses %j', (text) => {
  expect(parseDay(text)).toBeUndefined()
  expect(() => day(text)).toThrow(RangeError)
})

test('leap days are days', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29')
  expect(parseDay('2000-02-29')).toBe('2000-02-29')
})

test('arithmetic does not leave the calendar', () => {
  expect(() => addDays(day('2199-12-31'), 1)).toThrow(RangeError)
  expect(() => addDays(day('1900-01-01'), -1)).toThrow(RangeError)
  expect(() => addDays(day('2023-06-29'), 0.5)).toThrow(RangeError)
  expect(() => addDays(day('2023-06-01'), 0.5)).toThrow(RangeError)
  expect(() => dayOf(2023, 6.5, 1)).toThrow(RangeError)
})
