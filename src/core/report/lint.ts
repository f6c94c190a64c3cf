import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'
import { compare } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import type { Block, FigureRun, ReportDocument, Run } from './document.ts'
import type { Finding } from './finding.ts'
import { looseNumbers } from './loose-numbers.ts'
import { printRun } from './print.ts'
import type { Told } from './print.ts'
import { runsOf } from './runs.ts'
import { typedValues } from './typed-values.ts'

/** What the lint must know of a figure and of its measure: as much as the wire tells a screen. */
export type LintFigure = Pick<Figure, 'measure' | 'value' | 'exact' | 'unit' | 'text' | 'source' | 'status' | 'base'> & {
  readonly direction: 'up' | 'down' | 'flat' | null
  /** Whether a change can be told at all. */
  readonly changes: boolean
}
export type LintMeasure = Pick<Measure, 'title' | 'partOf'> & { readonly display: Pick<Measure['display'], 'scale'> }

/** The book a report is held against: figures of the report's scope, by measure. */
export type LintBook = {
  readonly figures: ReadonlyMap<string, LintFigure>
  readonly measures: ReadonlyMap<string, LintMeasure>
  readonly told?: ReadonlyMap<string, Told>
  /** Values, in the display unit, that the sealed edition of the same period last year printed. */
  readonly lastYear?: ReadonlyMap<string, string | null>
}

/** A figure as the lint looks at it. */
export const lintFigureOf = (figure: Figure): LintFigure => ({
  ...figure,
  direction: figure.change !== null && 'direction' in figure.change ? figure.change.direction : null,
  changes: figure.change !== null && figure.change.kind !== 'none',
})

/** Holds a report against the book, block by block. Never changes it, never stops the writer. */
export const lint = (document: Pick<ReportDocument, 'blocks'>, book: LintBook): readonly Finding[] => [
  ...document.blocks.flatMap((block, index) => lintBlock(block, index, book)),
  ...partsAboveWholes(document.blocks, book),
]

/** Each chain of runs that is read as one: a paragraph, an item, a cell of a table. */
const chainsOf = (block: Block): readonly (readonly Run[])[] => (block.kind === 'table' ? block.rows.flatMap((row) => row.map((cell) => cell.runs)) : [runsOf(block)])

const lintBlock = (block: Block, index: number, book: LintBook): readonly Finding[] => [
  ...(block.kind !== 'heading' && block.carried === true ? [{ rule: 'carried', severity: 'warning', block: index, quote: '', message: words('这一段沿用上期文字，还没有改。', 'These words are carried over from the last report.'), arithmetic: null } satisfies Finding] : []),
  ...chainsOf(block).flatMap((runs) => runs.flatMap((run, place) => (run.kind === 'text' ? lintText(run, index, runs[place + 1], book) : lintFigure(run, index, book)))),
]

const lintText = (run: Extract<Run, { kind: 'text' }>, block: number, next: Run | undefined, book: LintBook): readonly Finding[] => {
  const findings: Finding[] = []
  if (run.source === undefined) {
    for (const quote of looseNumbers(run.text))
      findings.push({ rule: 'unbound', severity: 'warning', block, quote, message: words('手写的数字，尚未绑定指标，也未注明出处。', 'A number typed by hand: bind it to a figure or state its source.'), arithmetic: null })
    for (const quote of run.text.match(/首个|首家|唯一|第一|前列|率先|领先/g) ?? [])
      findings.push({ rule: 'superlative', severity: 'note', block, quote, message: words('最高级说法须有依据。', 'A superlative needs its basis.'), arithmetic: null })
  }
  for (const { quote, arithmetic } of typedValues(run.text, book)) findings.push({ rule: 'two-values', severity: 'warning', block, quote, message: words('同一事实，手写的数与账上的数不一。', 'One fact has two values: what is typed is not what the book says.'), arithmetic })
  return next?.kind === 'figure' ? [...findings, ...lintBefore(run.text, next, block, book)] : findings
}

