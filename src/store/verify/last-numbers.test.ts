import { expect, test } from 'vitest'
import type { LastNumbers } from './last-numbers.ts'
import { differing, lastNumbers, noteNumber } from './last-numbers.ts'

const noted = (...pairs: readonly (readonly [number, number])[]): LastNumbers => {
  const last = lastNumbers()
  for (const [entry, number] of pairs) noteNumber(last, entry, number)
  return last
}

test('the greatest number stands, in whatever order they come', () => {
  expect(differing(noted([5, 5], [5, 9], [7, 7]), noted([7, 7], [5, 9], [5, 5]), 10)).toEqual([])
  expect(differing(noted([5, 5], [5, 9]), noted([5, 5]), 10)).toEqual([5])
})

test('an entry that only one side knows differs, far up and strange ones too', () => {
  expect(differing(noted([3, 3], [70_000, 70_000]), noted([3, 3]), 10)).toEqual([70_000])
  expect(differing(noted([3, 3]), noted([3, 3], [-4, 8], [2 ** 40, 8]), 10)).toEqual([-4, 2 ** 40])
  expect(differing(noted([-4, 8]), noted([-4, 8]), 10)).toEqual([])
})

test('no more are named than asked for', () => {
  expect(differing(noted([1, 1], [2, 2], [3, 3]), noted(), 2)).toEqual([1, 2])
})
