import type { Block } from '../../../core/report/document.ts'

/** A section with one block written anew: the first new block keeps its name, more of them stand behind it, none takes it out. */
export const proposedBlocks = (section: readonly Block[], block: string, written: readonly Block[]): readonly Block[] =>
  section.flatMap((each) => (each.id !== block ? [each] : written.map((one, at) => (at === 0 ? { ...one, id: block } : one))))
