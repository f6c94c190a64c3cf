import type { SheetCell } from '../exporting/sheet-columns.ts'
import { unitNamed } from '../importing/unit-named.ts'
import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'
import { changePhrase, completion } from '../quantity/comparison.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { decimal, divide, negate, round, scaleOf, times } from '../quantity/decimal.ts'
import { convert, toScale, unitText } from '../quantity/unit.ts'
import type { Show } from './binding.ts'
import type { Blank } from './find-blanks.ts'

/** A figure as it was read, with the target of its year where one is set. */
export type ToldFigure = { readonly figure: Figure; readonly measure: Measure; readonly target: Decimal | null }

/** Why a figure cannot stand in a blank: the book has no value, or none in the unit the form asks for. */
export type FigureMissing = 'no-value' | 'unit-unfit'

/** How a blank wants numbers: its unit, and what its format shows. */
type Asked = Pick<Blank, 'unit' | 'decimals' | 'percent'>

/** What of a figure stands in a blank, in the unit and with the decimals the blank asks for, else with its own. */
export const figureCell = (show: Show, { figure, measure, target }: ToldFigure, asked: Asked): SheetCell | FigureMissing => {
  switch (show) {
    case 'change': {
      const { change } = figure
      if (change === null || (change.kind === 'none' && (change.reason === 'no-base' || change.reason === 'base-not-positive'))) return 'no-value'
      if (change.kind === 'none') return { kind: 'text', text: changePhrase(change, 'zh') }
      const size = change.kind === 'percent' ? change.percent : change.points
      return percentCell(change.direction === 'down' ? negate(size) : size, asked)
    }
    case 'completion': {
      const done = figure.exact === null || target === null ? undefined : completion(figure.exact, target, 1)
      return done === undefined ? 'no-value' : percentCell(done, asked)
    }
    case 'target':
      return target === null ? 'no-value' : valueCell(target, measure, asked)
    case 'value':
      return figure.exact === null ? 'no-value' : valueCell(figure.exact, measure, asked)
    default:
      return show satisfies never
  }
}

/** A number of a list's column in the unit its head names. */
export const inHeadUnit = (cell: SheetCell, fieldUnit: string | undefined, unit: string | null): SheetCell => {
  if (cell?.kind !== 'number' || unit === null || fieldUnit === undefined) return cell
  const [from, to] = [unitNamed(fieldUnit), unitNamed(unit)]
  if (from?.key === undefined || to === undefined) return cell
  const bare = convert(times(cell.value, from.factor), from.key, to.key ?? from.key)
  if (bare === undefined) return cell
  const value = divide(bare, to.factor, 6)
  return { kind: 'number', value, decimals: scaleOf(value) }
}

/** Percent in a cell that shows percent is a share. */
export const percentCell = (value: Decimal, { decimals, percent }: Pick<Asked, 'decimals' | 'percent'>): SheetCell => {
  const rounded = decimals === null ? value : round(value, decimals)
  if (!percent) return { kind: 'number', value: rounded, decimals: decimals ?? scaleOf(rounded) }
  return { kind: 'number', value: divide(rounded, hundred, 12), decimals: scaleOf(rounded) + 2 }
}

const hundred = decimal('100')

const valueCell = (exact: Decimal, measure: Measure, asked: Asked): SheetCell | FigureMissing => {
  const told = inUnit(exact, measure, asked.unit)
  if (told === undefined) return 'unit-unfit'
  if (asked.percent && measure.display.unit === '%') return percentCell(told.value, asked)
  const value = round(told.value, asked.decimals ?? (told.own ? measure.display.decimals : 4))
  return { kind: 'number', value, decimals: asked.decimals ?? scaleOf(value) }
}

/** A value in the unit a form asks for; `own` where that is the one the measure is shown in. */
const inUnit = (exact: Decimal, measure: Measure, unit: string | null): { readonly value: Decimal; readonly own: boolean } | undefined => {
  const { display } = measure
  const named = unit === null || unit === unitText(display, 'zh') ? undefined : unitNamed(unit)
  if (named === undefined) return { value: toScale(exact, display.scale), own: true }
  const bare = named.key === undefined ? exact : convert(exact, display.unit, named.key)
  return bare === undefined ? undefined : { value: divide(bare, named.factor, 12), own: false }
}
