import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, ColumnDef, DataValidation, WriteSheet } from 'hucre'
import type { Template, TemplateColumn } from '../../core/exporting/template.ts'
import { columnName } from '../../core/importing/cell.ts'
import type { Lang } from '../../core/words.ts'
import { readEntry } from '../docx/zip.ts'
import { withParts } from '../zip/with-parts.ts'
import { sheetName } from './xml-escape.ts'

/** The last row that drop-downs and checks reach; rows below it are read all the same. */
const lastRow = 20_001

/** A list that is written into the cell's own rule; a longer one, or one with commas, stands on a hidden sheet (Excel keeps 255 signs). */
const longestList = 200

/** An empty workbook of a ledger: one row of heads with notes, the lists to choose from, and a second sheet that explains. The same bytes for the same template. */
export const writeTemplate = async ({ title, columns, guide, guideHeads }: Template, lang: Lang): Promise<Uint8Array> => {
  const names = lang === 'zh' ? { guide: '填写说明', lists: '选项' } : { guide: 'How to fill', lists: 'Lists' }
  const hidden = columns.filter(({ list }) => list !== null && isLong(list))
  const cells = new Map<string, Partial<Cell>>(columns.flatMap((column, at) => [[`1,${at}`, { type: 'empty', value: null, style: { numFmt: formatOf(column) } }], [`0,${at}`, { type: 'string', value: column.head, style: column.required ? requiredStyle : headStyle, comment: { author: '', text: column.note } }]]))
  const first: WriteSheet = {
    name: sheetName(title),
    rows: [columns.map(({ head }) => head), columns.map(() => null)],
    cells,
    columns: columns.map(columnDef),
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    dataValidations: columns.flatMap((column, at) => validationOf(column, at, names.lists, hidden.indexOf(column))),
  }
  const second: WriteSheet = {
    name: names.guide,
    rows: [...guide.map((line) => [line]), [], [...guideHeads], ...columns.map(({ head, required, note }) => [head, required ? { zh: '是', en: 'yes' }[lang] : '', note])],
    cells: new Map([
      ...guide.map((line, at): [string, Partial<Cell>] => [`${at},0`, { type: 'string', value: line, style: lineStyle }]),
      ...guideHeads.map((head, at): [string, Partial<Cell>] => [`${guide.length + 1},${at}`, { type: 'string', value: head, style: headStyle }]),
      ...columns.flatMap((column, row) => [column.head, column.required ? { zh: '是', en: 'yes' }[lang] : '', column.note].map((value, at): [string, Partial<Cell>] => [`${guide.length + 2 + row},${at}`, { type: 'string', value, style: bodyStyle }])),
    ]),
    merges: guide.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: guideHeads.length - 1 })),
    rowDefs: new Map(guide.map((_, row) => [row, { height: 32 }])),
    columns: [{ width: 24 }, { width: 8 }, { width: 72 }],
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
  const tall = Math.max(0, ...hidden.map(({ list }) => (list ?? []).length))
  const third: WriteSheet = { name: names.lists, hidden: true, rows: Array.from({ length: tall }, (_, row) => hidden.map(({ list }) => list?.[row] ?? null)) }
  return withColumnFormats(await writeXlsx({ defaultFont: { name: '宋体', size: 11 }, properties: { title, created: epoch, modified: epoch }, sheets: hidden.length === 0 ? [first, second] : [first, second, third] }))
}

const epoch = new Date(0)

const isLong = (list: readonly string[]): boolean => list.join(',').length > longestList || list.some((text) => /[,"]/.test(text) || text.trim() !== text)

const columnDef = ({ head }: TemplateColumn): ColumnDef => ({ width: Math.min(Math.max([...head].reduce((all, sign) => all + (sign > '\u02ff' ? 2 : 1), 0) + 4, 12), 40) })

const formatOf = ({ format, decimals }: TemplateColumn): string => (format === 'day' ? 'yyyy-mm-dd' : format === 'text' ? '@' : decimals === 0 ? 'General' : `0.${'0'.repeat(decimals)}`)

/** Gives each column the format of its cell in the second row, and takes that row away: the library formats cells only. */
const withColumnFormats = (bytes: Uint8Array): Uint8Array => {
  const path = 'xl/worksheets/sheet1.xml'
  const xml = readEntry(bytes, path) ?? ''
  const [row = ''] = /<row r="2"[^>]*>.*?<\/row>/s.exec(xml) ?? []
  const styles = [...row.matchAll(/<c r="[A-Z]+2" s="(\d+)"/g)].map(([, style]) => style)
  const formatted = xml.replace(row, '').replace(/<col min="(\d+)"/g, (text, at: string) => (styles[Number(at) - 1] === undefined ? text : `<col style="${styles[Number(at) - 1]}" min="${at}"`))
  return withParts(bytes, new Map([[path, formatted]]))
}

const validationOf = (column: TemplateColumn, at: number, lists: string, place: number): readonly DataValidation[] => {
  const { list, format, min, max, note, head } = column
  const range = `${columnName(at)}2:${columnName(at)}${lastRow}`
  const told = { range, allowBlank: true, showInputMessage: true, inputTitle: head.slice(0, 32), inputMessage: note.slice(0, 255), showErrorMessage: true, errorTitle: head.slice(0, 32), errorMessage: note.slice(0, 255) }
  if (list !== null && list.length > 0) return [{ type: 'list', ...told, errorStyle: 'stop', ...(place < 0 ? { values: [...list] } : { formula1: `'${lists}'!$${columnName(place)}$1:$${columnName(place)}$${list.length}` }) }]
  if (format === 'day') return [{ type: 'date', operator: 'greaterThanOrEqual', formula1: '1', ...told, errorStyle: 'warning' }]
  if (format !== 'number') return []
  const type = column.decimals === 0 && /整数|whole/.test(note) ? 'whole' : 'decimal'
  if (min !== null && max !== null) return [{ type, operator: 'between', formula1: min, formula2: max, ...told, errorStyle: 'stop' }]
  return [{ type, operator: max === null ? 'greaterThanOrEqual' : 'lessThanOrEqual', formula1: max ?? min ?? '-999999999999999', ...told, errorStyle: min === null && max === null ? 'warning' : 'stop' }]
}

const edge = { style: 'thin', color: { rgb: '8A8378' } } as const
const border = { top: edge, bottom: edge, left: edge, right: edge }
const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } })
const headStyle: CellStyle = { font: { name: '宋体', size: 11, bold: true }, fill: fill('EDE9E1'), border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }
const requiredStyle: CellStyle = { ...headStyle, font: { name: '宋体', size: 11, bold: true, color: { rgb: 'A8321F' } } }
const lineStyle: CellStyle = { font: { name: '宋体', size: 11 }, alignment: { vertical: 'center', wrapText: true } }
const bodyStyle: CellStyle = { font: { name: '宋体', size: 11 }, border, alignment: { vertical: 'center', wrapText: true } }
