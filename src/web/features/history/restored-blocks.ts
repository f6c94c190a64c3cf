import type { BlockChangeOut } from '../../../api/block-change.ts'
import type { Block } from '../../../core/report/document.ts'

/** A section with one block as an earlier version had it: in its place where it stands, at the end where it is gone. */
export const restoredBlocks = (blocks: readonly Block[], { id, was }: Pick<BlockChangeOut, 'id' | 'was'>): readonly Block[] => {
  if (was === null) return blocks
  const at = blocks.findIndex((block) => block.id === id)
  return at < 0 ? [...blocks, was] : blocks.with(at, was)
}
