import { expect, test } from 'vitest'
import { pageOfBlock, remarksShown } from './remark-page.ts'

const marks = [{ block: 'a', count: remarksShown - 1, open: 1 }, { block: 'b', count: 3, open: 0 }, { block: 'c', count: 1, open: 1 }]

test('a paragraph leads to the page its first remark is on, among those that are listed', () => {
  const page = (block: string, onlyOpen = false) => pageOfBlock(marks, block, onlyOpen)
  expect([page('a'), page('b'), page('c'), page('nowhere')]).toEqual([0, 0, remarksShown, 0])
  expect([page('a', true), page('b', true), page('c', true)]).toEqual([0, 0, 0])
})
