import { expect, test } from 'vitest'
import { offsetOf, pageAt } from './page-search.ts'

test('a page of the address is where its rows begin, and back; what is no page is the first', () => {
  expect([1, 2, 7].map((page) => pageAt(offsetOf(String(page), 20), 20))).toEqual([undefined, '2', '7'])
  expect([undefined, '', '0', '-3', '1.5', 'x', '9'.repeat(30)].map((page) => offsetOf(page, 20))).toEqual([0, 0, 0, 0, 0, 0, 0])
})
