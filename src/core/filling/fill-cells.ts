import type { SheetCell } from '../exporting/sheet-columns.ts'
import { narrow } from '../importing/cell.ts'
import { decimal, divide, parseDecimal, scaleOf } from '../quantity/decimal.ts'
import { yearToDate } from '../report/indicator-table.ts'
import type { Period } from '../time/period.ts'
import { period as periodOf, previous, sameLastYear, titleOf } from '../time/period.ts'
import type { Binding, BoundCell, Fact, FormMapping, Show, Span } from './binding.ts'
import { placeOf } from './binding.ts'
import type { FigureMissing, ToldFigure } from './figure-cell.ts'
import { figureCell } from './figure-cell.ts'
import type { Blank } from './find-blanks.ts'

/** A figure that a form asks for. */
export type WantedFigure = { readonly measure: string; readonly org: string; readonly period: string }

/** What is known when a form is filled: the period, the whole town, the facts of who fills, what was typed for this time, and the figures asked for. */
export type Filling = {
  readonly period: Period
  readonly root: string
  readonly facts: Readonly<Record<Exclude<Fact, 'period' | 'year'>, string>>
  /** By the place of the blank. */
  readonly typed: ReadonlyMap<string, string>
  readonly figure: (wanted: WantedFigure) => ToldFigure | undefined
}

/** Why a blank stays blank. */
export type Missing = FigureMissing | 'unknown-measure' | 'no-source'

/** A blank as it was filled: by whom or what, and from which figure; `value` is null where it stays blank. */
export type FilledCell = {
  readonly sheet: string
  readonly cell: string
  readonly heads: string
  readonly value: SheetCell
  readonly by: 'book' | 'typed' | 'none'
  readonly missing: Missing | null
  readonly from: (WantedFigure & { readonly title: string; readonly show: Show; readonly rows: number; readonly status: string | null; readonly unit: string | null }) | null
}

/** Every figure a mapping asks for in a period, each once. */
export const wantedFigures = (mapping: Pick<FormMapping, 'cells'>, period: Period, root: string): readonly WantedFigure[] => {
  const all = mapping.cells.flatMap(({ binding }) => (binding.kind === 'figure' ? [wantedBy(binding, period, root)] : []))
  return [...new Map(all.map((each) => [keyOf(each), each])).values()]
}

export const keyOf = ({ measure, org, period }: WantedFigure): string => `${measure}|${org}|${period}`

/** The period a span means, seen from the one that is filled for. */
export const spanOf = (span: Span, yearsBack: number, period: Period): Period => {
  const base = span === 'previous' ? previous(period) : span === 'to-date' ? yearToDate(period) : span === 'year' ? periodOf(period.to.slice(0, 4)) : period
  return Array.from({ length: yearsBack }).reduce<Period>((each) => sameLastYear(each), base)
}

/** Fills the single blanks of a form; what its mapping says of cells that are no blanks is passed over. What was typed stands before what the book says. */
export const fillCells = (blanks: readonly Blank[], mapping: Pick<FormMapping, 'cells'>, filling: Filling): readonly FilledCell[] => {
  const bound = new Map(mapping.cells.map((cell) => [placeOf(cell), cell]))
  return blanks.flatMap((blank) => {
    const cell = bound.get(placeOf(blank))
    return cell === undefined ? [] : [fillCell(blank, cell, filling)]
  })
}

const fillCell = (blank: Blank, cell: BoundCell, filling: Filling): FilledCell => {
  const own = { sheet: cell.sheet, cell: cell.cell, heads: cell.heads, missing: null, from: null }
  const typed = filling.typed.get(placeOf(cell)) ?? ''
  if (typed.trim() !== '') return { ...own, value: behind(blank, typedCell(typed, blank)), by: 'typed' }
  const { binding } = cell
  switch (binding.kind) {
    case 'none':
      return { ...own, value: null, by: 'none', missing: 'no-source' }
    case 'text':
      return binding.text.trim() === '' ? { ...own, value: null, by: 'none', missing: 'no-source' } : { ...own, value: behind(blank, typedCell(binding.text, blank)), by: 'typed' }
    case 'fact': {
      const text = factText(binding.fact, filling)
      return text === '' ? { ...own, value: null, by: 'none', missing: 'no-source' } : { ...own, value: behind(blank, { kind: 'text', text }), by: 'book' }
    }
    case 'figure': {
      const wanted = wantedBy(binding, filling.period, filling.root)
      const told = filling.figure(wanted)
      if (told === undefined) return { ...own, value: null, by: 'none', missing: 'unknown-measure' }
      const value = figureCell(binding.show, told, blank)
      const from = { ...wanted, title: told.measure.title.zh, show: binding.show, rows: told.figure.rows, status: told.figure.status, unit: blank.unit }
      return typeof value === 'string' ? { ...own, value: null, by: 'none', missing: value, from } : { ...own, value: behind(blank, value), by: 'book', from }
    }
    default:
      return binding satisfies never
  }
}

const wantedBy = (binding: Extract<Binding, { kind: 'figure' }>, period: Period, root: string): WantedFigure => ({ measure: binding.measure, org: binding.org ?? root, period: spanOf(binding.span, binding.yearsBack, period).key })

const factText = (fact: Fact, { period, facts }: Filling): string => (fact === 'period' ? titleOf(period).zh : fact === 'year' ? `${period.to.slice(0, 4)}年` : facts[fact])

/** A number as it was typed, where it is one that a cell keeps exactly; else the words. */
const typedCell = (text: string, { percent }: Blank): SheetCell => {
  const bare = narrow(text).replace(/(?<=\d),(?=\d{3})/g, '')
  const share = percent || bare.endsWith('%')
  const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?%?$/.test(bare) && bare.replace(/\D/g, '').length <= 15 ? parseDecimal(bare.replace('%', '')) : undefined
  if (number === undefined || (share && !percent)) return { kind: 'text', text: text.trim() }
  const value = percent ? divide(number, hundred, 12) : number
  return { kind: 'number', value, decimals: scaleOf(value) }
}

const hundred = decimal('100')

/** Words that stand in the cell already stay before what is written. */
const behind = ({ before }: Blank, value: SheetCell): SheetCell => (before === '' || value === null ? value : { kind: 'text', text: `${before}${value.kind === 'text' ? value.text : value.kind === 'day' ? value.day : value.value}` })
