import type { Field } from '../ledger/field.ts'
import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { problem } from '../ledger/kinds/kind.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Value } from '../ledger/value.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { decimal, negate, ONE, parseDecimal, round, times } from '../quantity/decimal.ts'
import { convert } from '../quantity/unit.ts'
import { numeralAt, scaleAt, scales } from '../reading/numeral.ts'
import type { Cell } from './cell.ts'
import { cellText, narrow } from './cell.ts'
import type { NamedUnit } from './unit-named.ts'
import { measuresUnknown, unitNamed } from './unit-named.ts'

/** A number with what was written around it: the scale behind it worked in, its unit apart. */
type Written = { readonly value: Decimal; readonly scale: string; readonly unit: string }

/**
 * A number for a field, in the field's unit: 1,234.5, 1.2万, （12） for minus twelve, 300头, 12.5%, ￥8, 三十. The unit is that of the cell, else that of
 * the head. A scale in both, a share where none is asked for, and about, over or between are problems, and so is 三百五, which is 350 to one and 305 to another.
 */
export const readNumber = (cell: Cell, field: Field, head: string | undefined): Value | ValueProblem => {
  const written = cell?.kind === 'number' ? ofNumber(cell) : ofText(narrow(cellText(cell)))
  if (written === undefined) return problem('not-number', { value: brief(cellText(cell)) })
  if (written === 'elided') return problem('number-elided', { value: brief(cellText(cell)) })
  const value = inUnit(written, field, head)
  return typeof value === 'string' ? kindOf(field).parse(value, field) : value
}

/** Whether numbers told in one unit can stand in a field: a shared unit binds only such fields. */
export const unitFits = (unit: string, field: Field): boolean => {
  const named = unitNamed(unit)
  if (named === undefined || field.unit === undefined) return false
  return named.key === undefined || convert(ONE, named.key, field.unit) !== undefined
}

const ofNumber = (cell: Extract<Cell, { kind: 'number' }>): Written | undefined => {
  const value = parseDecimal(cell.text)
  if (value === undefined) return undefined
  return cell.percent ? { value: times(value, hundred), scale: '', unit: '%' } : { value, scale: '', unit: '' }
}

const ofText = (text: string): Written | 'elided' | undefined => {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1]
  const [, sign = '', rest = ''] = /^([-+−﹣]?)\s*[¥￥]?\s*(.*)$/.exec(bracketed ?? text) ?? []
  const numeral = numeralAt(rest, 0)
  if (numeral === undefined || numeral.loose) return undefined
  if (numeral.script === 'chinese' && lastPlaceUnsaid.test(rest.slice(0, numeral.to))) return 'elided'
  const scale = numeral.script === 'arabic' ? scaleAt(rest, numeral.to) : ''
  const unit = rest.slice(numeral.to + scale.length).trim()
  if (unit.length > 8 || /[\d.,]/.test(unit) || /^[-~－—～至到余多几左]/.test(unit)) return undefined
  const size = scale === '' ? numeral.value : times(numeral.value, scales.get(scale) ?? ONE)
  const minus = (sign !== '' && sign !== '+') !== (bracketed !== undefined)
  return { value: minus ? negate(size) : size, scale, unit }
}

const inUnit = ({ value, scale, unit }: Written, field: Field, head: string | undefined): Decimal | ValueProblem => {
  if (unit !== '') {
    const named = unitNamed(unit)
    if (named?.key === undefined) return problem('unit-unknown', { value: brief(unit) })
    return converted(value, named, field)
  }
  if (head === undefined) return value
  const named = unitNamed(head)
  if (named === undefined) return measuresUnknown(head) ? problem('unit-unknown', { value: head }) : value
  if (scale !== '' && named.factor !== ONE) return problem('unit-twice', { scale, unit: head })
  return converted(value, named, field)
}

const converted = (value: Decimal, { key, factor }: NamedUnit, { unit, decimals }: Field): Decimal | ValueProblem => {
  const size = factor === ONE ? value : times(value, factor)
  if (key === undefined || key === unit) return size
  if (unit === undefined) return factor === ONE && key !== '%' && key !== '百分点' ? value : problem('unit-unasked', { unit: key })
  const same = convert(size, key, unit)
  return same === undefined ? problem('unit-apart', { unit: key, wanted: unit }) : round(same, decimals ?? 6)
}

/** A digit right behind 百, 千, 万 or 亿, whose own place is not said. */
const lastPlaceUnsaid = /[百千万亿][一二两三四五六七八九](点|$)/

const hundred = decimal('100')

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
