import type { z } from 'zod'
import type { FreezeRef, SectionRef, ToldOut } from '../api/report.ts'
import { approveThaw, askThaw, refuseThaw } from '../api/freeze.ts'
import { assignSection, moveSection, removeSection, splitSection, writeSection } from '../api/section.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import { mayUse } from '../core/access/policy.ts'
import type { Measure } from '../core/measure/measure.ts'
import type { Told } from '../core/report/print.ts'
import type { Pins } from '../core/report/edition.ts'
import { toldByPin } from '../core/report/edition.ts'
import { sectionTitle } from '../core/report/section.ts'
import { sectionProblem, thawProblem } from '../core/report/state.ts'
import { words } from '../core/words.ts'
import type { Freeze } from '../store/freezes.ts'
import type { MovedPin } from '../store/moved-pins.ts'
import type { ReportEntry } from '../store/reports.ts'
import { orgName } from './org-ref.ts'
import type { Caller } from './posts.ts'
import { toldText } from './told-text.ts'

/** What figures tell, as the wire tells it. */
export const presentTold = (told: ReadonlyMap<string, Told>): z.input<typeof ToldOut>[] =>
  [...told].map(([measure, { text, status, change, about, completion, share }]) => ({ measure, text, status, change, about: about ?? null, completion: completion ?? null, share: share ?? null }))

/** The sections of a report with what the caller may do with each. */
export const presentSections = (report: ReportEntry, tree: OrgTree, caller: Caller): z.input<typeof SectionRef>[] =>
  report.sections.map((section, at) => {
    const place = report.places[at]
    const may = (verb: string): boolean => sectionProblem(caller.posts, report.state, section.org, verb) === undefined
    return {
      entry: section.id,
      version: section.version,
      title: sectionTitle(section.blocks),
      from: place?.from ?? 0,
      to: place?.to ?? 0,
      org: section.org,
      orgName: orgName(tree, section.org),
      budget: section.budget,
      can: Object.fromEntries([writeSection, assignSection, moveSection, splitSection, removeSection].map(({ verb }) => [verb, may(verb)])),
    }
  })

/** What holds a report, and the figures that are no longer as they were frozen. */
export const presentFreeze = (freeze: Freeze | undefined, moved: readonly MovedPin[], measures: ReadonlyMap<string, Measure>, caller: Caller, nameOf: (person: number) => string): z.input<typeof FreezeRef> | null => {
  if (freeze === undefined || freeze.state === 'thawed') return null
  const decides = (verb: string): boolean => mayUse(caller.posts, verb) && thawProblem(freeze.state, freeze.asker, caller.person) === undefined
  return {
    entry: freeze.id,
    version: freeze.version,
    number: freeze.pins.asOf,
    state: freeze.state,
    by: nameOf(freeze.person),
    recordedAt: freeze.recordedAt,
    asker: freeze.asker === null ? null : nameOf(freeze.asker),
    reason: freeze.reason,
    moved: presentMovedPins(freeze.pins, moved, measures),
    can: { [askThaw.verb]: freeze.state === 'standing' && mayUse(caller.posts, askThaw.verb), [approveThaw.verb]: decides(approveThaw.verb), [refuseThaw.verb]: decides(refuseThaw.verb) },
  }
}

/** Figures that are no longer as they were pinned, both values as told. */
export const presentMovedPins = (pins: Pins, moved: readonly MovedPin[], measures: ReadonlyMap<string, Measure>): z.input<typeof FreezeRef>['moved'] => {
  const pinned = new Map(pins.figures.map((pin) => [pin.measure, pin]))
  return moved.flatMap(({ measure, told }) => {
    const pin = pinned.get(measure)
    return pin === undefined ? [] : [{ measure, title: measures.get(measure)?.title ?? words(measure, measure), then: toldText(toldByPin(pin)), now: told === undefined ? '—' : toldText(told) }]
  })
}
