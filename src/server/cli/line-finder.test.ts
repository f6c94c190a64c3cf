import { expect, test } from 'vitest'
import { lineFinder } from './line-finder.ts'

test('the line of an offset in code points', () => {
  const lineOf = lineFinder('😀甲\n\n乙')
  expect([0, 1, 2, 3, 4, 5].map(lineOf)).toEqual([1, 1, 1, 2, 3, 3])
  expect(lineFinder('')(0)).toBe(1)
})
