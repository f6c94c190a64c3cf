import { titleOf } from '../core/time/period.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import type { Freeze } from '../store/freezes.ts'
import { findFreeze } from '../store/freezes.ts'
import type { ReportEntry } from '../store/reports.ts'
import { findReport, findReportById } from '../store/reports.ts'
import { tellReport } from '../store/tell-report.ts'
import type { Ask, Reader } from './endpoint.ts'
import type { ScopeWords } from './read-scope.ts'
import { readScope } from './read-scope.ts'

/** The living report of a period with all it tells: of a frozen one, its figures as they were frozen unless another moment is asked for. */
export const loadReport = async (ask: Ask<ScopeWords>, reader: Reader) => {
  const at = await readScope(ask.input, ask, reader)
  if (isRefusal(at)) return at
  const written = await findReport(reader, ask.town.schema, ask.book, at.period.key)
  if (written === undefined) return refuse('not-found', { what: titleOf(at.period).zh })
  const freeze = await findFreeze(reader, ask.town.schema, written.id)
  const report = asFrozen(written, freeze)
  const scoped = { ...at, org: report.org, asOf: ask.input.asOf === undefined && freeze !== undefined ? freeze.pins.asOf : at.asOf }
  return { at: scoped, report, freeze, ...(await tellReport(reader, ask.town.schema, ask.book, report.document, scoped)) }
}

/** A report that is about to be changed, as the caller saw it, with what holds it. */
export const loadSeen = async (ask: Ask<{ readonly report: number; readonly saw: number }>, reader: Reader): Promise<{ readonly report: ReportEntry; readonly freeze: Freeze | undefined } | ReturnType<typeof refuse>> => {
  const { input, town, book } = ask
  const report = await findReportById(reader, town.schema, book, input.report)
  if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
  if (report.version !== input.saw) return refuse('report-changed', { version: report.version, saw: input.saw })
  const freeze = await findFreeze(reader, town.schema, report.id)
  return { report: asFrozen(report, freeze), freeze }
}

/** A frozen report has the text it was frozen with, and is in no one's hands; what was saved in the same moment waits for a thaw. */
const asFrozen = (report: ReportEntry, freeze: Freeze | undefined): ReportEntry => {
  if (freeze === undefined) return report
  const same = JSON.stringify(freeze.document.blocks) === JSON.stringify(report.document.blocks)
  return { ...report, document: freeze.document, ...(same ? {} : { sections: [], places: [] }) }
}
