import { expect, test } from 'vitest'
import { inBareUnit, readable } from './quantity-in-unit.ts'

test('a number in a written unit is told in the bare unit of a measure', () => {
  expect(inBareUnit('32.65', '亿元', '元')).toBe('3265000000')
  expect(inBareUnit('1.3', '万斤', '公斤')).toBeUndefined()
  expect(inBareUnit('2.4', '万千克', '吨')).toBe('24')
  expect(inBareUnit('6.5', '百万㎡', '万平方米')).toBe('6500000')
  expect(inBareUnit('0.8', '个百分点', '百分点')).toBe('0.8')
})

test('what does not convert is not forced', () => {
  expect(inBareUnit('300', '人', '人次')).toBeUndefined()
  expect(inBareUnit('近百', '家', '家')).toBeUndefined()
  expect(inBareUnit('3', '万', '元')).toBeUndefined()
})

test('a value of the book is told in the scale one reads it in', () => {
  expect(readable('3265000000', '元', 'zh')).toEqual({ number: '32.65', unit: '亿元' })
  expect(readable('-20700', '头', 'zh')).toEqual({ number: '-2.07', unit: '万头' })
  expect(readable('4514000000', '万元', 'zh')).toEqual({ number: '451,400', unit: '万元' })
  expect(readable('1400', '亩', 'en')).toEqual({ number: '1,400', unit: 'mu' })
})