/** The last words before a figure, held against it: which way it went, 预计, and words of rounding. */
const lintBefore = (text: string, next: FigureRun, block: number, book: LintBook): readonly Finding[] => {
  const figure = book.figures.get(next.measure)
  if (figure === undefined) return []
  const findings: Finding[] = []
  const tail = text.slice(-6)
  const tellsValue = next.show === 'value' || next.show === 'about'
  const risen = /(增长|上升|提高|增加)$/.exec(tail)?.[0]
  const fallen = /(下降|减少|压缩|降低)$/.exec(tail)?.[0]
  if ((next.show === 'change' || next.show === 'growth-only') && ((risen !== undefined && figure.direction === 'down') || (fallen !== undefined && figure.direction === 'up')))
    findings.push({ rule: 'growth-word', severity: 'error', block, quote: risen ?? fallen ?? '', message: words('增减的说法与数字的方向相反。', 'The word says the opposite of the figure.'), arithmetic: figure.base === null ? null : `${figure.base} → ${figure.value ?? ''} ${figure.unit}` })
  if (tellsValue && /预计$/.test(tail) && figure.status !== 'estimate')
    findings.push({ rule: 'unlabelled-estimate', severity: 'warning', block, quote: '预计', message: words('写了预计，但这个数已不是预计数。', 'The text says estimated, but the figure no longer is.'), arithmetic: null })
  const word = /(近|超|突破|约)$/.exec(tail)?.[0]
  if (tellsValue && word !== undefined)
    findings.push({ rule: 'bound-word', severity: 'warning', block, quote: `${word}${printRun(next, book.told?.get(next.measure) ?? { text: figure.text, status: null, change: null })}`, message: words('近、超、约等字由数字自带，请勿手写。', 'Words like 近, 超 and 约 come with the figure; do not type them.'), arithmetic: figure.value === null ? null : `${figure.value} ${figure.unit}` })
  return findings
}

/** Whether a run has nothing to tell. */
const untold = (run: FigureRun, figure: LintFigure | undefined, told: Told | undefined): boolean => {
  if (figure === undefined) return true
  switch (run.show) {
    case 'value':
    case 'about':
      return figure.value === null
    case 'change':
    case 'growth-only':
      return !figure.changes
    case 'completion':
      return told !== undefined && told.completion == null
    case 'share':
      return told !== undefined && told.share == null
    default:
      return run.show satisfies never
  }
}

const lintFigure = (run: FigureRun, block: number, book: LintBook): readonly Finding[] => {
  const figure = book.figures.get(run.measure)
  const title = book.measures.get(run.measure)?.title.zh ?? run.measure
  if (figure === undefined || untold(run, figure, book.told?.get(run.measure)))
    return [{ rule: 'missing', severity: 'error', block, quote: title, message: words('这个数还没有。', 'This figure is not there yet.'), arithmetic: null }]
  if ((run.show === 'value' || run.show === 'about') && figure.status === 'estimate' && figure.source === 'reported')
    return [{ rule: 'stale', severity: 'note', block, quote: `${title} ${figure.text}`, message: words('仍是预计数，请在定版前换成实际数，或保留“预计”。', 'Still an estimate: replace it before sealing, or keep the word 预计.'), arithmetic: null }]
  return run.show === 'change' ? baseRestated(figure, title, block, book) : []
}

/** 同比 uses the base as now known; where the edition of last year printed another, both are told (BOOK §8). */
const baseRestated = (figure: LintFigure, title: string, block: number, book: LintBook): readonly Finding[] => {
  const printed = book.lastYear?.get(figure.measure)
  if (printed === undefined || printed === null || figure.base === null || printed === figure.base) return []
  return [{ rule: 'base-restated', severity: 'note', block, quote: title, message: words('上年同期数在定版后已更正，同比按更正后的数计算。', 'Last year’s value was corrected after it was sealed; the change is reckoned from the corrected one.'), arithmetic: `${printed} → ${figure.base} ${figure.unit}` }]
}

/** 其中: a part may not exceed its whole. */
const partsAboveWholes = (blocks: readonly Block[], book: LintBook): readonly Finding[] =>
  blocks.flatMap((block, index) =>
    runsOf(block).flatMap((run): readonly Finding[] => {
      if (run.kind !== 'figure' || (run.show !== 'value' && run.show !== 'about')) return []
      const whole = book.measures.get(run.measure)?.partOf
      const part = book.figures.get(run.measure)
      const total = whole === undefined ? undefined : book.figures.get(whole)
      if (part?.exact == null || total?.exact == null || compare(part.exact, total.exact) <= 0) return []
      return [{ rule: 'part-above-whole', severity: 'error', block: index, quote: part.text, message: words('部分大于总体。', 'The part exceeds the whole.'), arithmetic: `${part.text} > ${total.text}` }]
    }),
  )
