import { compareBlocks } from './compare-blocks.ts'
import type { Block } from './document.ts'
import { woven } from './merge-blocks.ts'

/**
 * A proposal with only some of its blocks: those are as it has them, new, other, elsewhere or taken out, and every other block is as it was before.
 * With all blocks it is the proposal, with none what the proposal was made from.
 */
export const proposedPart = (base: readonly Block[], proposed: readonly Block[], wanted: ReadonlySet<string>): readonly Block[] => {
  const id = (block: Block): string => block.id ?? ''
  const moved = new Set(compareBlocks(base, proposed, nothing, nothing).flatMap((change) => (change.moved && wanted.has(change.id) ? [change.id] : [])))
  const stands = new Map([...base.filter((block) => !wanted.has(id(block))), ...proposed.filter((block) => wanted.has(id(block)))].map((block) => [id(block), block]))
  const order = woven(base.map(id).filter((each) => !moved.has(each)), proposed.map(id), stands)
  return order.flatMap((each) => stands.get(each) ?? [])
}

const nothing = (): string => ''
