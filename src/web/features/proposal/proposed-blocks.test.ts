import { expect, test } from 'vitest'
import type { Block } from '../../../core/report/document.ts'
import { proposedBlocks } from './proposed-blocks.ts'

const says = (text: string, id?: string): Block => ({ kind: 'paragraph', ...(id === undefined ? {} : { id }), runs: [{ kind: 'text', text }] })

test('the block keeps its name through new words, so that remarks and differences find it; the rest is untouched', () => {
  const section = [says('甲', 'a'), says('乙', 'b')]
  expect(proposedBlocks(section, 'a', [says('新甲'), says('又一段')])).toEqual([says('新甲', 'a'), says('又一段'), says('乙', 'b')])
  expect(proposedBlocks(section, 'b', [])).toEqual([says('甲', 'a')])
})
