import type { Block, FigureRun } from '../document.ts'
import { looseNumbers } from '../loose-numbers.ts'
import type { BlockConflict } from '../merge-blocks.ts'
import { mergeBlocks, sameBlock } from '../merge-blocks.ts'
import { figureRuns } from '../runs.ts'
import type { Section } from '../section.ts'
import { align, inOrder } from './align.ts'
import type { Printed } from './plain.ts'
import { canonical, plainBlock, plainPieces } from './plain.ts'
import { rebuilt } from './rebuilt.ts'
import type { WordDocument, WordRemark } from './word-document.ts'

/** What a writer must look at before a returned file becomes proposed wording; `block` is where it stands. */
export type WordFinding =
  /** Another number was typed over a figure; `key` names it for a choice. */
  | { readonly kind: 'overtyped'; readonly block: string; readonly key: string; readonly measure: string; readonly typed: string; readonly printed: string }
  /** A number lost its tag; `standing` says whether it still stands there as typed words. */
  | { readonly kind: 'lost'; readonly block: string; readonly measure: string; readonly printed: string; readonly standing: boolean }
  /** A tag of no figure this report had: another town, period or measure. Its number became words. */
  | { readonly kind: 'foreign'; readonly block: string; readonly measure: string; readonly period: string; readonly typed: string }
  /** A bound number stands more often than it did; each is the same figure. */
  | { readonly kind: 'copied'; readonly block: string; readonly measure: string; readonly printed: string }
  /** A number that was not there, bound to nothing. */
  | { readonly kind: 'loose'; readonly block: string; readonly quote: string }

/** What is made of a number typed over a figure: nothing, or words with their source. */
export type WordChoice = { readonly key: string; readonly take: 'figure' | 'stated'; readonly source?: string | undefined }

export type PlacedRemark = Omit<WordRemark, 'block'> & { readonly section: number; readonly block: string }

/** One section as the file would have it. */
export type ReturnedSection = {
  readonly section: number
  /** The version the proposal is made from: the section as it stands now. */
  readonly saw: number
  readonly before: readonly Block[]
  readonly blocks: readonly Block[]
  readonly changed: boolean
  /** Blocks both the file and somebody here changed since it was written; the file's words stand in `blocks`. */
  readonly conflicts: readonly BlockConflict[]
}

export type WordBack = { readonly sections: readonly ReturnedSection[]; readonly findings: readonly WordFinding[]; readonly remarks: readonly PlacedRemark[]; readonly title: string | undefined }

export type WordBackInput = {
  readonly returned: WordDocument
  readonly title: string
  /** Key of the report's period. */
  readonly period: string
  /** The sections as they were when the file was written, and as they are now. */
  readonly base: readonly Section[]
  readonly now: readonly Section[]
  /** What each figure printed when the file was written. */
  readonly printed: Printed
  readonly choices?: readonly WordChoice[]
  readonly newId: () => string
}

/**
 * Compares a returned file with the report it was written from. Words, paragraphs, lists and tables are the file's; a number stays bound
 * where its tag says so and the report had that binding when the file was written, and nowhere else.
 */
