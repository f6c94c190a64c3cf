import { assignSection, createSection, moveSection, removeSection, splitSection, writeSection } from '../../api/section.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Block } from '../../core/report/document.ts'
import { mergeBlocks, sameBlock } from '../../core/report/merge-blocks.ts'
import type { Section } from '../../core/report/section.ts'
import { positionBetween, withIds } from '../../core/report/section.ts'
import { sectionProblem } from '../../core/report/state.ts'
import { findRecorded } from '../../store/recorded.ts'
import { namesOf } from '../../store/people.ts'
import type { ReportEntry } from '../../store/reports.ts'
import { findReportById } from '../../store/reports.ts'
import { findSection, findSectionVersion } from '../../store/sections.ts'
import { newBlockId } from '../block-id.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'

/** A section about to be changed, with its report, by someone who may. */
const loadSection = async (ask: Ask<{ readonly section: number }>, reader: Reader, verb: string): Promise<{ readonly section: Section; readonly report: ReportEntry } | Refusal> => {
  const { input, town, book, caller } = ask
  const section = await findSection(reader, town.schema, book, input.section)
  const report = section === undefined ? undefined : await findReportById(reader, town.schema, book, section.report)
  if (section === undefined || report === undefined) return refuse('not-found', { what: `#${input.section}` })
  return sectionProblem(caller.posts, report.state, section.org, verb) ?? { section, report }
}

const correct = (section: Section, saw: number, verb: string, set: Readonly<Record<string, string | null>>): Change => ({ act: 'correct', verb, ledger: 'section', entry: section.id, saw, set })

/** Names of the blocks of the other sections. */
const namedElsewhere = (report: ReportEntry, section: number | undefined): ReadonlySet<string> => new Set(report.sections.flatMap((each) => (each.id === section ? [] : each.blocks.flatMap((block) => block.id ?? []))))

export const writeSectionEndpoint = endpoint({
  route: writeSection,
  load: async (ask, reader) => {
    const { input, town } = ask
    const seen = await loadSection(ask, reader, writeSection.verb)
    if (isRefusal(seen)) return seen
    const { section, report } = seen
    const mine = withIds(input.blocks, newBlockId, namedElsewhere(report, section.id))
    if (input.saw === section.version) return { section, blocks: mine, merged: false }
    const base = await findSectionVersion(reader, town.schema, section.id, input.saw)
    if (base === undefined) return refuse('stale-version', { entry: section.id, version: section.version, saw: input.saw })
    const { blocks, conflicts } = mergeBlocks(base.blocks, mine, section.blocks)
    if (conflicts.length > 0) return refuse('section-changed', { by: await lastWriter(ask, reader, section), version: section.version, theirs: section.blocks, conflicts })
    return { section, blocks, merged: true }
  },
  decide: ({ section, blocks }) => ({ changes: sameBlocks(blocks, section.blocks) ? [] : [correct(section, section.version, writeSection.verb, { document: JSON.stringify({ blocks }) })] }),
  present: ({ section, blocks, merged }, _, { id, journal }) => ({ section: section.id, version: id === 0 ? section.version : journal, blocks: [...blocks], merged }),
})

const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean => a.length === b.length && a.every((block, at) => sameBlock(block, b[at]))

const lastWriter = async ({ town }: Ask<unknown>, reader: Reader, section: Section): Promise<string> => {
  const person = (await findRecorded(reader, town.schema, [section.version])).get(section.version)?.person ?? 0
  return (await namesOf(reader, town.schema, [person]))(person)
}

/** A position behind a section of the report, or before all; undefined where there is no such section. */
const positionBehind = (report: ReportEntry, after: number | null, moving?: number): string | undefined => {
  const sections = report.sections.filter((section) => section.id !== moving)
  const at = after === null ? -1 : sections.findIndex((section) => section.id === after)
  if (after !== null && at < 0) return undefined
  return positionBetween(sections[at]?.position, sections[at + 1]?.position)
}

