import { expect, test } from 'vitest'
import { commonLength, pairsOf, shareFound, weightsOf } from './likeness.ts'

test('pairs stay inside a run of signs; Latin words are kept whole', () => {
  expect([...pairsOf('清理“三无”渔船6艘，PM2.5')]).toEqual(['清理', '三无', '渔船', 'PM2.5'])
  expect(pairsOf('2023').size).toBe(0)
})

test('a pair that all have weighs next to nothing', () => {
  const weights = weightsOf([pairsOf('整治河道项目'), pairsOf('整治道路项目'), pairsOf('整治渔船项目')])
  expect(weights('渔船')).toBe(1)
  expect(weights('整治')).toBeLessThan(0.25)
})

test('the share found is by weight', () => {
  const even = (): number => 1
  expect(shareFound(pairsOf('早稻种植'), pairsOf('种植早稻'), even)).toBeCloseTo(2 / 3)
  expect(shareFound(pairsOf('3'), pairsOf('早稻'), even)).toBe(0)
})

test('a shortened name stands in the full one in order', () => {
  expect([commonLength('限上社零', '限上社会消费品零售额'), commonLength('额售零', '零售额'), commonLength('', '额')]).toEqual([4, 1, 0])
})
