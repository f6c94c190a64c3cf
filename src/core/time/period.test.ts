import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween, type Day } from './day.ts'
import { addMonths, monthAt, monthsBetween } from './month.ts'
import { contains, elapsedShare, monthsOf, parsePeriod, period, previous, sameLastYear, titleOf, windowsOf } from './period.ts'

const year = fc.integer({ min: 1910, max: 2189 })
const anyMonth = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, n]) => monthAt(y, n))
const windowKey = fc.oneof(
  anyMonth,
  fc.tuple(year, fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2')).map(([y, part]) => `${y}${part}`),
  year.map(String),
)
const rangeKey = fc.tuple(anyMonth, fc.integer({ min: 1, max: 30 })).map(([from, n]) => `${from}..${addMonths(from, n)}`)
const closedKey = fc.oneof(windowKey, rangeKey)
const anyKey = fc.oneof(closedKey, anyMonth.map((m) => `..${m}`))

test('a period is its key: reading the key gives the period again', () => {
  fc.assert(fc.property(anyKey, (key) => {
    expect(period(key).key).toBe(key)
    expect(period(period(key).key)).toEqual(period(key))
  }), { numRuns: 1000, seed: 51 })
})

test('the period before ends where this one begins and is as long', () => {
  fc.assert(fc.property(closedKey, (key) => {
    const p = period(key)
    const before = previous(p)
    expect(addDays(before.to, 1)).toBe(p.from)
    expect(monthsOf(before)).toHaveLength(monthsOf(p).length)
    expect(before.kind).toBe(p.kind)
    expect(parsePeriod(before.key)).toEqual(before)
  }), { numRuns: 1000, seed: 52 })
})

test('the same period last year has the same months twelve earlier', () => {
  fc.assert(fc.property(anyKey, (key) => {
    const p = period(key)
    const base = sameLastYear(p)
    expect(base.kind).toBe(p.kind)
    expect(monthsBetween(monthsOf(base).at(-1) ?? never(), monthsOf(p).at(-1) ?? never())).toBe(12)
    if (p.kind !== 'open') expect(monthsOf(base)).toEqual(monthsOf(p).map((m) => addMonths(m, -12)))
    expect(parsePeriod(base.key)).toEqual(base)
  }), { numRuns: 1000, seed: 53 })
})

test('the windows of a day are exactly the periods that contain it', () => {
  fc.assert(fc.property(anyMonth, fc.integer({ min: 0, max: 27 }), windowKey, (m, n, key) => {
    const d = addDays(day(`${m}-01`), n)
    const windows = windowsOf(d, ['month', 'quarter', 'half', 'year'])
    expect(windows).toHaveLength(4)
    for (const window of windows) expect(contains(period(window), d)).toBe(true)
    const inside = period(`${d.slice(0, 4)}${key.slice(4)}`)
    expect(windows.includes(inside.key)).toBe(contains(inside, d))
  }), { numRuns: 2000, seed: 54 })
})

test('the elapsed share never falls, and runs from nothing to all', () => {
  fc.assert(fc.property(closedKey, fc.constantFrom('months' as const, 'days' as const), fc.nat(400), fc.nat(40), (key, basis, n, more) => {
    const p = period(key)
    const share = (d: Day): number => Number(elapsedShare(p, d, basis))
    const cutoff = addDays(p.from, n)
    expect(share(addDays(p.from, -1))).toBe(0)
    expect(share(p.to)).toBe(1)
    expect(share(addDays(cutoff, more))).toBeGreaterThanOrEqual(share(cutoff))
    if (basis === 'days' && cutoff <= p.to) expect(share(cutoff)).toBeCloseTo((n + 1) / (daysBetween(p.from, p.to) + 1), 11)
  }), { numRuns: 1000, seed: 55 })
})

test('half the year is half by months and 181 of 365 by days', () => {
  expect(elapsedShare(period('2023'), day('2023-06-30'), 'months')).toBe('0.5')
  expect(elapsedShare(period('2023'), day('2023-06-29'), 'months')).toBe('0.416666666667')
  expect(elapsedShare(period('2023'), day('2023-06-30'), 'days')).toBe('0.495890410959')
  expect(() => elapsedShare(period('..2023-06'), day('2023-06-30'), 'months')).toThrow(RangeError)
})

test.each([
  ['2023-06', '2023-06-01', '2023-06-30', '2023年6月', 'June 2023'],
  ['2023Q2', '2023-04-01', '2023-06-30', '2023年第二季度', 'second quarter of 2023'],
  ['2023H1', '2023-01-01', '2023-06-30', '2023年上半年', 'first half of 2023'],
  ['2023H2', '2023-07-01', '2023-12-31', '2023年下半年', 'second half of 2023'],
  ['2023', '2023-01-01', '2023-12-31', '2023年', '2023'],
  ['2023-01..2023-02', '2023-01-01', '2023-02-28', '2023年1—2月', 'January to February 2023'],
  ['2022-11..2023-02', '2022-11-01', '2023-02-28', '2022年11月至2023年2月', 'November 2022 to February 2023'],
  ['..2023-06', '1900-01-01', '2023-06-30', '截至2023年6月末', 'up to the end of June 2023'],
])('%s runs from %s to %s and is called %s', (key, from, to, zh, en) => {
  expect(period(key)).toMatchObject({ from, to })
  expect(titleOf(period(key))).toEqual({ zh, en })
})

test('a range of one month is that month, and so is the one before it', () => {
  expect(period('2023-06..2023-06')).toEqual(period('2023-06'))
  expect(previous(period('2023-01..2023-02')).key).toBe('2022-11..2022-12')
  expect(previous(period('..2023-01')).key).toBe('..2022-12')
  expect(previous(period('2023H1')).key).toBe('2022H2')
})

test.each(['', '..', '2023Q5', '2023Q0', '2023H3', '2023q1', '1899', '2200Q1', '2023-13', '2023-02..2023-01', '2023-01..', '2023-01..2023-02..2023-03', '2023..2024', '23', '2023 Q1'])(
  'refuses %j',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined()
    expect(() => period(text)).toThrow(RangeError)
  },
)

const never = (): never => {
  throw new Error('a period without months')
}
