import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  abs, ceilTo, compare, decimal, divide, equals, floorTo, fromInteger, fromMillionths, isNegative, isZero, millionths, minus, negate, parseDecimal, plus, round, scaleOf,
  squareRoot, sum, times, ZERO, type Decimal,
} from './decimal.ts'

/** The naive way: an integer over a power of ten, and text written from it digit by digit. */
type Rational = { readonly n: bigint; readonly scale: number }

const ten = (n: number): bigint => 10n ** BigInt(n)
const size = (n: bigint): bigint => (n < 0n ? -n : n)
const at = (r: Rational, scale: number): bigint => r.n * ten(scale - r.scale)

const textOf = ({ n, scale }: Rational): string => {
  const digits = String(size(n)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = scale === 0 ? '' : digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${n < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** n / d to the nearest integer, ties away from zero. */
const halfUp = (n: bigint, d: bigint): bigint => {
  const sign = (n < 0n) === (d < 0n) ? 1n : -1n
  return sign * ((2n * size(n) + size(d)) / (2n * size(d)))
}

const short = fc.record({ n: fc.bigInt(-(10n ** 9n), 10n ** 9n), scale: fc.integer({ min: 0, max: 6 }) })
const edge = fc.record({ n: fc.bigInt(10n ** 14n, 10n ** 17n).chain((n) => fc.constantFrom(n, -n)), scale: fc.integer({ min: 0, max: 8 }) })
const long = fc.record({ n: fc.bigInt(-(10n ** 40n), 10n ** 40n), scale: fc.integer({ min: 0, max: 25 }) })
const rational: fc.Arbitrary<Rational> = fc.oneof(short, edge, long)
const of = (r: Rational): Decimal => decimal(textOf(r))
const law = (check: (a: Rational, b: Rational) => void): void => fc.assert(fc.property(rational, rational, check), { numRuns: 2000, seed: 21 })

test('sums, differences and products are exact', () => {
  law((a, b) => {
    const scale = Math.max(a.scale, b.scale)
    expect(plus(of(a), of(b))).toBe(textOf({ n: at(a, scale) + at(b, scale), scale }))
    expect(minus(of(a), of(b))).toBe(textOf({ n: at(a, scale) - at(b, scale), scale }))
    expect(times(of(a), of(b))).toBe(textOf({ n: a.n * b.n, scale: a.scale + b.scale }))
  })
})

test('quotients and roundings are half up at their scale, rounded once', () => {
  fc.assert(
    fc.property(rational, rational, fc.integer({ min: 0, max: 14 }), (a, b, scale) => {
      const n = a.n * ten(b.scale + scale)
      const d = b.n * ten(a.scale)
      if (b.n !== 0n) expect(divide(of(a), of(b), scale)).toBe(textOf({ n: halfUp(n, d), scale }))
      expect(round(of(a), scale)).toBe(textOf({ n: halfUp(a.n * ten(scale), ten(a.scale)), scale }))
    }),
    { numRuns: 2000, seed: 22 },
  )
})

test('millionths are the whole number itself, or nothing', () => {
  law((a) => {
    const n = millionths(of(a))
    if (!Number.isNaN(n)) expect(fromMillionths(BigInt(n))).toBe(of(a))
    else expect(scaleOf(of(a)) > 6 || size(at(a, Math.max(a.scale, 6))) >= 10n ** 15n).toBe(true)
  })
  expect(fromMillionths(-1_500_000n)).toBe('-1.5')
})

test('order, sign and size agree with the numbers', () => {
  law((a, b) => {
    const scale = Math.max(a.scale, b.scale)
    const difference = at(a, scale) - at(b, scale)
    expect(compare(of(a), of(b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
    expect(equals(of(a), of(b))).toBe(difference === 0n)
    expect(isNegative(of(a))).toBe(a.n < 0n)
    expect(isZero(of(a))).toBe(a.n === 0n)
    expect(abs(of(a))).toBe(textOf({ n: size(a.n), scale: a.scale }))
    expect(negate(negate(of(a)))).toBe(of(a))
  })
})

test('a sum of many equals adding them one by one', () => {
  fc.assert(
    fc.property(fc.array(rational, { maxLength: 40 }), (many) => {
      const scale = Math.max(0, ...many.map((one) => one.scale))
      expect(sum(many.map(of))).toBe(textOf({ n: many.reduce((all, one) => all + at(one, scale), 0n), scale }))
    }),
    { numRuns: 500, seed: 23 },
  )
})

test('a sum stays exact when its running total outgrows a double', () => {
  expect(sum(Array.from({ length: 30 }, () => decimal('999999999.999999')))).toBe('29999999999.99997')
  expect(sum(Array.from({ length: 1000 }, () => decimal('999999999999999')))).toBe('999999999999999000')
})

test('stepping down and up brackets a value between two multiples', () => {
  fc.assert(
    fc.property(rational, short.filter((step) => step.n > 0n), (a, s) => {
      const step = of(s)
      const low = floorTo(of(a), step)
      const scale = Math.max(a.scale, s.scale)
      const unit = at(s, scale)
      const value = at(a, scale)
      const multiples = value / unit - (value < 0n && value % unit !== 0n ? 1n : 0n)
      expect(low).toBe(textOf({ n: multiples * unit, scale }))
      expect(ceilTo(of(a), step)).toBe(value % unit === 0n ? low : plus(low, step))
    }),
    { numRuns: 1000, seed: 24 },
  )
})

test('any writing of a number becomes its one shortest text', () => {
  fc.assert(
    fc.property(rational, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (r, before, after) => {
      const text = textOf(r)
      const [, sign = '', digits = ''] = /^(-?)(.*)$/.exec(text) ?? []
      const padded = `${sign}${'0'.repeat(before)}${digits}${after === 0 ? '' : `${digits.includes('.') ? '' : '.'}${'0'.repeat(after)}`}`
      expect(parseDecimal(padded)).toBe(text)
    }),
    { numRuns: 1000, seed: 25 },
  )
})

test.each([['1.50', '1.5'], ['-3', '-3'], ['0012', '12'], ['-0', '0'], ['-0.00', '0'], ['000', '0'], ['0.10', '0.1']])('reads %s as %s', (text, shortest) => {
  expect(parseDecimal(text)).toBe(shortest)
})

test.each(['', '1e5', '１', '.5', '5.', '+1', '1,000', ' 1', '1\n', '--1', 'NaN', 'Infinity', '0x10', '-'])('refuses %j', (text) => {
  expect(parseDecimal(text)).toBeUndefined()
  expect(() => decimal(text)).toThrow(RangeError)
})

test('ties go away from zero, to tens as well', () => {
  expect(divide(decimal('1'), decimal('8'), 2)).toBe('0.13')
  expect(divide(decimal('-1'), decimal('8'), 2)).toBe('-0.13')
  expect(round(decimal('-0.4'), 0)).toBe('0')
  expect(round(decimal('150'), -2)).toBe('200')
  expect(round(decimal('149'), -2)).toBe('100')
})

test('what has no answer throws', () => {
  expect(() => divide(decimal('1'), ZERO, 2)).toThrow(RangeError)
  expect(() => floorTo(decimal('1'), ZERO)).toThrow(RangeError)
  expect(() => ceilTo(decimal('1'), decimal('-1'))).toThrow(RangeError)
  expect(() => fromInteger(0.5)).toThrow(RangeError)
  expect(() => fromInteger(2 ** 53)).toThrow(RangeError)
})

test('whole numbers, decimals written and square roots', () => {
  expect(fromInteger(-0)).toBe('0')
  expect(fromInteger(12345678901234567890n)).toBe('12345678901234567890')
  expect(scaleOf(decimal('12.340'))).toBe(2)
  expect(squareRoot(decimal('2'), 5)).toBe('1.41421')
  expect(squareRoot(decimal('144'), 5)).toBe('12')
})
