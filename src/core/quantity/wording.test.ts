import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, decimal, minus, plus, round, type Decimal } from './decimal.ts'
import { Scale, toScale, type Display, type UnitKey } from './unit.ts'
import { Word } from './word.ts'
import { printAbout, printQuantity, wordingHolds } from './wording.ts'

const positive = fc.tuple(fc.bigInt(1n, 10n ** 13n), fc.integer({ min: 0, max: 4 })).map(([n, decimals]) => {
  const digits = String(n).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return decimal(`${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`)
})
const step = fc.constantFrom('0.001', '0.01', '0.1', '1', '10', '100', '1000')
const word = fc.constantFrom(...Word.options)
const scale = fc.constantFrom(...Scale.options)
const worded = (in_: Scale, its: Word, by: string): Display => ({ unit: '亩', scale: in_, decimals: 2, changeDecimals: 1, wording: { word: its, step: by } })
const law = { numRuns: 3000, seed: 81 }

test('what is printed holds of the value it was printed from', () => {
  fc.assert(fc.property(positive, scale, word, step, (value, in_, its, by) => {
    expect(wordingHolds(printQuantity(value, worded(in_, its, by)), value)).toBe(true)
  }), law)
})

test('what is printed without a word holds too, with or without trailing zeros', () => {
  fc.assert(fc.property(positive, scale, fc.integer({ min: 0, max: 4 }), fc.boolean(), (value, in_, decimals, fixed) => {
    const printed = printQuantity(value, { unit: '元', scale: in_, decimals, changeDecimals: 1, fixed })
    expect(printed.word).toBeNull()
    expect(wordingHolds(printed, value)).toBe(true)
    expect(decimal(printed.number)).toBe(round(toScale(value, in_), decimals))
    expect(printed.exact).toBe(decimal(printed.number) === toScale(value, in_))
    if (!fixed) expect(printed.number).toBe(decimal(printed.number))
  }), law)
})

test('a word that says above stands only above its number, 近 only below, none on an exact multiple', () => {
  fc.assert(fc.property(positive, scale, word, step, (value, in_, its, by) => {
    const printed = printQuantity(value, worded(in_, its, by))
    const actual = toScale(value, in_)
    const against = compare(actual, decimal(printed.number))
    if (printed.word === null) return
    if (its === '约' || its === '左右') expect(compare(decimal(by), times2(distance(actual, decimal(printed.number))))).toBeGreaterThanOrEqual(0)
    else expect(against).toBe(its === '近' ? -1 : 1)
    expect(printed.exact).toBe(against === 0)
    expect(compare(distance(actual, decimal(printed.number)), decimal(by))).toBe(-1)
  }), law)
})

test('a word is found out when the value leaves its grain', () => {
  const holds = (number: string, its: Word | null, value: string, in_: Scale = ''): boolean => wordingHolds({ number, word: its, scale: in_ }, decimal(value))
  for (const [number, its, inside, outside] of [
    ['1400', '余', ['1400.1', '1437', '1499.9'], ['1400', '1399', '1500', '1600']],
    ['30', '多', ['31', '39'], ['30', '40']],
    ['9', '近', ['8.01', '8.99'], ['8', '9', '9.1']],
    ['1000', '超', ['1000.1', '1999', '5000'], ['1000', '999']],
    ['5', '突破', ['5.1', '7'], ['5', '4.9']],
    ['100', '以上', ['100', '250'], ['99.9']],
    ['14', '约', ['13.5', '14', '14.5'], ['13.4', '14.6']],
    ['60', '左右', ['55', '65'], ['54', '66']],
    ['32.65', null, ['32.645', '32.6549'], ['32.6449', '32.655']],
    ['2.0', null, ['1.95', '2.049'], ['1.94', '2.05']],
  ] satisfies [string, Word | null, string[], string[]][]) {
    for (const value of inside) expect(holds(number, its, value), `${number}${its} ${value}`).toBe(true)
    for (const value of outside) expect(holds(number, its, value), `${number}${its} ${value}`).toBe(false)
  }
  expect(holds('1.72', '余', '17263', '万')).toBe(true)
  expect(holds('1.72', '余', '17300', '万')).toBe(false)
})

