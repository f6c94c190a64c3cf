import { expect, test } from 'vitest'
import { decimal } from '../quantity/decimal.ts'
import { inReadUnit, readUnit, readValue } from './read-unit.ts'

test.each([
  ['32.65', '亿元', '元', '3265000000'], ['2.07', '万头', '头', '20700'], ['1.2', '千余人次', '人次', '1200'], ['3', '公顷', '亩', '45'], ['5', '千克', '吨', '0.005'], ['4', '个村', '村', '4'], ['6.5', '个百分点', '百分点', '6.5'], ['2', '百万元', '元', '2000000'],
] as const)('%s%s in %s is %s', (value, unit, to, expected) => {
  expect(readValue(decimal(value), unit, to)).toBe(expected)
  expect(inReadUnit(decimal(expected), to, unit)).toBe(value)
})

test('what counts something else, or is no unit, has no value', () => {
  expect([readValue(decimal('5'), '人', '人次'), readValue(decimal('5'), '艘', '元'), readValue(decimal('5'), 'constructor', '个'), readUnit('')]).toEqual([undefined, undefined, undefined, undefined])
})
