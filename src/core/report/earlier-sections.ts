import { sameBlock } from './merge-blocks.ts'
import type { Section } from './section.ts'

/** A section as an earlier text had it, which the later one has otherwise or no more; `after` is the nearest section before it then that stands in the later text. */
export type EarlierSection = { readonly section: Section; readonly stands: boolean; readonly after: number | null }

/** What can be put back whole: the sections of an earlier text whose words the later one changed or took out, in their order then. */
export const earlierSections = (was: readonly Section[], now: readonly Section[]): readonly EarlierSection[] => {
  const later = new Map(now.map((section) => [section.id, section]))
  const earlier: EarlierSection[] = []
  let after: number | null = null
  for (const section of was) {
    const stands = later.get(section.id)
    if (stands === undefined || !saysTheSame(section, stands)) earlier.push({ section, stands: stands !== undefined, after })
    if (stands !== undefined) after = section.id
  }
  return earlier
}

const saysTheSame = (a: Section, b: Section): boolean => a.blocks.length === b.blocks.length && a.blocks.every((block, at) => sameBlock(block, b.blocks[at]))
