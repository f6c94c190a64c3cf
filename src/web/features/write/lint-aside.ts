import type { MeasureRef } from '../../../api/figure.ts'
import type { FindingOut, ReportOut } from '../../../api/report.ts'
import type { Block } from '../../../core/report/document.ts'
import type { LintFigure, LintMeasure } from '../../../core/report/lint.ts'
import { lint } from '../../../core/report/lint.ts'
import type { Told } from '../../../core/report/print.ts'

/** How long after the last key the words are looked over, in milliseconds. */
const after = 350

/** The lint beside the typing, never in its way: it waits for a pause, then for the browser to be idle. */
export const lintAside = (found: (findings: readonly FindingOut[]) => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (blocks: readonly Block[], report: ReportOut, measures: readonly MeasureRef[], told: ReadonlyMap<string, Told>, also?: (blocks: readonly Block[]) => void): void => {
    clearTimeout(timer)
    timer = setTimeout(() => idle(() => {
      also?.(blocks)
      found([...lint({ blocks }, { figures: lintFigures(report), measures: lintMeasures(report, measures), told })])
    }), after)
  }
}

const idle = (work: () => void): void => void ('requestIdleCallback' in window ? window.requestIdleCallback(work, { timeout: 1000 }) : setTimeout(work, 0))

const lintFigures = (report: ReportOut): ReadonlyMap<string, LintFigure> =>
  new Map(
    report.figures.map((figure) => [
      figure.id,
      { measure: figure.id, value: figure.value, exact: figure.exact, unit: figure.unit, text: figure.text, source: figure.source, status: figure.status?.key ?? null, base: figure.base, direction: figure.change?.direction ?? null, changes: figure.change !== null } as LintFigure,
    ]),
  )

const lintMeasures = (report: ReportOut, measures: readonly MeasureRef[]): ReadonlyMap<string, LintMeasure> => {
  const parts = new Map(measures.map((measure) => [measure.key, measure.partOf]))
  return new Map(
    report.figures.map((figure) => {
      const partOf = parts.get(figure.id)
      return [figure.id, { title: figure.title, display: { scale: figure.scale }, ...(partOf == null ? {} : { partOf }) } as LintMeasure]
    }),
  )
}
