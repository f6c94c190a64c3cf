import type { Block } from './document.ts'
import { figureRuns } from './runs.ts'
import { cutSections, withIds } from './section.ts'

/** A section as it is begun. */
export type BegunSection = { readonly position: string; readonly org: string; readonly blocks: readonly Block[] }

/**
 * Divides a document into sections, each for the office that answers for most of its numbers; one without numbers is the town office's.
 * Blocks without an id are given one of this document.
 */
export const openSections = (blocks: readonly Block[], ownerOf: (measure: string) => string | undefined, townOffice: string): readonly BegunSection[] => {
  let next = 0
  return cutSections(withIds(blocks, () => `b${(next += 1)}`)).map((section, at) => ({ position: String(at + 1), org: writerOf(section, ownerOf) ?? townOffice, blocks: section }))
}

const writerOf = (blocks: readonly Block[], ownerOf: (measure: string) => string | undefined): string | undefined => {
  const counts = new Map<string, number>()
  for (const run of figureRuns(blocks)) {
    const owner = ownerOf(run.measure)
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  return [...counts].reduce<readonly [string, number] | undefined>((most, each) => (most === undefined || each[1] > most[1] ? each : most), undefined)?.[0]
}

/** The outline of a report for which there is none before: what was done, and what will be. */
export const plainOutline = (periodTitle: string): readonly Block[] => [
  { kind: 'heading', level: 1, text: `一、${periodTitle}工作情况` },
  { kind: 'heading', level: 1, text: '二、存在的问题' },
  { kind: 'heading', level: 1, text: '三、下一步工作安排' },
]
