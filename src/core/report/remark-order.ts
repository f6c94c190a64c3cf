import type { Block } from './document.ts'
import type { RemarkState } from './remark.ts'

/** The head of a remark's thread: where it is, and whether it waits for an answer. */
export type ThreadHead = { readonly id: number; readonly section: number; readonly block: string; readonly state: RemarkState }

/** How many threads there are at a block, and how many of them wait. */
export type BlockMark = { readonly block: string; readonly count: number; readonly open: number }

type Written = { readonly id: number; readonly blocks: readonly Block[] }

/** Threads in the order of the text they are about, the oldest first at one block; where the block is gone, above its section, where that is gone too, last. */
export const inTextOrder = <Head extends ThreadHead>(heads: readonly Head[], sections: readonly Written[]): readonly Head[] => {
  const blocks = new Map<string, number>()
  const starts = new Map<number, number>()
  let at = 0
  for (const section of sections) {
    starts.set(section.id, at)
    for (const block of section.blocks) {
      at += 1
      if (block.id !== undefined) blocks.set(block.id, at)
    }
  }
  const place = (head: Head): number => blocks.get(head.block) ?? (starts.get(head.section) ?? at) + 0.5
  return heads.toSorted((a, b) => place(a) - place(b) || compareText(a.block, b.block) || a.id - b.id)
}

/** The threads counted by their blocks, in the order given; threads at one block stand together in it. */
export const markedBlocks = (heads: readonly ThreadHead[]): readonly BlockMark[] =>
  [...Map.groupBy(heads, (head) => head.block)].map(([block, at]) => ({ block, count: at.length, open: at.filter((head) => head.state === 'open').length }))

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
