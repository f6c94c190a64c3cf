import type { z } from 'zod'
import type { ProposalOut } from '../../api/proposal.ts'
import { acceptProposal, createProposal, declineProposal, listProposals } from '../../api/proposal.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { acceptProposal as accept, movedUnder } from '../../core/report/accept-proposal.ts'
import { compareBlocks } from '../../core/report/compare-blocks.ts'
import type { Block } from '../../core/report/document.ts'
import { sameBlock } from '../../core/report/merge-blocks.ts'
import type { Section } from '../../core/report/section.ts'
import { sectionTitle, withIds } from '../../core/report/section.ts'
import { isWriting } from '../../core/report/state.ts'
import { period } from '../../core/time/period.ts'
import { namesOf } from '../../store/people.ts'
import type { Proposal } from '../../store/proposals.ts'
import { findProposal, listProposals as findProposals } from '../../store/proposals.ts'
import type { ReportEntry } from '../../store/reports.ts'
import { findReportById } from '../../store/reports.ts'
import { findSection, findSectionVersion } from '../../store/sections.ts'
import { tellReport } from '../../store/tell-report.ts'
import { newBlockId } from '../block-id.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { actorOf } from '../posts.ts'
import { presentChange, presentConflict, printing } from '../present-change.ts'

export const listProposalsEndpoint = endpoint({
  route: listProposals,
  load: async ({ input, town, book }, reader) => {
    const report = await findReportById(reader, town.schema, book, input.report)
    if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
    const { total, proposals } = await findProposals(reader, town.schema, report.id, input.state ?? 'proposed', input)
    const read = []
    for (const proposal of proposals) {
      const base = await findSectionVersion(reader, town.schema, proposal.section, proposal.saw)
      const section = report.sections.find((each) => each.id === proposal.section)
      if (base !== undefined) read.push({ proposal, base, section })
    }
    const span = period(report.period)
    const blocks = read.flatMap(({ proposal, base, section }) => [...proposal.blocks, ...base.blocks, ...(section?.blocks ?? [])])
    const { told } = await tellReport(reader, town.schema, book, { blocks }, { period: span, org: report.org, cutoff: span.to, asOf: book.head })
    return { report, total, read, told, nameOf: await namesOf(reader, town.schema, proposals.flatMap((each) => [each.person, each.decider])) }
  },
  present: ({ report, total, read, told, nameOf }, { caller }) => {
    const decides = isWriting(report.state) && mayUse(caller.posts, acceptProposal.verb)
    const print = printing(told)
    return {
      title: report.title,
      period: report.period,
      total,
      proposals: read.map(({ proposal, base, section }): z.input<typeof ProposalOut> => {
        const waits = proposal.state === 'proposed' && section !== undefined
        const { blocks, open } = waits ? accept(base.blocks, proposal.blocks, section.blocks, {}) : { blocks: proposal.blocks, open: [] }
        return {
          entry: proposal.id,
          section: proposal.section,
          sectionTitle: sectionTitle((section ?? base).blocks),
          version: section?.version ?? base.version,
          saw: proposal.saw,
          by: nameOf(proposal.person),
          day: proposal.day,
          recordedAt: proposal.recordedAt,
          note: proposal.note,
          origin: proposal.origin,
          state: proposal.state,
          decider: proposal.decider === null ? null : nameOf(proposal.decider),
          changes: compareBlocks(waits ? section.blocks : base.blocks, blocks, print, print).map(presentChange),
          conflicts: open.map((conflict) => presentConflict(conflict, print)),
          can: { [acceptProposal.verb]: decides && waits, [declineProposal.verb]: decides && proposal.state === 'proposed' },
        }
      }),
      can: { [createProposal.verb]: isWriting(report.state) && report.sections.length > 0 && mayUse(caller.posts, createProposal.verb) },
    }
  },
})

export const createProposalEndpoint = endpoint({
  route: createProposal,
  load: async ({ input, town, book }, reader) => {
    const section = await findSection(reader, town.schema, book, input.section)
    const report = section === undefined ? undefined : await findReportById(reader, town.schema, book, section.report)
    if (section === undefined || report === undefined) return refuse('not-found', { what: `#${input.section}` })
    if (!isWriting(report.state)) return refuse('report-frozen')
    const base = await findSectionVersion(reader, town.schema, section.id, input.saw)
    if (base === undefined) return refuse('stale-version', { entry: section.id, version: section.version, saw: input.saw })
    const elsewhere = new Set(report.sections.flatMap((each) => (each.id === section.id ? [] : each.blocks.flatMap((block) => block.id ?? []))))
    const blocks = withIds(input.blocks, newBlockId, elsewhere)
    return sameBlocks(blocks, base.blocks) ? refuse('nothing-changed') : { section, blocks }
  },
  decide: ({ section, blocks }, { input, caller, book, today }) => {
    const by = actorOf(caller, createProposal.verb)
    const fields = { report: String(section.report), section: String(section.id), org: caller.posts[0]?.org ?? book.treeAt(today).root, day: today, saw: String(input.saw), document: JSON.stringify({ blocks }), person: String(by.actingFor ?? by.person), ...(input.note === undefined ? {} : { note: input.note }), origin: 'desk', state: 'proposed' }
    return { changes: [{ act: 'create', verb: createProposal.verb, ledger: 'proposal', spans: [{ from: null, to: null, fields }] }] }
  },
  present: (_, __, { id, journal }) => ({ proposal: id, journal }),
})

