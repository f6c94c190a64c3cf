import { readAnswer } from '../../api/answer.ts'
import type { AskedFigure } from '../../api/answer.ts'
import { mayUse } from '../../core/access/policy.ts'
import { lastTime } from '../../core/collecting/last-time.ts'
import { modeFor } from '../../core/collecting/put-in-section.ts'
import { missingValues, reportingPeriod } from '../../core/collecting/missing-values.ts'
import type { ReportDocument } from '../../core/report/document.ts'
import { toldByPin } from '../../core/report/edition.ts'
import type { Told } from '../../core/report/print.ts'
import { boundMeasures } from '../../core/report/runs.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { period as periodOf, sameLastYear, titleOf } from '../../core/time/period.ts'
import type { Answer } from '../../store/answers.ts'
import { findEditions, findReport, findReportById } from '../../store/reports.ts'
import { findSection } from '../../store/sections.ts'
import { tellReport } from '../../store/tell-report.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import type { AnswersSeen } from '../load-answers.ts'
import { loadAnswer, loadBeside } from '../load-answers.ts'
import { orgName } from '../org-ref.ts'
import { presentAnswer } from '../present-answer.ts'
import { presentFigure } from '../present-figure.ts'
import { presentTold } from '../present-report.ts'

/** An office's own page: what is asked, what was said last time, its figures now, and what it wrote so far. */
export const readAnswerEndpoint = endpoint({
  route: readAnswer,
  load: async (ask, reader) => {
    const answer = await loadAnswer(ask, reader, ask.input.answer)
    if (isRefusal(answer)) return answer
    const section = await findSection(reader, ask.town.schema, ask.book, answer.section)
    const standing = section?.blocks ?? []
    const before = await earlierReport(ask, reader, answer)
    const blocks = before === undefined ? [] : lastTime(standing, answer.asked, before.document.blocks)
    return {
      answer,
      section,
      beside: await loadBeside(ask, reader, answer, [{ ...answer, blocks: [...answer.blocks, ...blocks, ...standing] }]),
      last: before === undefined || blocks.length === 0 ? null : { title: before.document.title, blocks, told: before.told },
    }
  },
  present: ({ answer, section, beside, last }, ask) => ({
    ...presentAnswer(answer, beside, ask),
    note: answer.note,
    report: answer.report,
    reportTitle: answer.reportTitle,
    period: answer.period,
    periodTitle: titleOf(periodOf(answer.period)),
    callState: answer.callState,
    blocks: [...answer.blocks],
    figures: presentAsked(answer, beside, ask),
    told: presentTold(beside.told),
    last: last === null ? null : { title: last.title, blocks: [...last.blocks], told: presentTold(only(last.told, boundMeasures(last))) },
    standing: section === undefined ? null : { version: section.version, blocks: [...section.blocks], mode: modeFor(section.blocks) },
  }),
})

type Earlier = { readonly document: ReportDocument; readonly told: ReadonlyMap<string, Told> }

/** The report before this one, else that of the same period last year: its last edition where it was sealed, else as it stands. */
const earlierReport = async ({ town, book }: Ask<unknown>, reader: Reader, { report, period }: Answer): Promise<Earlier | undefined> => {
  const now = await findReportById(reader, town.schema, book, report)
  const before = now?.previous == null ? await findReport(reader, town.schema, book, sameLastYear(periodOf(period)).key) : await findReportById(reader, town.schema, book, now.previous)
  if (before === undefined) return undefined
  const edition = (await findEditions(reader, town.schema, { report: before.id })).at(-1)
  if (edition !== undefined) return { document: edition.document, told: new Map(edition.pins.figures.map((pin) => [pin.measure, toldByPin(pin)])) }
  const span = periodOf(before.period)
  const { told } = await tellReport(reader, town.schema, book, before.document, { period: span, org: before.org, cutoff: span.to, asOf: book.head })
  return { document: before.document, told }
}

const presentAsked = (answer: Answer, { scope, figures }: AnswersSeen, { book, caller }: Ask<unknown>): AskedFigure[] => {
  const missing = new Set(missingValues(answer.asked, figures, book.declared.measures))
  return answer.asked.flatMap((key): AskedFigure[] => {
    const measure = book.declared.measures.get(key)
    const figure = figures.get(key)
    if (measure === undefined) return []
    const hers = mayUse(caller.posts, 'reported.create') && caller.posts.some((post) => post.org === measure.owner || post.role === 'office')
    return [{
      measure: key,
      title: measure.title,
      owner: orgName(scope.tree, measure.owner),
      figure: figure === undefined ? null : presentFigure(figure, measure, scope.tree),
      missing: missing.has(key),
      report: missing.has(key) && hers ? reportingPeriod(measure, periodOf(answer.period)).key : null,
      told: answer.told.find((value) => value.measure === key) ?? null,
    }]
  })
}

const only = (told: ReadonlyMap<string, Told>, measures: readonly string[]): ReadonlyMap<string, Told> => new Map([...told].filter(([key]) => measures.includes(key)))
