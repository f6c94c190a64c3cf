import type { Block } from '../../../core/report/document.ts'
import type { BlockConflict } from '../../../core/report/merge-blocks.ts'
import { mergeBlocks, sameBlock } from '../../../core/report/merge-blocks.ts'

/** A section on the desk of its writer: the version she began from, its words then, and her words now. */
export type Desk = { readonly saw: number; readonly base: readonly Block[]; readonly mine: readonly Block[] }

/** The desk after someone else's version was taken in, and what could not be brought together. */
export type TakenIn = { readonly desk: Desk; readonly conflicts: readonly BlockConflict[] }

export const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean => a.length === b.length && a.every((block, at) => sameBlock(block, b[at]))

/** Whether there is anything to save. */
export const isDirty = (desk: Desk): boolean => !sameBlocks(desk.base, desk.mine)

/** Another version of the section stands: her words are brought together with it, on top of it from now on. */
export const takenIn = (desk: Desk, version: number, theirs: readonly Block[]): TakenIn => {
  const { blocks, conflicts } = mergeBlocks(desk.base, desk.mine, theirs)
  return { desk: { saw: version, base: theirs, mine: blocks }, conflicts }
}

/** What was sent stands under a new version; what she typed meanwhile is still hers. `stands` is what the server kept of it. */
export const saved = (desk: Desk, sent: readonly Block[], version: number, stands: readonly Block[]): TakenIn => takenIn({ ...desk, base: sent }, version, stands)

export type Side = 'mine' | 'theirs' | 'both'

/** Her words with each conflict decided; a block taken out by the chosen side goes. Both: theirs, and hers behind it under a new name. */
export const decided = (mine: readonly Block[], conflicts: readonly BlockConflict[], choice: (id: string) => Side, newId: () => string): readonly Block[] =>
  mine.flatMap((block): readonly Block[] => {
    const conflict = conflicts.find((each) => each.id === block.id)
    if (conflict === undefined) return [block]
    const theirs = conflict.theirs === null ? [] : [conflict.theirs]
    switch (choice(conflict.id)) {
      case 'mine':
        return conflict.mine === null ? [] : [conflict.mine]
      case 'theirs':
        return theirs
      case 'both':
        return [...theirs, ...(conflict.mine === null ? [] : [{ ...conflict.mine, id: theirs.length === 0 ? conflict.id : newId() }])]
    }
  })
