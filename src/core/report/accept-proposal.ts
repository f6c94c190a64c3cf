import type { Block } from './document.ts'
import type { BlockConflict } from './merge-blocks.ts'
import { mergeBlocks } from './merge-blocks.ts'

/** Which text stands where a proposal and the section disagree: the proposal's (`mine`) or the section's (`theirs`). */
export type Choice = 'mine' | 'theirs'

/** What a section becomes when a proposal is accepted, and the blocks the decider has not yet chosen between. */
export type AcceptedProposal = { readonly blocks: readonly Block[]; readonly open: readonly BlockConflict[] }

/**
 * Brings a proposal into its section as it stands now. What the section gained since the proposal was made stays; where both changed
 * one block, `choices` decides by block id, and what is not decided is told.
 */
export const acceptProposal = (base: readonly Block[], proposed: readonly Block[], now: readonly Block[], choices: Readonly<Record<string, Choice>>): AcceptedProposal => {
  const { blocks, conflicts } = mergeBlocks(base, proposed, now)
  const chosen = new Map(conflicts.flatMap((conflict) => {
    const choice = choices[conflict.id]
    return choice === undefined ? [] : [[conflict.id, choice === 'mine' ? conflict.mine : conflict.theirs] as const]
  }))
  return {
    blocks: blocks.flatMap((block) => {
      const choice = chosen.get(block.id ?? '')
      return choice === undefined ? [block] : choice === null ? [] : [choice]
    }),
    open: conflicts.filter((conflict) => !chosen.has(conflict.id)),
  }
}
