import { readXls, streamXlsxRows } from 'hucre/xlsx'
import type { CellValue } from 'hucre'
import type { Cell, Merge, SheetRow } from '../../core/importing/cell.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { parseDay } from '../../core/time/day.ts'
import { entryNames, unpackedSize, unpackEntry } from '../docx/zip.ts'
import { csvRows } from './read-csv.ts'
import { sheetOutline } from './sheet-outline.ts'

/** A workbook that can be read sheet by sheet. `rows` streams; reading stops when the caller does. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly outline: (sheet: string) => { readonly merges: readonly Merge[] }
  readonly rows: (sheet: string) => AsyncGenerator<SheetRow> | Generator<SheetRow>
}

/** A workbook is unpacked up to here, in MB: half a million rows of twelve columns need about 300. */
const largest = 1024

/** Opens a workbook or a CSV text by its first bytes; what it cannot read is refused in one sentence before any row. */
export const openWorkbook = async (bytes: Uint8Array): Promise<Workbook | Refusal> => {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK')) return openXlsx(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return openXls(bytes)
  if (head.startsWith('%PDF') || head.startsWith('{\\rtf') || head.includes('\u0000\u0000')) return refuse('workbook-foreign')
  return openCsv(bytes)
}

const openXlsx = async (bytes: Uint8Array): Promise<Workbook | Refusal> => {
  const names = (() => {
    try {
      return entryNames(bytes)
    } catch {
      return []
    }
  })()
  if (names.length === 0) return refuse('workbook-damaged')
  if (!names.includes('xl/workbook.xml')) return refuse('workbook-foreign')
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return refuse('workbook-macros')
  const size = unpackedSize(bytes, largest * 1024 * 1024)
  if (typeof size === 'string') return size === 'too-large' ? refuse('workbook-swells', { max: largest }) : refuse('workbook-damaged')
  const sheets = sheetNames(bytes)
  if (sheets.length === 0) return refuse('workbook-damaged')
  return {
    sheets,
    outline: (sheet) => ({ merges: sheetOutline(bytes, sheet, largest * 1024 * 1024).merges }),
    rows: (sheet) => xlsxRows(bytes, sheet),
  }
}

const sheetNames = (bytes: Uint8Array): Workbook['sheets'] => {
  const part = unpackEntry(bytes, 'xl/workbook.xml', 8 * 1024 * 1024)
  const text = typeof part === 'string' ? '' : new TextDecoder().decode(part)
  return [...text.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, attributes = '']) => ({ name: (/\sname="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'), hidden: /\sstate="(?:hidden|veryHidden)"/.test(attributes) }))
}

async function* xlsxRows(bytes: Uint8Array, sheet: string): AsyncGenerator<SheetRow> {
  const { percents } = sheetOutline(bytes, sheet, largest * 1024 * 1024)
  const columns = percentColumns(percents)
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) yield { at: index + 1, cells: values.map((value, column) => cellOf(value, percents.has(`${index + 1},${column}`) || columns.has(column))) }
}

/** A column whose cells are percent in three of the rows that were looked at is percent to its end. */
const percentColumns = (percents: ReadonlySet<string>): ReadonlySet<number> => {
  const counts = new Map<number, number>()
  for (const place of percents) counts.set(Number(place.split(',')[1]), (counts.get(Number(place.split(',')[1])) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3).map(([column]) => column))
}

const openXls = async (bytes: Uint8Array): Promise<Workbook | Refusal> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes('EncryptedPackage', 0, 'utf16le')) return refuse('workbook-locked')
  if (!buffer.includes('Workbook', 0, 'utf16le') && !buffer.includes('Book', 0, 'utf16le')) return refuse('workbook-foreign')
  try {
    const { sheets } = await readXls(bytes)
    return {
      sheets: sheets.map(({ name, hidden, veryHidden }) => ({ name, hidden: hidden === true || veryHidden === true })),
      outline: (name) => ({ merges: (sheets.find((sheet) => sheet.name === name)?.merges ?? []).map((merge) => ({ fromRow: merge.startRow + 1, toRow: merge.endRow + 1, fromColumn: merge.startCol, toColumn: merge.endCol })) }),
      rows: function* (name) {
        for (const [index, row] of (sheets.find((sheet) => sheet.name === name)?.rows ?? []).entries()) yield { at: index + 1, cells: row.map((value) => cellOf(value, false)) }
      },
    }
  } catch (problem) {
    return problem instanceof Error && problem.name === 'EncryptedFileError' ? refuse('workbook-locked') : refuse('workbook-damaged')
  }
}

const openCsv = (bytes: Uint8Array): Workbook | Refusal => {
  const rows = csvRows(bytes)
  if (rows === undefined) return refuse('workbook-foreign')
  return { sheets: [{ name: 'CSV', hidden: false }], outline: () => ({ merges: [] }), rows: rows }
}

const errors: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!'])

const cellOf = (value: CellValue | undefined, percent: boolean): Cell => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', text: numberText(value), percent } : { kind: 'error', text: String(value) }
  if (typeof value === 'boolean') return { kind: 'flag', value }
  if (value instanceof Date) return dayCell(value)
  return errors.has(value) ? { kind: 'error', text: value } : { kind: 'text', text: value }
}

const dayCell = (value: Date): Cell => {
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: '#VALUE!' }
  const text = value.toISOString()
  const day = parseDay(text.slice(0, 10))
  const time = text.slice(11, 19)
  return day === undefined ? { kind: 'text', text: text.slice(0, 19).replace('T', ' ') } : { kind: 'day', day, time: time === '00:00:00' ? null : time }
}

/** Fifteen digits, as Excel itself shows: 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string => {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value)
  const short = Number(value.toPrecision(15))
  const text = String(short)
  return /e/i.test(text) ? short.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : text
}

