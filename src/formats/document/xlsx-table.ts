import { readXlsx } from 'hucre/xlsx'
import type { CellValue, Sheet } from 'hucre'
import { decimal, times } from '../../core/quantity/decimal.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { entryNames, unpackedSize, unpackEntry } from '../docx/zip.ts'

/** The sheets of a workbook as text cells, hidden ones named: what a person sees, and formulas by the value they last had. */
export type XlsxTable = { readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]; readonly hidden: readonly string[] }

/** A workbook is unpacked up to here, in MB, all its parts together. */
const largest = 64
const mostCells = 400_000

/** Reads a workbook. One with macros, with a password, damaged or swelling is refused before any sheet is read. */
export const xlsxTable = async (bytes: Uint8Array): Promise<XlsxTable | Refusal> => {
  if (typeof unpackEntry(bytes, 'xl/workbook.xml', largest * 1024 * 1024) === 'string') return refuse('document-damaged')
  if (entryNames(bytes).some((name) => /vbaProject\.bin$/i.test(name))) return refuse('document-macros')
  const size = unpackedSize(bytes, largest * 1024 * 1024)
  if (typeof size === 'string') return size === 'too-large' ? refuse('document-swells', { max: largest }) : refuse('document-damaged')
  const sheets = await sheetsOf(bytes)
  if (isRefusal(sheets)) return sheets
  const shown = sheets.filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true)
  const cells = shown.reduce((all, { rows }) => all + rows.reduce((sum, row) => sum + row.length, 0), 0)
  if (cells > mostCells) return refuse('document-swells', { max: largest })
  return { sheets: shown.map(({ name, rows, cells: formats, merges = [] }) => ({ name, rows: spread(rows.map((row, y) => row.map((cell, x) => cellText(cell, isPercent(formats?.get(`${y},${x}`)?.style?.numFmt)))), merges) })), hidden: sheets.filter((sheet) => !shown.includes(sheet)).map((sheet) => sheet.name) }
}

/** The library's own words never reach a person: whatever it cannot read is a damaged file. */
const sheetsOf = async (bytes: Uint8Array): Promise<readonly Sheet[] | Refusal> => {
  try {
    return (await readXlsx(bytes, { readStyles: true })).sheets
  } catch {
    return refuse('document-damaged')
  }
}

/** A cell as it is read: numbers without an exponent, shares as percent where they are shown so, days as days. */
const cellText = (value: CellValue, percent: boolean): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return percent ? `${times(decimal(numberText(value)), decimal('100'))}%` : numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value).replace(/[\t\r\n\v\f]+/g, ' ').trim()
}

/** Whether a number format shows hundredfold: it has a % that is neither quoted nor escaped. */
const isPercent = (format: string | undefined): boolean => format !== undefined && format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%')

/** Fifteen digits, as Excel itself shows: 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string => {
  const short = Number(value.toPrecision(15))
  const text = String(short)
  return /e/i.test(text) ? short.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : text
}

/** Merged cells hold their text in each row they cover, so that every row can be read by itself; across columns it stands once. */
const spread = (rows: readonly (readonly string[])[], merges: NonNullable<Sheet['merges']>): readonly (readonly string[])[] => {
  const full = rows.map((row) => [...row])
  for (const { startRow, endRow, startCol } of merges) {
    const text = full[startRow]?.[startCol] ?? ''
    for (let at = startRow + 1; at <= Math.min(endRow, full.length - 1); at++) {
      const row = full[at]
      if (row !== undefined) row[startCol] = text
    }
  }
  return full
}
