import type { Block } from '../report/document.ts'
import { withIds } from '../report/section.ts'

/** How an accepted answer enters its section: in the place of what stands below the heading, or after it. */
export const putModes = ['replace', 'append'] as const
export type PutMode = (typeof putModes)[number]

/** A section with an office's blocks in it. Its heading stays, figures and stated runs come as they were written, and no block takes an id of the report's. */
export const putInSection = (section: readonly Block[], answer: readonly Block[], mode: PutMode, newId: () => string, taken: ReadonlySet<string> = new Set()): readonly Block[] => {
  const kept = mode === 'append' ? section : section[0]?.kind === 'heading' ? section.slice(0, 1) : []
  const standing = new Set([...taken, ...section.flatMap((block) => block.id ?? [])])
  return [...kept, ...withIds(answer.map(written), newId, standing)]
}

/** How an answer is put unless said otherwise: in the place of what was only carried over from last time, after whatever someone wrote. */
export const modeFor = (section: readonly Block[]): PutMode => (section.every((block) => block.kind === 'heading' || block.carried === true) ? 'replace' : 'append')

/** What an office hands in is its own text of this period, whatever it started from. */
const written = (block: Block): Block => {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return block
  const { carried: _, ...rest } = block
  return rest
}
