import { writeXlsx as writeWorkbook } from 'hucre/xlsx'
import type { Cell, CellStyle, MergeRange } from 'hucre'
import type { PrintedCell, PrintedTable } from '../../core/report/indicator-print.ts'
import { xmlText } from '../docx/element.ts'

/**
 * One sheet that prints on landscape A4, one page wide: a merged title, what it covers, heads that repeat on every
 * page, numbers as numbers, and the line of those who answer for it. A text never becomes a formula.
 */
export type Sheet = Pick<PrintedTable, 'title' | 'covers' | 'heads' | 'rows' | 'notes' | 'signature'> & {
  readonly name: string
  /** Widths of the columns in characters; by their words where none is given. */
  readonly widths?: readonly number[]
}

/** The sheet as a workbook, the same bytes for the same sheet. */
export const writeXlsx = async ({ name, title, covers, heads, rows, notes, signature, widths }: Sheet): Promise<Uint8Array> => {
  const last = Math.max(heads.length - 1, 0)
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const put = (row: number, column: number, cell: PrintedCell, style: CellStyle): void => void cells.set(`${row},${column}`, cellOf(cell, style))
  const across = (row: number, text: string, style: CellStyle): void => {
    put(row, 0, { kind: 'text', text }, style)
    if (last > 0) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last })
  }
  across(0, title, titleStyle)
  across(1, covers, coversStyle)
  heads.forEach((head, at) => put(headRow, at, { kind: 'text', text: head }, headStyle))
  rows.forEach((row, at) => row.forEach((cell, column) => put(headRow + 1 + at, column, cell, bodyStyle)))
  const foot = [...notes, signature].filter((line) => line !== '')
  foot.forEach((line, at) => across(headRow + 1 + rows.length + at, line, footStyle))
  const count = headRow + 1 + rows.length + foot.length
  return writeWorkbook({
    defaultFont: { name: '宋体', size: 11 },
    properties: { created: epoch, modified: epoch },
    sheets: [
      {
        name: sheetName(name),
        rows: Array.from({ length: count }, () => Array.from({ length: last + 1 }, () => null)),
        cells,
        merges,
        columns: heads.map((_, at) => ({ width: widths?.[at] ?? widthOf(heads, rows, at) })),
        rowDefs: new Map([[0, { height: 30 }], [headRow, { height: 32 }]]),
        freezePane: { rows: headRow + 1 },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `$1:$${headRow + 1}`, margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 } },
        headerFooter: { oddFooter: '&C&P / &N' },
      },
    ],
  })
}

/** The row of the heads, counted from 0. */
export const headRow = 2

const epoch = new Date(0)

const cellOf = (cell: PrintedCell, style: CellStyle): Partial<Cell> => {
  if (cell.kind === 'text') return { type: 'string', value: inert(cell.text), style }
  const digits = cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}`
  const format = cell.mark === undefined ? digits : `"${cell.mark.replaceAll('"', '')} "${digits}`
  return { type: 'number', value: Number(cell.value), style: { ...style, numFmt: format, alignment: { ...style.alignment, horizontal: 'right' } } }
}

/** A text that Excel might take for a formula when it is edited or saved as CSV begins with an apostrophe; a sign alone, and a negative number, stay as they are. */
const inert = (text: string): string => {
  const clean = xmlText(text)
  return /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?(?:%|个百分点| points)?$)./.test(clean) ? `'${clean}` : clean
}

/** Excel's own rule for the name of a sheet: at most 31 signs, none of []:*?/\. */
const sheetName = (name: string): string => xmlText(name).replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, 31) || 'Sheet1'

const widthOf = (heads: readonly string[], rows: readonly (readonly PrintedCell[])[], at: number): number => {
  const texts = [...rows.map((row) => row[at]).map((cell) => (cell === undefined ? '' : cell.kind === 'text' ? cell.text : `${cell.mark ?? ''} ${cell.value}`))]
  const widest = Math.max(...texts.map(signs), Math.ceil(signs(heads[at] ?? '') / 2))
  return Math.min(Math.max(widest + 2, 7), 40)
}

/** Widths count Latin letters; a Chinese character takes two. */
const signs = (text: string): number => [...text].reduce((all, sign) => all + (sign > '\u02ff' ? 2 : 1), 0)

const edge = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: edge, bottom: edge, left: edge, right: edge }
const titleStyle: CellStyle = { font: { name: '方正小标宋简体', size: 18 }, alignment: { horizontal: 'center', vertical: 'center' } }
const coversStyle: CellStyle = { font: { name: '宋体', size: 10 }, alignment: { horizontal: 'left', vertical: 'center' } }
const headStyle: CellStyle = { font: { name: '黑体', size: 11 }, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }
const bodyStyle: CellStyle = { font: { name: '宋体', size: 11 }, border, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } }
const footStyle: CellStyle = { font: { name: '宋体', size: 10 }, alignment: { horizontal: 'left', vertical: 'center' } }
