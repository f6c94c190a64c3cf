import { expect, test } from 'vitest'
import type { Block } from '../../../core/report/document.ts'
import { restoredBlocks } from './restored-blocks.ts'

const says = (id: string, text: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })

test('an earlier block comes back in its place, or at the end where it is gone; nothing else is touched', () => {
  const blocks = [says('a', '甲'), says('b', '乙')]
  expect(restoredBlocks(blocks, { id: 'a', was: says('a', '旧甲') })).toEqual([says('a', '旧甲'), says('b', '乙')])
  expect(restoredBlocks(blocks, { id: 'c', was: says('c', '丙') })).toEqual([...blocks, says('c', '丙')])
  expect(restoredBlocks(blocks, { id: 'a', was: null })).toEqual(blocks)
})
