import type { Measure } from '../measure/measure.ts'
import type { Block } from '../report/document.ts'
import { boundMeasures } from '../report/runs.ts'

/** One part of a call: what an office is asked for one section. */
export type Part = { readonly section: number; readonly org: string; readonly budget?: number | undefined; readonly measures: readonly string[] }

/**
 * Whom a report itself suggests asking: for each section the offices that answer for the measures it binds, each for its own, and
 * the office that writes it. `answers` says which offices can be asked.
 */
export const proposedParts = (sections: readonly { readonly id: number; readonly org: string; readonly budget: number | null; readonly blocks: readonly Block[] }[], measures: ReadonlyMap<string, Measure>, answers: (org: string) => boolean): readonly Part[] =>
  sections.flatMap((section) => {
    const bound = boundMeasures({ blocks: section.blocks }).flatMap((key) => measures.get(key) ?? [])
    const orgs = [...new Set([section.org, ...bound.map((measure) => measure.owner)])].filter(answers)
    return orgs.map((org): Part => ({ section: section.id, org, ...(orgs.length === 1 && section.budget !== null ? { budget: section.budget } : {}), measures: bound.filter((measure) => measure.owner === org).map((measure) => measure.key) }))
  })
