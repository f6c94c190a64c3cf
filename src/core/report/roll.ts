import type { Period } from '../time/period.ts'
import { following, titleOf } from '../time/period.ts'
import type { Block } from './document.ts'

/**
 * The next report made from the last: its outline stands with the words of the new period, its numbers follow the period by
 * themselves, and its words stay as grey drafts until someone writes over them.
 */

/** Blocks carried over: headings with the new period's words, everything else as a draft. */
export const rolledBlocks = (blocks: readonly Block[], write: (text: string) => string): readonly Block[] =>
  blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return { ...block, text: write(block.text) }
      case 'paragraph':
      case 'item':
      case 'table':
        return { ...block, carried: true }
      default:
        return block satisfies never
    }
  })

/**
 * Puts the words of one period for those of another in a title or a heading: '2023年上半年' and bare '上半年', and in the same
 * manner those of the period after, which a plan is about. A bare word of another year than the new report's gets its year.
 */
export const periodWords = (from: Period, to: Period): ((text: string) => string) => {
  const pairs = new Map<string, string>()
  const put = (was: string, is: string): void => void (was !== '' && !pairs.has(was) && pairs.set(was, is))
  const [next, after] = [following(from), following(to)]
  put(full(from), full(to))
  put(full(next), full(after))
  put(bare(from), bare(to))
  put(bare(next), yearWord(after) === yearWord(to) ? bare(after) : full(after))
  put(yearWord(from), yearWord(to))
  const words = new RegExp([...pairs.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
  return (text) => text.replace(words, (word) => pairs.get(word) ?? word)
}

const full = (p: Period): string => titleOf(p).zh
const yearWord = (p: Period): string => `${p.to.slice(0, 4)}年`
/** Nothing for a year, whose only word is the year. */
const bare = (p: Period): string => full(p).slice(yearWord(p).length)