const prints = (value: string, unit: UnitKey, in_: Scale, its: Word | null, stepOrDecimals: string, extra: Partial<Display> = {}) => {
  const base: Display = { unit, scale: in_, decimals: its === null ? Number(stepOrDecimals) : 2, changeDecimals: 1, ...extra }
  const display = its === null ? base : { ...base, wording: { word: its, step: stepOrDecimals } }
  return [printQuantity(decimal(value), display).text, printQuantity(decimal(value), display, 'en').text]
}

test('Chinese puts each word where an official text does; English writes the number out', () => {
  expect(prints('3265000000', '元', '亿', null, '2')).toEqual(['32.65亿元', '3.265 billion yuan'])
  expect(prints('255000000', '元', '亿', null, '2')).toEqual(['2.55亿元', '255 million yuan'])
  expect(prints('1437', '亩', '', '余', '100')).toEqual(['1400余亩', 'over 1,400 mu'])
  expect(prints('17263', '个', '万', '余', '0.01')).toEqual(['1.72万余个', 'over 17,200 items'])
  expect(prints('223456', '元', '万', '余', '1')).toEqual(['22万余元', 'over 220,000 yuan'])
  expect(prints('38', '次', '', '多', '10')).toEqual(['30多次', 'over 30 times'])
  expect(prints('1003.4', '吨', '', '超', '1000')).toEqual(['超1000吨', 'over 1,000 tonnes'])
  expect(prints('89500', '人次', '万', '近', '1')).toEqual(['近9万人次', 'nearly 90,000 person-times'])
  expect(prints('512345678', '元', '亿', '突破', '1')).toEqual(['突破5亿元', 'over 500 million yuan'])
  expect(prints('1400000000', '元', '亿', '约', '1')).toEqual(['约14亿元', 'about 1.4 billion yuan'])
  expect(prints('64', '户', '', '左右', '10')).toEqual(['60户左右', 'about 60 households'])
  expect(prints('64', '户', '', '以上', '10')).toEqual(['60户以上', 'at least 60 households'])
  expect(prints('96.25', '%', '', null, '1')).toEqual(['96.3%', '96.3%'])
})

test('an exact multiple prints plain, and so does a value the step would cut to nothing', () => {
  expect(prints('1400', '亩', '', '余', '100')[0]).toBe('1400亩')
  expect(prints('1000', '吨', '', '超', '1000')[0]).toBe('1000吨')
  expect(prints('90000', '人次', '万', '近', '1')[0]).toBe('9万人次')
  expect(prints('37', '亩', '', '余', '100')[0]).toBe('37亩')
  expect(prints('0', '亩', '', '余', '100')[0]).toBe('0亩')
  expect(prints('-250', '元', '', '超', '100')[0]).toBe('-250元')
})

test('the shortest text is printed unless trailing zeros are asked for', () => {
  expect(prints('200000000', '元', '亿', null, '1')).toEqual(['2亿元', '200 million yuan'])
  expect(prints('200000000', '元', '亿', null, '1', { fixed: true })[0]).toBe('2.0亿元')
  expect(prints('3', '%', '', null, '1', { fixed: true })).toEqual(['3.0%', '3.0%'])
  expect(prints('-1234567.5', '元', '', null, '0')).toEqual(['-1234568元', '-1,234,568 yuan'])
})

const distance = (a: Decimal, b: Decimal): Decimal => (compare(a, b) < 0 ? minus(b, a) : minus(a, b))
const times2 = (a: Decimal): Decimal => plus(a, a)

test.each([
  ['3265000000', '元', '亿', '32亿余元'],
  ['89800', '人次', '万', '近9万人次'],
  ['1437', '亩', '', '1400余亩'],
  ['1495', '亩', '', '近1500亩'],
  ['22', '户', '', '22户'],
  ['0', '件', '', '0件'],
  ['0.0437', '%', '', '0.04%'],
] as const)('%s %s is told round as %s', (value, unit, scale, text) => {
  expect(printAbout(decimal(value), { unit, scale, decimals: 2, changeDecimals: 1 }).text).toBe(text)
})

test('what is told round always holds', () => {
  fc.assert(
    fc.property(positive, fc.constantFrom(...Scale.options), (value, scale) => {
      const printed = printAbout(value, { unit: '元', scale, decimals: 8, changeDecimals: 1 })
      return wordingHolds(printed, value)
    }),
  )
})
