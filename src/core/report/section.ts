import { z } from 'zod'
import type { Decimal } from '../quantity/decimal.ts'
import { compare, decimal, divide, plus } from '../quantity/decimal.ts'
import type { ReportDocument } from './document.ts'
import { Block } from './document.ts'

/** What a section holds: its heading, if it has one, and what stands below. */
export const SectionDocument = z.object({ blocks: z.array(Block).max(2000).readonly() }).readonly()
export type SectionDocument = z.infer<typeof SectionDocument>

/** A section of a report: a part one office writes. Sections stand in the order of their positions. */
export type Section = {
  readonly id: number
  readonly version: number
  readonly report: number
  readonly position: Decimal
  /** Code of the office that writes it; the town itself where nobody is named. */
  readonly org: string
  readonly budget: number | null
  readonly blocks: readonly Block[]
}

/** A position between two others; after the last where there is no second. */
export const positionBetween = (before: Decimal | undefined, after: Decimal | undefined): Decimal => {
  if (after === undefined) return before === undefined ? decimal('1') : plus(before, decimal('1'))
  return divide(plus(before ?? decimal('0'), after), decimal('2'), 12)
}

export const byPosition = (a: Pick<Section, 'position' | 'id'>, b: Pick<Section, 'position' | 'id'>): number => compare(a.position, b.position) || a.id - b.id

/** Where a section stands among the blocks of the whole: from its first block to behind its last. */
export type SectionPlace = { readonly section: number; readonly from: number; readonly to: number }

/** The whole text of a report and where each section stands in it; a report that has no sections is its own document. */
export const composed = (document: ReportDocument, sections: readonly Section[]): { readonly document: ReportDocument; readonly places: readonly SectionPlace[] } => {
  if (sections.length === 0) return { document, places: [] }
  const places: SectionPlace[] = []
  let from = 0
  for (const section of sections) {
    places.push({ section: section.id, from, to: from + section.blocks.length })
    from += section.blocks.length
  }
  return { document: { ...document, blocks: sections.flatMap((section) => section.blocks) }, places }
}

/** Cuts a document into sections: each level-1 or level-2 heading begins one. */
export const cutSections = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const cut: Block[][] = []
  for (const block of blocks) {
    const last = cut.at(-1)
    if (last === undefined || (block.kind === 'heading' && block.level <= 2)) cut.push([block])
    else last.push(block)
  }
  return cut
}

/** What a section is called in a list: its heading, or its first words. */
export const sectionTitle = (blocks: readonly Block[]): string => {
  const [first] = blocks
  if (first === undefined) return ''
  if (first.kind === 'heading') return first.text
  const words = first.kind === 'table' ? [] : first.runs.flatMap((run) => (run.kind === 'text' ? [run.text] : []))
  return [...words.join('')].slice(0, 16).join('')
}

/** Blocks with an id each: those that have none, or one that stands already, are given a new one. */
export const withIds = (blocks: readonly Block[], newId: () => string, taken: ReadonlySet<string> = new Set()): readonly Block[] => {
  const seen = new Set(taken)
  return blocks.map((block) => {
    const kept = block.id !== undefined && !seen.has(block.id) ? block.id : newId()
    seen.add(kept)
    return block.id === kept ? block : { ...block, id: kept }
  })
}
