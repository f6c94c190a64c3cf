import { createReply, listReplies, voidReply } from '../../api/reply.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { plainBlock } from '../../core/report/plain-text.ts'
import type { PlanPromise } from '../../core/report/promises.ts'
import { promisesFor } from '../../core/report/promises.ts'
import { sectionProblem } from '../../core/report/state.ts'
import { period, previous } from '../../core/time/period.ts'
import { findCommitments, findReplies } from '../../store/replies.ts'
import type { ReportEntry } from '../../store/reports.ts'
import { findReport, findReportById } from '../../store/reports.ts'
import { tellReport } from '../../store/tell-report.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import { fieldProblem } from '../read-scope.ts'

type Promised = { readonly report: ReportEntry; readonly before: ReportEntry | undefined; readonly promises: readonly PlanPromise[] }

/** A report, the one before it, and what that one and the town's commitments promise for its period. */
const loadPromises = async ({ input, town, book }: Ask<{ readonly report: number }>, reader: Reader): Promise<Promised | Refusal> => {
  const report = await findReportById(reader, town.schema, book, input.report)
  if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
  const span = period(report.period)
  const before = report.previous === null ? await findReport(reader, town.schema, book, previous(span).key) : await findReportById(reader, town.schema, book, report.previous)
  return { report, before, promises: promisesFor(span, await findCommitments(reader, town.schema), before === undefined ? '' : await textOf(before, { town, book }, reader)) }
}

/** The text of a report line by line, its figures as they stand. */
const textOf = async ({ document, org, period: key, title }: ReportEntry, { town, book }: Pick<Ask<unknown>, 'town' | 'book'>, reader: Reader): Promise<string> => {
  const span = period(key)
  const { told } = await tellReport(reader, town.schema, book, document, { period: span, org, cutoff: span.to, asOf: book.head })
  return [title, ...document.blocks.map((block) => plainBlock(block, told))].join('\n')
}

export const listRepliesEndpoint = endpoint({
  route: listReplies,
  load: async (ask, reader) => {
    const seen = await loadPromises(ask, reader)
    return isRefusal(seen) ? seen : { ...seen, replies: new Map((await findReplies(reader, ask.town.schema, { report: seen.report.id })).map((reply) => [reply.promise, reply])) }
  },
  present: ({ report, before, promises, replies }, { book, caller, today }) => {
    const places = new Map(report.document.blocks.map((block, at) => [block.id, at]))
    return {
      previous: before === undefined ? null : { title: before.title, period: before.period },
      promises: promises.map(({ key, quote, deadline, org, entry }) => {
        const reply = replies.get(key)
        return { key, quote, deadline, orgName: org === null ? null : orgName(book.treeAt(today), org), commitment: entry, reply: reply === undefined ? null : { entry: reply.id, version: reply.version, at: places.get(reply.block) ?? null } }
      }),
      can: Object.fromEntries([createReply, voidReply].map(({ verb }) => [verb, mayUse(caller.posts, verb) && report.sections.some((section) => sectionProblem(caller.posts, report.state, section.org, verb) === undefined)])),
    }
  },
})

/** Whoever writes a section says what it answers; a promise answered before is answered anew, at the block named last. */
export const createReplyEndpoint = endpoint({
  route: createReply,
  load: async (ask, reader) => {
    const { input, town, caller } = ask
    const seen = await loadPromises(ask, reader)
    if (isRefusal(seen)) return seen
    const promise = seen.promises.find((each) => each.key === input.promise)
    if (promise === undefined) return fieldProblem('promise', 'not-found', { what: input.promise })
    const section = seen.report.sections.find((each) => each.blocks.some((block) => block.id === input.block))
    if (section === undefined) return fieldProblem('block', 'not-found', { what: input.block })
    const problem = sectionProblem(caller.posts, seen.report.state, section.org, createReply.verb)
    if (problem !== undefined) return problem
    return { promise, section, standing: (await findReplies(reader, town.schema, { report: seen.report.id })).find((each) => each.promise === promise.key) }
  },
  decide: ({ promise, section, standing }, { input, today }) => {
    const { verb } = createReply
    const place = { section: String(section.id), block: input.block }
    if (standing !== undefined) return { changes: standing.block === input.block ? [] : [{ act: 'correct', verb, ledger: 'reply', entry: standing.id, saw: standing.version, set: place }] }
    return { changes: [{ act: 'create', verb, ledger: 'reply', spans: [{ from: null, to: null, fields: { report: String(input.report), ...place, promise: promise.key, quote: promise.quote, org: section.org, day: today } }] }] }
  },
  present: ({ standing }, _, { id, journal }) => ({ reply: standing?.id ?? id, journal }),
})

export const voidReplyEndpoint = endpoint({
  route: voidReply,
  load: async ({ input, town, book, caller }, reader) => {
    const [reply] = await findReplies(reader, town.schema, input)
    const report = reply === undefined ? undefined : await findReportById(reader, town.schema, book, reply.report)
    if (reply === undefined || report === undefined) return refuse('not-found', { what: `#${input.reply}` })
    const org = report.sections.find((section) => section.id === reply.section)?.org ?? report.org
    return sectionProblem(caller.posts, report.state, org, voidReply.verb) ?? reply
  },
  decide: (reply, { input }) => ({ changes: [{ act: 'void', verb: voidReply.verb, ledger: 'reply', entry: reply.id, saw: input.saw }] }),
  present: (reply, _, { journal }) => ({ reply: reply.id, journal }),
})
