import { compareBlocks } from './compare-blocks.ts'
import type { BlockChange, Printing } from './compare-blocks.ts'
import type { Block, ReportDocument } from './document.ts'
import { publicBlock } from './publication.ts'

/** The marked difference of two editions of a report as strangers may know it: of the notes beside a text nothing is told, not even that they changed, and blocks go by numbers. */
export const comparePublic = (was: ReportDocument, now: ReportDocument, printWas: Printing, printNow: Printing): readonly BlockChange[] =>
  compareBlocks(was.blocks.map(named), now.blocks.map(named), printWas, printNow).map((change, at) => ({ ...change, id: String(at + 1), was: nameless(change.was), now: nameless(change.now) }))

const named = (block: Block): Block => (block.id === undefined ? publicBlock(block) : { ...publicBlock(block), id: block.id })
const nameless = (block: Block | null): Block | null => (block === null ? null : publicBlock(block))
