import { createReport, moveReport, openReport, renameReport } from '../../api/report.ts'
import type { Change } from '../../core/ledger/change.ts'
import { openSections, plainOutline } from '../../core/report/open-sections.ts'
import { isWriting, moveProblem } from '../../core/report/state.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { titleOf } from '../../core/time/period.ts'
import { findReport } from '../../store/reports.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { loadSeen } from '../load-report.ts'
import { readPeriod } from '../read-scope.ts'

/** The org a town office writes for. */
const officeOf = ({ caller, book, today }: Ask<unknown>): string => caller.posts.find((post) => post.role === 'office')?.org ?? book.treeAt(today).root

const sectionChange = (ask: Ask<unknown>, report: string, verb: string) => ({ position, org, blocks }: ReturnType<typeof openSections>[number]): Change => ({
  act: 'create', verb, ledger: 'section', spans: [{ from: null, to: null, fields: { report, position, org, day: ask.today, document: JSON.stringify({ blocks }) } }],
})

export const createReportEndpoint = endpoint({
  route: createReport,
  load: async (ask, reader) => {
    const span = readPeriod(ask.input.period)
    if (isRefusal(span)) return span
    const standing = await findReport(reader, ask.town.schema, ask.book, span.key)
    return standing === undefined ? span : refuse('report-exists', { period: titleOf(span).zh })
  },
  decide: (span, ask) => {
    const { input, book, today } = ask
    const fields = { title: input.title, org: book.treeAt(today).root, period: span.key, day: today, document: JSON.stringify({ title: input.title, blocks: [] }), state: 'draft' }
    const sections = openSections(plainOutline(titleOf(span).zh), () => undefined, officeOf(ask))
    return { changes: [{ act: 'create', verb: createReport.verb, ledger: 'report', handle: 'report', spans: [{ from: null, to: null, fields }] }, ...sections.map(sectionChange(ask, '@report', createReport.verb))] }
  },
  present: (_, __, { id, journal }) => ({ report: id, journal }),
})

export const openReportEndpoint = endpoint({
  route: openReport,
  load: async (ask, reader) => {
    const seen = await loadSeen(ask, reader)
    if (isRefusal(seen)) return seen
    if (!isWriting(seen.report.state)) return refuse('report-frozen')
    return seen.report.sections.length > 0 ? refuse('report-open') : seen.report
  },
  decide: (report, ask) => ({ changes: openSections(report.document.blocks, (measure) => ask.book.declared.measures.get(measure)?.owner, officeOf(ask)).map(sectionChange(ask, String(report.id), openReport.verb)) }),
  present: (report, _, { journal }) => ({ report: report.id, journal }),
})

export const moveReportEndpoint = endpoint({
  route: moveReport,
  load: async (ask, reader) => {
    const seen = await loadSeen(ask, reader)
    if (isRefusal(seen)) return seen
    return moveProblem(seen.report.state, ask.input.state, ask.input.reason) ?? seen.report
  },
  decide: (report, { input }) => ({ ...(input.reason === undefined ? {} : { reason: input.reason }), changes: [{ act: 'correct', verb: moveReport.verb, ledger: 'report', entry: report.id, saw: report.version, set: { state: input.state } }] }),
  present: (report, _, { journal }) => ({ report: report.id, journal }),
})

export const renameReportEndpoint = endpoint({
  route: renameReport,
  load: async (ask, reader) => {
    const seen = await loadSeen(ask, reader)
    if (isRefusal(seen)) return seen
    return isWriting(seen.report.state) ? seen.report : refuse('report-frozen')
  },
  decide: (report, { input }) => ({ changes: [{ act: 'correct', verb: renameReport.verb, ledger: 'report', entry: report.id, saw: report.version, set: { title: input.title } }] }),
  present: (report, _, { journal }) => ({ report: report.id, journal }),
})
