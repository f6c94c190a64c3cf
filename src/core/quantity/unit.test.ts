import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, fromInteger } from './decimal.ts'
import { convert, Display, fromScale, Scale, toScale, unitKeys, unitOf, unitText, type UnitKey } from './unit.ts'

const amount = fc.tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 6 })).map(([n, decimals]) => {
  const digits = String(n < 0n ? -n : n).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return decimal(`${n < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`)
})

test('telling a value in 万 or 亿 and back loses nothing', () => {
  fc.assert(fc.property(amount, fc.constantFrom(...Scale.options), (value, scale) => {
    expect(fromScale(toScale(value, scale), scale)).toBe(value)
    expect(toScale(fromScale(value, scale), scale)).toBe(value)
  }), { numRuns: 1000, seed: 71 })
  expect(toScale(decimal('3265000000'), '亿')).toBe('32.65')
  expect(fromScale(decimal('1.72'), '万')).toBe('17200')
})

test.each<[string, UnitKey, UnitKey, string]>([
  ['1', '公顷', '亩', '15'],
  ['30', '亩', '公顷', '2'],
  ['3', '亩', '平方米', '2000'],
  ['1', '亩', '平方米', '666.666666666667'],
  ['1000', '平方米', '亩', '1.5'],
  ['1.5', '平方公里', '公顷', '150'],
  ['2.5', '公里', '米', '2500'],
  ['1', '米', '毫米', '1000'],
  ['0.4', '吨', '公斤', '400'],
  ['1', '天', '小时', '24'],
  ['90', '分钟', '小时', '1.5'],
  ['12.34', '元', '元', '12.34'],
])('%s %s in %s is %s', (value, from, to, result) => {
  expect(convert(decimal(value), from, to)).toBe(result)
})

test('units that count different things never convert', () => {
  const mixedUp: readonly (readonly [UnitKey, UnitKey])[] = [
    ['人', '人次'], ['人', '名'], ['家', '家次'], ['次', '场次'], ['%', '百分点'], ['吨', '吨标煤'], ['亩', '米'], ['天', '工作日'], ['件', '起'], ['辆', '辆次'],
  ]
  for (const [a, b] of mixedUp) expect(convert(fromInteger(1), a, b), `${a} ${b}`).toBeUndefined()
})

test('every unit has a name in both languages and converts to itself unchanged', () => {
  for (const key of unitKeys) {
    expect(unitOf(key).name.zh).not.toBe('')
    expect(unitOf(key).name.en).not.toMatch(/^$|[一-鿿]/)
    expect(convert(decimal('0.1'), key, key)).toBe('0.1')
  }
  expect(new Set(unitKeys).size).toBe(unitKeys.length)
})

test.each<[UnitKey, Scale, string, string]>([
  ['元', '亿', '亿元', '100 million yuan'],
  ['头', '万', '万头', '10,000 head'],
  ['平方米', '万', '万平方米', '10,000 m²'],
  ['%', '', '%', '%'],
  ['元每亩', '万', '万元/亩', '10,000 yuan per mu'],
])('a column of %s in %j is headed %s', (unit, scale, zh, en) => {
  expect(unitText({ unit, scale }, 'zh')).toBe(zh)
  expect(unitText({ unit, scale }, 'en')).toBe(en)
})

test('a display takes declared units and steps that are powers of ten, nothing else', () => {
  const display = { unit: '亩', scale: '', decimals: 0, changeDecimals: 1 }
  const accepts = (extra: object): boolean => Display.safeParse({ ...display, ...extra }).success
  expect(accepts({})).toBe(true)
  for (const step of ['1', '100', '0.01', '0.1']) expect(accepts({ wording: { word: '余', step } })).toBe(true)
  for (const step of ['0', '5', '0.05', '-1', '1e2', '']) expect(accepts({ wording: { word: '余', step } })).toBe(false)
  expect(accepts({ wording: { word: '大约', step: '1' } })).toBe(false)
  expect(accepts({ unit: '英亩' })).toBe(false)
  expect(accepts({ decimals: -1 })).toBe(false)
})
