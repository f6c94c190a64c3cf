import { expect, test } from 'vitest'
import { decimal } from '../../core/quantity/decimal.ts'
import { CountedMoves } from './counted-moves.ts'
import { amountResidue, drawRangeWeights, prime } from './range-weights.ts'

const weights = drawRangeWeights(100_000)
const days = Array.from({ length: 32 }, (_, day) => day * 1001)
type Move = readonly [day: number, number: number, group: number, value: number]
const weighed = (...moves: readonly Move[]): number => {
  const counted = new CountedMoves()
  for (const move of moves) counted.move(...move)
  return counted.weigh(weights, days)
}

test('moves weigh the same in whatever order they come', () => {
  const moves: readonly Move[] = [[2, 10, 10, 5], [2, 14, 10, 7], [2, 20, 20, 1], [9, 14, 10, 3], [2, 70_000, 70_000, 8], [2, 30, 30, -2], [2, 12, 10, 4]]
  expect(weighed(...moves.toReversed())).toBe(weighed(...moves))
  expect(weighed(...moves.toSorted((a, b) => a[3] - b[3]))).toBe(weighed(...moves))
  expect(weighed(...moves)).not.toBe(0)
})

test('a group weighs by its first and last number and by what it came to', () => {
  expect(weighed([2, 10, 10, 5], [2, 12, 10, 1], [2, 14, 10, 2])).toBe(weighed([2, 10, 10, 8], [2, 14, 10, 0]))
  expect(weighed([2, 10, 10, 5], [2, 14, 10, 2])).not.toBe(weighed([2, 10, 10, 5], [2, 15, 10, 2]))
  expect(weighed([2, 10, 10, 5], [2, 14, 14, 2])).not.toBe(weighed([2, 10, 10, 2], [2, 14, 14, 5]))
  expect(weighed([2, 10, 10, 5])).not.toBe(weighed([3, 10, 10, 5]))
})

test('what comes to nothing weighs only over several numbers', () => {
  expect(weighed([2, 10, 10, 5], [2, 10, 10, -5])).toBe(0)
  expect(weighed([2, 10, 10, 5], [2, 11, 10, -5])).not.toBe(0)
})

test.each(['0', '-12.5', '0.000000000001', '-123456789012.12345678', '9007199254740993', '32650000000'])('%s counts as its whole number of 10^-12', (text) => {
  const [whole = '', fraction = ''] = text.split('.')
  expect(amountResidue(decimal(text)) + 0).toBe(Number(BigInt(whole + fraction.padEnd(12, '0')) % BigInt(prime)))
})
