import type { FigureOut } from '../../../api/figure.ts'
import type { Run } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { printRun } from '../../../core/report/print.ts'

/** What a number on paper must be known by; its change where it can be told beside it. */
export type NamedFigure = Pick<FigureOut, 'title' | 'source'> & Partial<Pick<FigureOut, 'change'>>

/** A piece of a paragraph as it stands on paper; `marked` where a finding quotes it. */
export type Printed =
  | { readonly kind: 'text'; readonly text: string; readonly source: string | undefined; readonly marked: boolean }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: NamedFigure | undefined; readonly measure: string; readonly marked: boolean }

/** The runs of a paragraph in order, text split where a quoted passage begins or ends. */
export const printRuns = (runs: readonly Run[], figures: ReadonlyMap<string, NamedFigure>, told: ReadonlyMap<string, Told>, quotes: readonly string[]): readonly Printed[] => {
  const texts = runs.map((run) => (printRun(run, run.kind === 'text' ? undefined : told.get(run.measure))))
  const marked = markedSpans(texts.join(''), quotes)
  const printed: Printed[] = []
  let at = 0
  runs.forEach((run, n) => {
    const text = texts[n] ?? ''
    const end = at + text.length
    if (run.kind === 'figure') printed.push({ kind: 'figure', text, figure: figures.get(run.measure), measure: run.measure, marked: marked.some(([from, to]) => from < end && to > at) })
    else for (const [from, to] of cuts(at, end, marked)) printed.push({ kind: 'text', text: text.slice(from - at, to - at), source: run.source, marked: marked.some(([a, b]) => a <= from && to <= b) })
    at = end
  })
  return printed
}

const markedSpans = (text: string, quotes: readonly string[]): readonly (readonly [number, number])[] =>
  quotes.flatMap((quote) => {
    const at = quote === '' ? -1 : text.indexOf(quote)
    return at < 0 ? [] : [[at, at + quote.length] as const]
  })

const cuts = (from: number, to: number, spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] => {
  const points = [...new Set([from, ...spans.flat().filter((point) => point > from && point < to), to])].sort((a, b) => a - b)
  return points.slice(1).map((point, n) => [points[n] ?? from, point] as const)
}