/** What is wanted of a proposal becomes part of the text; what both changed, and what of it moved since the decider looked, is asked back with both texts. */
export const acceptProposalEndpoint = endpoint({
  route: acceptProposal,
  load: async (ask, reader) => {
    const seen = await loadProposed(ask, reader)
    if (isRefusal(seen)) return seen
    const { proposal, section } = seen
    if (section === undefined) return refuse('not-found', { what: `#${proposal.section}` })
    const base = await findSectionVersion(reader, ask.town.schema, section.id, proposal.saw)
    if (base === undefined) return refuse('stale-version', { entry: section.id, version: section.version, saw: proposal.saw })
    const { saw, choices } = ask.input
    const wanted = ask.input.blocks === undefined ? undefined : new Set(ask.input.blocks)
    const seenThen = saw === section.version ? section : await findSectionVersion(reader, ask.town.schema, section.id, saw)
    if (seenThen === undefined) return refuse('stale-version', { entry: section.id, version: section.version, saw })
    const moved = movedUnder(base.blocks, proposal.blocks, seenThen.blocks, section.blocks, wanted)
    if (moved.length > 0) return refuse('proposal-moved', { version: section.version, saw, conflicts: moved })
    const { blocks, open, left } = accept(base.blocks, proposal.blocks, section.blocks, { blocks: wanted, choices })
    if (open.length > 0) return refuse('proposal-conflict', { version: section.version, conflicts: open })
    return left && sameBlocks(blocks, section.blocks) ? refuse('nothing-changed') : { proposal, section, blocks, left }
  },
  decide: ({ proposal, section, blocks, left }, { caller }) => ({
    changes: [
      ...(sameBlocks(blocks, section.blocks) ? [] : [{ act: 'correct', verb: acceptProposal.verb, ledger: 'section', entry: section.id, saw: section.version, set: { document: JSON.stringify({ blocks }) } } satisfies Change]),
      ...(left ? [] : [decided(proposal, acceptProposal.verb, 'accepted', caller.person)]),
    ],
  }),
  explain: async (refusal, { section }, { input }) => (refusal.code === 'stale-version' && refusal.details['entry'] === section.id ? refuse('proposal-moved', { version: refusal.details['version'], saw: input.saw }) : refusal),
  present: ({ proposal, section, blocks, left }, _, { journal }) => ({ proposal: proposal.id, journal, section: section.id, version: sameBlocks(blocks, section.blocks) ? section.version : journal, left }),
})

export const declineProposalEndpoint = endpoint({
  route: declineProposal,
  load: (ask, reader) => loadProposed(ask, reader),
  decide: ({ proposal }, { input, caller }) => ({ reason: input.reason, changes: [decided(proposal, declineProposal.verb, 'declined', caller.person)] }),
  present: ({ proposal }, _, { journal }) => ({ proposal: proposal.id, journal }),
})

/** A proposal that waits, in a report that is written, with its section where that still stands. */
const loadProposed = async ({ input, town, book }: Ask<{ readonly proposal: number }>, reader: Reader): Promise<{ readonly proposal: Proposal; readonly report: ReportEntry; readonly section: Section | undefined } | Refusal> => {
  const proposal = await findProposal(reader, town.schema, input.proposal)
  const report = proposal === undefined ? undefined : await findReportById(reader, town.schema, book, proposal.report)
  if (proposal === undefined || report === undefined) return refuse('not-found', { what: `#${input.proposal}` })
  if (proposal.state !== 'proposed') return refuse('proposal-decided')
  return isWriting(report.state) ? { proposal, report, section: report.sections.find((each) => each.id === proposal.section) } : refuse('report-frozen')
}

const decided = (proposal: Proposal, verb: string, state: string, decider: number): Change => ({ act: 'correct', verb, ledger: 'proposal', entry: proposal.id, saw: proposal.version, set: { state, decider: String(decider) } })

const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean => a.length === b.length && a.every((block, at) => sameBlock(block, b[at]))
