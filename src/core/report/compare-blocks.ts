import type { Block, Run } from './document.ts'
import { sameBlock } from './merge-blocks.ts'
import type { TextDifference } from './text-diff.ts'
import { diffText } from './text-diff.ts'

/** What became of one block between two texts: its words in pieces, and whether it stands elsewhere in the order. */
export type BlockChange = {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly id: string
  readonly moved: boolean
  readonly was: Block | null
  readonly now: Block | null
  readonly pieces: readonly TextDifference[]
}

/** Prints a run as its time told it. */
export type Printing = (run: Run) => string

/**
 * The marked difference of two texts, block by block in the order of the second; what was taken out stands behind what stood before it.
 * Blocks are the same by their id. A number that moved without its words being touched is a change too, since it prints otherwise.
 */
export const compareBlocks = (was: readonly Block[], now: readonly Block[], printWas: Printing, printNow: Printing): readonly BlockChange[] => {
  const before = new Map(was.map((block, at) => [idOf(block, at), block]))
  const after = new Map(now.map((block, at) => [idOf(block, at), block]))
  const kept = [...after.keys()].filter((id) => before.has(id))
  const stands = longestRising(kept, [...before.keys()])
  const changes: BlockChange[] = [...after].map(([id, block]) => {
    const old = before.get(id)
    if (old === undefined) return { kind: 'added', id, moved: false, was: null, now: block, pieces: piecesOf('added', textOf(block, printNow)) }
    const [left, right] = [textOf(old, printWas), textOf(block, printNow)]
    const same = left === right && sameBlock(old, block)
    return { kind: same ? 'same' : 'changed', id, moved: !stands.has(id), was: old, now: block, pieces: left === right ? piecesOf('same', right) : diffText(left, right) }
  })
  let behind = -1
  for (const [id, block] of before) {
    const at = changes.findIndex((change) => change.id === id)
    if (at >= 0 && changes[at]?.moved === true) continue
    if (at < 0) changes.splice(behind + 1, 0, { kind: 'removed', id, moved: false, was: block, now: null, pieces: piecesOf('removed', textOf(block, printWas)) })
    behind = at < 0 ? behind + 1 : at
  }
  return changes
}

/** The words of a block as they print, marked against what it was; null where it is gone. */
export const markedAgainst = (was: Block | null, now: Block | null, print: Printing): readonly TextDifference[] | null =>
  now === null ? null : was === null ? piecesOf('added', textOf(now, print)) : diffText(textOf(was, print), textOf(now, print))

/** How many blocks were added, taken out, changed and moved. */
export const countChanges = (changes: readonly BlockChange[]): { readonly added: number; readonly removed: number; readonly changed: number; readonly moved: number } => {
  const of = (kind: BlockChange['kind']): number => changes.filter((change) => change.kind === kind).length
  return { added: of('added'), removed: of('removed'), changed: of('changed'), moved: changes.filter((change) => change.moved).length }
}

/** The words of a block as they print; the cells of a table one behind the other, its rows on lines. */
export const textOf = (block: Block, print: Printing): string => {
  const say = (runs: readonly Run[]): string => runs.map(print).join('')
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return `${block.lead === undefined ? '' : `${block.lead}。`}${say(block.runs)}`
    case 'item':
      return say(block.runs)
    case 'table':
      return block.rows.map((row) => row.map((cell) => say(cell.runs)).join(' ｜ ')).join('\n')
    default:
      return block satisfies never
  }
}

const idOf = (block: Block, at: number): string => block.id ?? `at-${at}`
const piecesOf = (kind: TextDifference['kind'], text: string): readonly TextDifference[] => (text === '' ? [] : [{ kind, text }])

/** The most names of `order` that stand in the same order in `first`: what is left out of it has moved. */
const longestRising = (order: readonly string[], first: readonly string[]): ReadonlySet<string> => {
  const place = new Map(first.map((id, at) => [id, at]))
  const at = order.map((id) => place.get(id) ?? 0)
  const tails: number[] = []
  const before: number[] = []
  at.forEach((value, here) => {
    let slot = tails.findIndex((tail) => (at[tail] ?? 0) > value)
    if (slot < 0) slot = tails.length
    before[here] = slot === 0 ? -1 : (tails[slot - 1] ?? -1)
    tails[slot] = here
  })
  const kept = new Set<string>()
  for (let here = tails.at(-1) ?? -1; here >= 0; here = before[here] ?? -1) kept.add(order[here] ?? '')
  return kept
}
