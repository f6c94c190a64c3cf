import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { daySerial, inlineText } from './cell-xml.ts'
import type { Shown } from './number-formats.ts'
import type { CellXml, RowXml, SheetXml } from './sheet-xml.ts'
import { attributeOf, withoutAttribute } from './sheet-xml.ts'

/** A value for a cell of a sheet that is there already. */
export type CellWrite = { readonly row: number; readonly column: number; readonly value: SheetCell }

/** Writes values into a sheet; each keeps the style its cell had. A cell that computes is never written over. `formats` is what each style shows numbers as. */
export const writeCells = (sheet: SheetXml, writes: readonly CellWrite[], formats: readonly Shown[]): SheetXml => {
  const byRow = new Map<number, CellWrite[]>()
  for (const write of writes) if (write.value !== null) byRow.set(write.row, [...(byRow.get(write.row) ?? []), write])
  const rows = sheet.rows.map((row) => written(row, byRow.get(row.row) ?? [], sheet.prefix, formats))
  const known = new Set(sheet.rows.map(({ row }) => row))
  const added = [...byRow].filter(([row]) => !known.has(row)).map(([row, inRow]) => written({ row, attributes: '', cells: [] }, inRow, sheet.prefix, formats))
  return { ...sheet, rows: [...rows, ...added].sort((a, b) => a.row - b.row) }
}

const written = (row: RowXml, writes: readonly CellWrite[], prefix: string, formats: readonly Shown[]): RowXml => {
  if (writes.length === 0) return row
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  for (const { column, value } of writes) {
    const before = cells.get(column) ?? { column, attributes: '', body: null }
    if (!computes(before, prefix)) cells.set(column, cellOf(before, value, prefix, formats))
  }
  return { ...row, attributes: withoutAttribute(row.attributes, 'spans'), cells: [...cells.values()].sort((a, b) => a.column - b.column) }
}

/** Whether a cell has a formula. */
export const computes = ({ body }: CellXml, prefix: string): boolean => body !== null && new RegExp(`<${prefix}f[\\s/>]`).test(body)

const cellOf = (before: CellXml, value: SheetCell, prefix: string, formats: readonly Shown[]): CellXml => {
  const attributes = ['t', 'cm', 'vm'].reduce((left, name) => withoutAttribute(left, name), before.attributes)
  const shown = formats[Number(attributeOf(attributes, 's') ?? 0)]
  const text = (it: string): CellXml => ({ ...before, attributes: `${attributes} t="inlineStr"`, body: `<${prefix}is>${prefixed(inlineText(it), prefix)}</${prefix}is>` })
  if (value === null) return before
  if (value.kind === 'text') return text(value.text)
  if (value.kind === 'number') return { ...before, attributes, body: `<${prefix}v>${value.value}</${prefix}v>` }
  const serial = shown === 'day' || shown === 'month' ? daySerial(value.day) : undefined
  return serial === undefined ? text(value.day) : { ...before, attributes, body: `<${prefix}v>${serial}</${prefix}v>` }
}

const prefixed = (xml: string, prefix: string): string => (prefix === '' ? xml : xml.replace(/<(\/?)(t|r)(?=[\s>])/g, `<$1${prefix}$2`))

/** Takes away the values that formulas last had, so that whoever opens the workbook computes them anew. */
export const withoutResults = (sheet: SheetXml): SheetXml => ({
  ...sheet,
  rows: sheet.rows.map((row) => (row.cells.some((cell) => computes(cell, sheet.prefix)) ? { ...row, cells: row.cells.map((cell) => (computes(cell, sheet.prefix) ? { ...cell, attributes: withoutAttribute(cell.attributes, 't'), body: (cell.body ?? '').replace(new RegExp(`<${sheet.prefix}v>[^<]*</${sheet.prefix}v>|<${sheet.prefix}v/>`), '') } : cell)) } : row)),
})