const orgProblem = ({ book, today }: Ask<unknown>, org: string): Refusal | undefined => (book.treeAt(today).orgs.has(org) ? undefined : fieldProblem('org', 'not-org', { value: org }))

export const createSectionEndpoint = endpoint({
  route: createSection,
  load: async (ask, reader) => {
    const { input, town, book, caller } = ask
    const report = await findReportById(reader, town.schema, book, input.report)
    if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
    if (report.sections.length === 0) return refuse('report-not-open')
    const problem = sectionProblem(caller.posts, report.state, input.org, createSection.verb) ?? orgProblem(ask, input.org)
    if (problem !== undefined) return problem
    const position = positionBehind(report, input.after)
    return position === undefined ? fieldProblem('after', 'not-found', { what: `#${input.after}` }) : { report, position, blocks: withIds(input.blocks, newBlockId, namedElsewhere(report, undefined)) }
  },
  decide: ({ report, position, blocks }, { input, today }) => ({
    changes: [{ act: 'create', verb: createSection.verb, ledger: 'section', spans: [{ from: null, to: null, fields: { report: String(report.id), position, org: input.org, day: today, document: JSON.stringify({ blocks }), ...(input.budget == null ? {} : { budget: String(input.budget) }) } }] }],
  }),
  present: (_, __, { id, journal }) => ({ section: id, version: journal }),
})

export const splitSectionEndpoint = endpoint({
  route: splitSection,
  load: async (ask, reader) => {
    const seen = await loadSection(ask, reader, splitSection.verb)
    if (isRefusal(seen)) return seen
    const at = seen.section.blocks.findIndex((block) => block.id === ask.input.block)
    return at <= 0 ? fieldProblem('block', 'not-found', { what: ask.input.block }) : { ...seen, at }
  },
  decide: ({ section, report, at }, { input, today }) => ({
    changes: [
      correct(section, input.saw, splitSection.verb, { document: JSON.stringify({ blocks: section.blocks.slice(0, at) }) }),
      {
        act: 'create', verb: splitSection.verb, ledger: 'section',
        spans: [{ from: null, to: null, fields: { report: String(report.id), position: positionBehind(report, section.id) ?? section.position, org: section.org, day: today, document: JSON.stringify({ blocks: section.blocks.slice(at) }) } }],
      },
    ],
  }),
  present: ({ section }, _, { journal }) => ({ section: section.id, version: journal }),
})

export const moveSectionEndpoint = endpoint({
  route: moveSection,
  load: async (ask, reader) => {
    const seen = await loadSection(ask, reader, moveSection.verb)
    if (isRefusal(seen)) return seen
    const position = ask.input.after === seen.section.id ? undefined : positionBehind(seen.report, ask.input.after, seen.section.id)
    return position === undefined ? fieldProblem('after', 'not-found', { what: `#${ask.input.after}` }) : { ...seen, position }
  },
  decide: ({ section, position }, { input }) => ({ changes: [correct(section, input.saw, moveSection.verb, { position })] }),
  present: ({ section }, _, { journal }) => ({ section: section.id, version: journal }),
})

export const assignSectionEndpoint = endpoint({
  route: assignSection,
  load: async (ask, reader) => {
    const seen = await loadSection(ask, reader, assignSection.verb)
    if (isRefusal(seen)) return seen
    return orgProblem(ask, ask.input.org) ?? seen
  },
  decide: ({ section }, { input }) => ({ changes: [correct(section, input.saw, assignSection.verb, { org: input.org, budget: input.budget === null ? null : String(input.budget) })] }),
  present: ({ section }, _, { journal }) => ({ section: section.id, version: journal }),
})

export const removeSectionEndpoint = endpoint({
  route: removeSection,
  load: (ask, reader) => loadSection(ask, reader, removeSection.verb),
  decide: ({ section }, { input }) => ({ changes: [{ act: 'void', verb: removeSection.verb, ledger: 'section', entry: section.id, saw: input.saw }] }),
  present: ({ section }, _, { journal }) => ({ section: section.id, version: journal }),
})
