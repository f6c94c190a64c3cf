import { lint, lintFigureOf } from '../core/report/lint.ts'
import type { ReportEntry } from '../store/reports.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal } from '../core/refusal/refusal.ts'
import type { Ask, Reader } from './endpoint.ts'
import { loadReport } from './load-report.ts'

/** How many findings of a report must be settled before it is frozen or sealed. */
export const reportErrors = async (ask: Ask<unknown>, reader: Reader, report: ReportEntry): Promise<number | Refusal> => {
  const seen = await loadReport({ ...ask, input: { period: report.period } }, reader)
  if (isRefusal(seen)) return seen
  return lint(report.document, { figures: new Map(seen.figures.map((figure) => [figure.measure, lintFigureOf(figure)])), told: seen.told, measures: seen.scope.measures }).filter((finding) => finding.severity === 'error').length
}