export const wordBack = ({ returned, title, period, base, now, printed, choices = [], newId }: WordBackInput): WordBack => {
  const earlier = base.flatMap((section) => section.blocks.map((block) => ({ section: section.id, block, head: section.blocks[0] === block, text: plainBlock(block, printed) })))
  const places = align(
    returned.blocks.map((block) => ({ id: block.id, text: plainPieces(block) })),
    earlier.map(({ block, text }) => ({ id: block.id, text })),
  )
  const anchors = inOrder(places)
  const known = new Set(base.flatMap((section) => figureRuns(section.blocks).map(bindingKey)))
  const chosen = new Map(choices.map((choice) => [choice.key, choice]))
  const taken = new Set([...base, ...now].flatMap((section) => section.blocks.flatMap((block) => block.id ?? [])))
  const freshId = (): string => {
    let id = newId()
    while (taken.has(id)) id = newId()
    taken.add(id)
    return id
  }
  const findings: WordFinding[] = []
  const bySection = new Map<number, Block[]>(base.map((section) => [section.id, []]))
  const homes: { readonly section: number; readonly block: string }[] = []
  let current = base[0]?.id
  let last = ''
  returned.blocks.forEach((word, at) => {
    const was = earlier[places[at] ?? -1]
    if (was !== undefined && (was.head || anchors.has(at) || was.section === current)) current = was.section
    if (current === undefined) return
    const id = was?.block.id ?? freshId()
    const block = rebuilt(word, { id, was: was?.block, period, known, printed, chosen, find: (finding) => void findings.push(finding) })
    if (block !== undefined) {
      bySection.get(current)?.push(was !== undefined && sameBlock(canonical(block), canonical(was.block)) ? was.block : block)
      last = id
    }
    homes[at] = { section: current, block: block === undefined ? last : id }
  })
  findings.push(...bindingsMoved(earlier.map(({ block }) => block), [...bySection.values()].flat(), printed), ...newNumbers(earlier.map(({ block }) => block), [...bySection.values()].flat()))
  const sections = now.flatMap((section): readonly ReturnedSection[] => {
    const from = base.find((each) => each.id === section.id)
    if (from === undefined) return []
    const { blocks, conflicts } = mergeBlocks(from.blocks, bySection.get(section.id) ?? [], section.blocks)
    return [{ section: section.id, saw: section.version, before: section.blocks, blocks, conflicts, changed: blocks.length !== section.blocks.length || blocks.some((block, place) => !sameBlock(block, section.blocks[place])) }]
  })
  const standing = new Set(sections.map(({ section }) => section))
  return {
    sections,
    findings,
    remarks: returned.remarks.flatMap(({ block, ...remark }) => {
      const home = homes[block]
      return home === undefined || !standing.has(home.section) ? [] : [{ ...remark, ...home }]
    }),
    title: returned.title !== undefined && bare(returned.title) !== bare(title) ? returned.title : undefined,
  }
}

/** What makes two bindings the same one. */
export const bindingKey = ({ measure, show }: Pick<FigureRun, 'measure' | 'show'>): string => `${measure}:${show}`

const bare = (text: string): string => text.replace(/\s/g, '')

/** Bindings that went and bindings that came, a number cut here and pasted there being neither. */
const bindingsMoved = (before: readonly Block[], after: readonly Block[], printed: Printed): readonly WordFinding[] => {
  const came = new Map<string, { readonly run: FigureRun; readonly block: string }[]>()
  const went: { readonly run: FigureRun; readonly block: string }[] = []
  const later = new Map(after.map((block) => [block.id ?? '', block]))
  const earlier = new Map(before.map((block) => [block.id ?? '', block]))
  const surplus = (of: Block, over: Block | undefined): readonly FigureRun[] => {
    const counts = new Map<string, number>()
    for (const run of over === undefined ? [] : figureRuns([over])) counts.set(bindingKey(run), (counts.get(bindingKey(run)) ?? 0) + 1)
    return figureRuns([of]).filter((run) => {
      const left = counts.get(bindingKey(run)) ?? 0
      counts.set(bindingKey(run), left - 1)
      return left <= 0
    })
  }
  for (const block of after) for (const run of surplus(block, earlier.get(block.id ?? ''))) came.set(bindingKey(run), [...(came.get(bindingKey(run)) ?? []), { run, block: block.id ?? '' }])
  for (const block of before) for (const run of surplus(block, later.get(block.id ?? ''))) if (came.get(bindingKey(run))?.shift() === undefined) went.push({ run, block: block.id ?? '' })
  return [
    ...went.flatMap(({ run, block }): readonly WordFinding[] => {
      const stands = later.get(block)
      const text = printed(run).text
      return stands === undefined ? [] : [{ kind: 'lost', block, measure: run.measure, printed: text, standing: plainBlock(stands, () => ({ text: '', estimate: false })).includes(text) }]
    }),
    ...[...came.values()].flat().map(({ run, block }): WordFinding => ({ kind: 'copied', block, measure: run.measure, printed: printed(run).text })),
  ]
}

const newNumbers = (before: readonly Block[], after: readonly Block[]): readonly WordFinding[] => {
  const earlier = new Map(before.map((block) => [block.id ?? '', block]))
  return after.flatMap((block) => {
    const was = earlier.get(block.id ?? '')
    if (was === block) return []
    const old = was === undefined ? [] : [...looseIn(was)]
    return looseIn(block).flatMap((quote): readonly WordFinding[] => {
      const at = old.indexOf(quote)
      if (at >= 0) old.splice(at, 1)
      return at >= 0 ? [] : [{ kind: 'loose', block: block.id ?? '', quote }]
    })
  })
}

const looseIn = (block: Block): readonly string[] => {
  const texts = block.kind === 'heading' ? [block.text] : (block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.runs) : block.runs).flatMap((run) => (run.kind === 'text' && run.source === undefined ? [run.text] : []))
  return texts.flatMap(looseNumbers)
}
