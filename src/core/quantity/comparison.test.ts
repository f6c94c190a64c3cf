import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changePhrase, completion, growth, pace, percentChange, pointsChange, share, twoYearAverage } from './comparison.ts'
import { decimal, fromInteger, negate, round, times, type Decimal } from './decimal.ts'

const whole = fc.bigInt(1n, 10n ** 15n)

test('growth in percent is the exact quotient rounded once', () => {
  fc.assert(fc.property(fc.bigInt(0n, 10n ** 15n), whole, fc.integer({ min: 0, max: 4 }), (current, base, decimals) => {
    const change = growth(fromInteger(current), fromInteger(base), decimals, false)
    if (change.kind !== 'percent') throw new Error(`told as ${change.kind}`)
    const n = (current - base) * 100n * 10n ** BigInt(decimals)
    const units = (2n * (n < 0n ? -n : n) + base) / (2n * base)
    expect(times(change.percent, fromInteger(10n ** BigInt(decimals)))).toBe(String(units))
    expect(change.direction).toBe(units === 0n ? 'flat' : n > 0n ? 'up' : 'down')
    expect(change.extreme ?? false).toBe(units > 1000n * 10n ** BigInt(decimals))
  }), { numRuns: 1000, seed: 91 })
})

test('rates differ in points, and swapping them turns the direction', () => {
  fc.assert(fc.property(fc.integer({ min: -20000, max: 20000 }), fc.integer({ min: -20000, max: 20000 }), (a, b) => {
    const rate = (n: number): Decimal => decimal((n / 100).toFixed(2))
    const change = growth(rate(a), rate(b), 2, true)
    expect(change).toEqual({ kind: 'points', points: decimal((Math.abs(a - b) / 100).toFixed(2)), direction: a > b ? 'up' : a < b ? 'down' : 'flat' })
    const turned = growth(rate(b), rate(a), 2, true)
    if (turned.kind === 'points') expect(turned.direction).toBe(a > b ? 'down' : a < b ? 'up' : 'flat')
  }), { numRuns: 500, seed: 92 })
})

const told = (current: string, base: string | null, decimals = 1, asPoints = false): string =>
  changePhrase(growth(decimal(current), base === null ? null : decimal(base), decimals, asPoints), 'zh')

test('a change is told in the words of a report', () => {
  expect(told('106.6', '100')).toBe('同比增长6.6%')
  expect(told('90', '110', 2)).toBe('同比下降18.18%')
  expect(told('96.3', '95.1', 1, true)).toBe('同比增长1.2个百分点')
  expect(told('100', '100')).toBe('与上年同期持平')
  expect(told('100.04', '100')).toBe('与上年同期持平')
  expect(told('95', '95', 1, true)).toBe('与上年同期持平')
  expect(changePhrase(percentChange(decimal('-3.1')), 'zh', 'previous')).toBe('环比下降3.1%')
  expect(changePhrase(percentChange(decimal('0')), 'zh', 'previous')).toBe('与上期持平')
  expect(changePhrase(percentChange(decimal('6.6')), 'en')).toBe('up 6.6% on the same period last year')
  expect(changePhrase(pointsChange(decimal('-1.2')), 'en', 'previous')).toBe('down 1.2 percentage points on the previous period')
})

test('a change without a sound base says why', () => {
  expect(growth(decimal('5'), null, 1, false)).toEqual({ kind: 'none', reason: 'no-base' })
  expect(growth(decimal('5'), null, 1, true)).toEqual({ kind: 'none', reason: 'no-base' })
  expect(growth(decimal('5'), decimal('0'), 1, false)).toEqual({ kind: 'none', reason: 'base-not-positive' })
  expect(growth(decimal('0'), decimal('-5'), 1, false)).toEqual({ kind: 'none', reason: 'base-not-positive' })
  expect(growth(decimal('-3'), decimal('-5'), 1, false)).toEqual({ kind: 'none', reason: 'base-not-positive' })
  expect(told('5', '0')).toBe('—')
  expect(told('5', '-5')).toBe('扭亏为盈')
  expect(told('-5', '5')).toBe('由盈转亏')
  expect(told('0', '5')).toBe('同比下降100%')
})

test('only a change above 1000 % is extreme', () => {
  expect(growth(decimal('11'), decimal('1'), 1, false)).not.toHaveProperty('extreme')
  expect(growth(decimal('11.01'), decimal('1'), 1, false)).toHaveProperty('extreme', true)
})

test('completion, share and pace', () => {
  expect(completion(decimal('7.95'), decimal('15'), 1)).toBe('53')
  expect(completion(decimal('1'), decimal('3'), 2)).toBe('33.33')
  expect(completion(decimal('1'), decimal('0'), 1)).toBeUndefined()
  expect(share(decimal('1'), decimal('8'), 1)).toBe('12.5')
  expect(share(decimal('1'), decimal('0'), 1)).toBeUndefined()
  expect(pace(decimal('48.4'), decimal('50'))).toBe('-1.6')
})

test('the two-year average is the growth that, twice, gives the same', () => {
  expect(twoYearAverage(decimal('21'), decimal('21'))).toBe('21')
  expect(twoYearAverage(decimal('44'), decimal('0'))).toBe('20')
  expect(twoYearAverage(decimal('-100'), decimal('50'))).toBe('-100')
  expect(() => twoYearAverage(decimal('-101'), decimal('-101'))).toThrow(RangeError)
  fc.assert(fc.property(fc.integer({ min: -99, max: 300 }), fc.integer({ min: -99, max: 300 }), (a, b) => {
    const average = twoYearAverage(fromInteger(a), fromInteger(b))
    expect(twoYearAverage(fromInteger(b), fromInteger(a))).toBe(average)
    expect(Number(average)).toBeCloseTo((Math.sqrt((1 + a / 100) * (1 + b / 100)) - 1) * 100, 0)
    expect(round(average, 1)).toBe(average)
    expect(negate(average)).not.toBe('-0')
  }), { numRuns: 500, seed: 93 })
})
