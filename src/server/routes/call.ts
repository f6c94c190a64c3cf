import { closeCall, createCall, draftCall, listCalls, readCall } from '../../api/call.ts'
import type { CallListed } from '../../api/call.ts'
import { mayUse } from '../../core/access/policy.ts'
import { isLate, isOwed } from '../../core/collecting/answer-state.ts'
import { callProblems } from '../../core/collecting/call-problems.ts'
import { canAnswer } from '../../core/collecting/own-office.ts'
import { proposedParts } from '../../core/collecting/proposed-parts.ts'
import { stateOnCall, stateOnClose } from '../../core/collecting/report-while-asked.ts'
import { sendCall } from '../../core/collecting/send-call.ts'
import type { Change } from '../../core/ledger/change.ts'
import { sectionTitle } from '../../core/report/section.ts'
import type { ReportState } from '../../core/report/state.ts'
import { isWriting } from '../../core/report/state.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { period, titleOf } from '../../core/time/period.ts'
import { findAnswers } from '../../store/answers.ts'
import type { Call } from '../../store/calls.ts'
import { findCalls } from '../../store/calls.ts'
import type { ReportEntry } from '../../store/reports.ts'
import { findReportById, listReports } from '../../store/reports.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { answersOf, findAnswerers, loadBeside } from '../load-answers.ts'
import { presentAnswer } from '../present-answer.ts'
import { presentDifferences } from '../present-differences.ts'
import { readDay } from '../read-scope.ts'

/** A report that offices may be asked about: written by sections, and still being written; with whom to ask, and who is asked already. */
const loadAskable = async (ask: Ask<{ readonly report: number }>, reader: Reader): Promise<{ readonly report: ReportEntry; readonly answers: (org: string) => boolean; readonly askedIn: (part: { readonly section: number; readonly org: string }) => string | undefined } | Refusal> => {
  const { town, book, input, today } = ask
  const report = await findReportById(reader, town.schema, book, input.report)
  if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
  if (!isWriting(report.state)) return refuse('report-frozen')
  if (report.sections.length === 0) return refuse('report-not-open')
  const holders = await findAnswerers(ask, reader)
  const tree = book.treeAt(today)
  const standing = new Map((await findAnswers(reader, town.schema, { open: true, orgs: undefined })).filter((answer) => answer.state !== 'accepted').map((answer) => [`${answer.section}|${answer.org}`, answer.callTitle]))
  return { report, askedIn: ({ section, org }) => standing.get(`${section}|${org}`), answers: (org) => tree.orgs.get(org)?.kind === 'office' && canAnswer(org, holders, tree) }
}

export const draftCallEndpoint = endpoint({
  route: draftCall,
  load: loadAskable,
  present: ({ report, answers, askedIn }, { book, today }) => {
    const tree = book.treeAt(today)
    const measures = [...book.declared.measures.values()].filter((measure) => measure.part !== true)
    return {
      report: report.id,
      title: report.title,
      periodTitle: titleOf(period(report.period)),
      sections: report.sections.map(({ id, blocks }) => ({ entry: id, title: sectionTitle(blocks) })),
      orgs: [...tree.orgs.values()].filter((org) => answers(org.code) && (org.to === null || org.to > today)).map(({ code, zh, en }) => ({ code, name: { zh, en } })),
      measures: measures.map(({ key, title, owner }) => ({ key, title, owner })),
      parts: proposedParts(report.sections, book.declared.measures, answers).filter((part) => askedIn(part) === undefined).map(({ section, org, budget, measures: asked }) => ({ section, org, budget: budget ?? null, measures: [...asked] })),
    }
  },
})

export const createCallEndpoint = endpoint({
  route: createCall,
  load: async (ask, reader) => {
    const { input, book, today } = ask
    const due = readDay('due', input.due)
    if (isRefusal(due)) return due
    const seen = await loadAskable(ask, reader)
    if (isRefusal(seen)) return seen
    const ground = { today, tree: book.treeAt(today), sections: new Set(seen.report.sections.map((section) => section.id)), measures: book.declared.measures, answers: seen.answers, askedIn: seen.askedIn }
    const problems = callProblems({ due, parts: input.parts }, ground)
    if (problems.length > 0) return refuse('bad-input', {}, problems)
    const calls = await findCalls(reader, ask.town.schema, { report: input.report }, undefined)
    return { call: { ...input, due }, report: seen.report, state: stateOnCall(seen.report.state, calls.length) }
  },
  decide: ({ call, report, state }, { caller, book, today }) => {
    const org = caller.posts.find((post) => mayUse([post], createCall.verb))?.org ?? book.treeAt(today).root
    return { changes: [...sendCall({ ...call, org }, today, createCall.verb), ...moved(report, state, createCall.verb)] }
  },
  present: (_, { input }, { id, journal }) => ({ call: id, answers: input.parts.length, journal }),
})

