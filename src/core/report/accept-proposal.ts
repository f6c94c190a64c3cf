import type { Block } from './document.ts'
import type { BlockConflict } from './merge-blocks.ts'
import { mergeBlocks, sameBlock } from './merge-blocks.ts'
import { proposedPart } from './proposed-part.ts'

/** Which text stands where a proposal and the section disagree: the proposal's (`mine`) or the section's (`theirs`). */
export type Choice = 'mine' | 'theirs'

/** What the decider wants of a proposal: the blocks by id, all of them where none are named, and which text stands where both changed one. */
export type Wanted = { readonly blocks?: ReadonlySet<string> | undefined; readonly choices?: Readonly<Record<string, Choice>> | undefined }

/** What a section becomes when a proposal is accepted, the blocks the decider has not yet chosen between, and whether something of the proposal is left waiting. */
export type AcceptedProposal = { readonly blocks: readonly Block[]; readonly open: readonly BlockConflict[]; readonly left: boolean }

/**
 * Brings a proposal, or the blocks wanted of it, into its section as it stands now. What the section gained since the proposal was made stays; where
 * both changed one block, the choices decide, and what is not decided is told. Blocks that were not wanted go on waiting; those that the section has
 * by now, however it came to them, do not.
 */
export const acceptProposal = (base: readonly Block[], proposed: readonly Block[], now: readonly Block[], { blocks: wanted, choices = {} }: Wanted): AcceptedProposal => {
  const { blocks, conflicts } = mergeBlocks(base, wanted === undefined ? proposed : proposedPart(base, proposed, wanted), now)
  const chosen = new Map(conflicts.flatMap((conflict) => {
    const choice = choices[conflict.id]
    return choice === undefined ? [] : [[conflict.id, choice === 'mine' ? conflict.mine : conflict.theirs] as const]
  }))
  const after = blocks.flatMap((block) => {
    const choice = chosen.get(block.id ?? '')
    return choice === undefined ? [block] : choice === null ? [] : [choice]
  })
  return { blocks: after, open: conflicts.filter((conflict) => !chosen.has(conflict.id)), left: wanted !== undefined && waits(base, proposed, after) }
}

/**
 * Blocks a proposal changes that stand otherwise in its section than when the decider looked: `base` is what she saw, `mine` the proposal's text, `theirs` what
 * stands now. Where there are none, accepting does what she saw it would.
 */
export const movedUnder = (base: readonly Block[], proposed: readonly Block[], saw: readonly Block[], now: readonly Block[], wanted: ReadonlySet<string> | undefined): readonly BlockConflict[] => {
  const [was, mine, seen, theirs] = [byId(base), byId(proposed), byId(saw), byId(now)]
  return [...new Set([...seen.keys(), ...theirs.keys()])]
    .filter((id) => (wanted?.has(id) ?? true) && !sameBlock(seen.get(id), theirs.get(id)) && !sameBlock(was.get(id), mine.get(id)) && !sameBlock(mine.get(id), theirs.get(id)))
    .map((id) => ({ id, base: seen.get(id) ?? null, mine: mine.get(id) ?? null, theirs: theirs.get(id) ?? null }))
}

const byId = (blocks: readonly Block[]): ReadonlyMap<string, Block> => new Map(blocks.map((block) => [block.id ?? '', block]))

/** Whether accepting the whole would still change the section, or ask. */
const waits = (base: readonly Block[], proposed: readonly Block[], now: readonly Block[]): boolean => {
  const { blocks, conflicts } = mergeBlocks(base, proposed, now)
  return conflicts.length > 0 || blocks.length !== now.length || blocks.some((block, at) => !sameBlock(block, now[at]))
}
