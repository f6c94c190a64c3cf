import { compareReport, reportHistory } from '../../api/history.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { compareBlocks, countChanges } from '../../core/report/compare-blocks.ts'
import { earlierSections } from '../../core/report/earlier-sections.ts'
import { momentsOf } from '../../core/report/history.ts'
import { sectionTitle } from '../../core/report/section.ts'
import { stateOf } from '../../core/report/state.ts'
import { period } from '../../core/time/period.ts'
import { namesOf } from '../../store/people.ts'
import type { ReportAsOf } from '../../store/report-as-of.ts'
import { findReportAsOf } from '../../store/report-as-of.ts'
import { reportSteps } from '../../store/report-steps.ts'
import { findReportById } from '../../store/reports.ts'
import { tellReport } from '../../store/tell-report.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { presentChange, printing } from '../present-change.ts'
import { fieldProblem } from '../read-scope.ts'

/** Journal rows read for one page of moments. */
const page = 400

export const reportHistoryEndpoint = endpoint({
  route: reportHistory,
  load: async ({ input, town, book }, reader) => {
    const report = await findReportById(reader, town.schema, book, input.report)
    if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
    const steps = await reportSteps(reader, town.schema, report.id, input.before ?? book.head + 1, page)
    return { report, steps, nameOf: await namesOf(reader, town.schema, steps.flatMap((step) => [step.person, step.approvedBy])) }
  },
  present: ({ report, steps, nameOf }) => {
    const titles = new Map(report.sections.map((section) => [section.id, sectionTitle(section.blocks)]))
    return {
      title: report.title,
      period: report.period,
      moments: momentsOf(steps).map(({ person, approvedBy, state, sections, ...moment }) => ({
        ...moment,
        by: nameOf(person),
        approvedBy: approvedBy === null ? null : nameOf(approvedBy),
        state: state === null ? null : stateOf(state),
        sections: sections.map((entry) => ({ entry, title: titles.get(entry) ?? '' })),
      })),
      next: steps.length < page ? null : (steps.at(-1)?.number ?? null),
    }
  },
})

export const compareReportEndpoint = endpoint({
  route: compareReport,
  load: async (ask, reader) => {
    const { input, book } = ask
    const to = input.to ?? book.head
    const [was, now] = [await readAt(ask, reader, 'from', input.from), await readAt(ask, reader, 'to', to)]
    if (isRefusal(was)) return was
    return isRefusal(now) ? now : { was, now, to }
  },
  present: ({ was, now, to }, { input }) => {
    const changes = compareBlocks(was.text.blocks, now.text.blocks, printing(was.told), printing(now.told))
    return {
      title: { was: was.text.title, now: now.text.title },
      from: input.from,
      to,
      counts: countChanges(changes),
      changes: changes.map((change) => ({ ...presentChange(change), section: now.text.sectionOf.get(change.id) ?? was.text.sectionOf.get(change.id) ?? null })),
      sections: earlierSections(was.text.sections, now.text.sections).map(({ section, stands, after }) => ({ entry: section.id, title: sectionTitle(section.blocks), org: section.org, budget: section.budget, stands, after, blocks: [...section.blocks] })),
    }
  },
})

/** The text of a report at a journal number, with what its figures told then. */
const readAt = async ({ input, town, book }: Ask<{ readonly report: number }>, reader: Reader, field: 'from' | 'to', number: number) => {
  if (number > book.head) return fieldProblem(field, 'above-maximum', { max: book.head })
  const text: ReportAsOf | undefined = await findReportAsOf(reader, town.schema, input.report, number)
  if (text === undefined) return refuse('not-found', { what: `#${input.report}` })
  const span = period(text.period)
  const { told } = await tellReport(reader, town.schema, book, text, { period: span, org: text.org, cutoff: span.to, asOf: number })
  return { text, told }
}