export const listCallsEndpoint = endpoint({
  route: listCalls,
  load: async (ask, reader) => ({
    calls: await findCalls(reader, ask.town.schema, { report: ask.input.report }, answersOf(ask)),
    reports: mayUse(ask.caller.posts, createCall.verb) ? (await listReports(reader, ask.town.schema)).filter((report) => isWriting(report.state)) : [],
  }),
  present: ({ calls, reports }, ask) => ({ calls: calls.map((call) => presentCall(call, ask)), reports: reports.map(({ id, title }) => ({ entry: id, title })), can: { [createCall.verb]: mayUse(ask.caller.posts, createCall.verb) } }),
})

export const readCallEndpoint = endpoint({
  route: readCall,
  load: async (ask, reader) => {
    const call = await loadCall(ask, reader)
    if (isRefusal(call)) return call
    const answers = await findAnswers(reader, ask.town.schema, { call: call.id, orgs: answersOf(ask) })
    const [first] = answers
    return first === undefined ? refuse('not-found', { what: `#${call.id}` }) : { call, answers, beside: await loadBeside(ask, reader, first, answers) }
  },
  present: ({ call, answers, beside }, ask) => ({ ...presentCall(call, ask), answers: answers.map((answer) => presentAnswer(answer, beside, ask)), differences: presentDifferences(answers, beside, ask) }),
})

export const closeCallEndpoint = endpoint({
  route: closeCall,
  load: async (ask, reader) => {
    const call = await loadCall(ask, reader)
    if (isRefusal(call)) return call
    if (call.state !== 'open') return refuse('call-closed')
    const { town, book } = ask
    const report = await findReportById(reader, town.schema, book, call.report)
    const open = (await findCalls(reader, town.schema, { report: call.report }, undefined)).filter((each) => each.state === 'open' && each.id !== call.id)
    return { call, report, state: stateOnClose(call.reportState, open.length) }
  },
  decide: ({ call, report, state }, { input }) => ({ changes: [{ act: 'correct', verb: closeCall.verb, ledger: 'call', entry: call.id, saw: input.saw, set: { state: 'closed' } }, ...moved(report, state, closeCall.verb)] }),
  present: ({ call }, _, { journal }) => ({ call: call.id, journal }),
})

const moved = (report: Pick<ReportEntry, 'id' | 'version'> | undefined, state: ReportState | undefined, verb: string): readonly Change[] =>
  report === undefined || state === undefined ? [] : [{ act: 'correct', verb, ledger: 'report', entry: report.id, saw: report.version, set: { state } }]

const loadCall = async (ask: Ask<{ readonly call: number }>, reader: Reader): Promise<Call | Refusal> => {
  const [call] = await findCalls(reader, ask.town.schema, { id: ask.input.call }, answersOf(ask))
  return call ?? refuse('not-found', { what: `#${ask.input.call}` })
}

const presentCall = ({ id, version, report, reportTitle, reportState, period: key, title, note, day, due, state, answers }: Call, { caller, today }: Ask<unknown>): CallListed => {
  const counted = (which: (answer: (typeof answers)[number]) => boolean): number => answers.filter(which).length
  return {
    entry: id, version, report, reportTitle, period: key, title, note, day, due, state,
    parts: answers.length,
    owed: state === 'open' ? counted(isOwed) : 0,
    late: state === 'open' ? counted((each) => isLate({ state: each, due }, today)) : 0,
    accepted: counted((each) => each === 'accepted'),
    can: { [closeCall.verb]: state === 'open' && mayUse(caller.posts, closeCall.verb), 'answer.remind': state === 'open' && isWriting(reportState) && mayUse(caller.posts, 'answer.remind') },
  }
}
