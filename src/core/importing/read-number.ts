import type { Field } from '../ledger/field.ts'
import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { problem } from '../ledger/kinds/kind.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Value } from '../ledger/value.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { decimal, parseDecimal, times } from '../quantity/decimal.ts'
import type { UnitKey } from '../quantity/unit.ts'
import { convert, unitKeys } from '../quantity/unit.ts'
import { numeralAt, scaleAt, scales } from '../reading/numeral.ts'
import type { Cell } from './cell.ts'
import { cellText, narrow } from './cell.ts'

/** A number with what was written around it: its scale worked in, its unit apart. */
type Written = { readonly value: Decimal; readonly unit: string }

/** A number for a field, in the field's unit: 1,234.5, 1.2万, （12） for minus twelve, 300头, 12.5%, ￥8, 三十. The unit is that of the cell, else that of the head. */
export const readNumber = (cell: Cell, field: Field, head: string | undefined): Value | ValueProblem => {
  const written = cell?.kind === 'number' ? ofNumber(cell) : ofText(narrow(cellText(cell)))
  if (written === undefined) return problem('not-number', { value: brief(cellText(cell)) })
  const value = inUnit(written, field.unit, head)
  return typeof value === 'string' ? kindOf(field).parse(value, field) : value
}

const ofNumber = (cell: Extract<Cell, { kind: 'number' }>): Written | undefined => {
  const value = parseDecimal(cell.text)
  if (value === undefined) return undefined
  return cell.percent ? { value: times(value, decimal('100')), unit: '%' } : { value, unit: '' }
}

const ofText = (text: string): Written | undefined => {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1]
  const [, sign = '', rest = ''] = /^([-+−－]?)\s*[¥￥]?\s*(.*)$/.exec(bracketed ?? text) ?? []
  const numeral = numeralAt(rest, 0)
  if (numeral === undefined) return undefined
  const scale = numeral.script === 'arabic' ? scaleAt(rest, numeral.to) : ''
  const unit = rest.slice(numeral.to + scale.length).trim()
  if (unit.length > 8 || /\d/.test(unit)) return undefined
  const size = times(numeral.value, scales.get(scale) ?? decimal('1'))
  const minus = (sign !== '' && sign !== '+') !== (bracketed !== undefined)
  return { value: minus ? times(size, decimal('-1')) : size, unit }
}

/** A unit of measure with its scale, as heads and cells name it: 万元, 亩, 头. */
const unitIn = (text: string): { readonly key: UnitKey; readonly factor: Decimal } | undefined => {
  const scale = scaleAt(text, 0)
  const name = text.slice(scale.length).trim()
  const key = unitKeys.find((each) => each === (aliases[name] ?? name))
  return key === undefined ? undefined : { key, factor: scales.get(scale) ?? decimal('1') }
}

const aliases: Readonly<Record<string, UnitKey>> = { '％': '%', 平米: '平方米', '㎡': '平方米', 'm2': '平方米', 'm²': '平方米', kg: '公斤', 千克: '公斤', t: '吨', km: '公里', 千米: '公里', 圆: '元' }

const inUnit = ({ value, unit }: Written, wanted: UnitKey | undefined, head: string | undefined): Decimal | ValueProblem => {
  const named = unit !== '' ? unitIn(unit) : head === undefined ? undefined : unitIn(head)
  if (unit !== '' && named === undefined) return problem('unit-unknown', { value: brief(unit) })
  if (named === undefined) return value
  const size = times(value, named.factor)
  if (wanted === undefined || named.key === wanted) return size
  return convert(size, named.key, wanted) ?? problem('unit-apart', { unit: named.key, wanted })
}

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
