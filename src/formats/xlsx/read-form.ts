import type { FormCell, FormSheet } from '../../core/filling/form-sheet.ts'
import type { Merge } from '../../core/importing/cell.ts'
import { cellText } from '../../core/importing/cell.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { unpackedSize } from '../docx/zip.ts'
import { cellStyles, plainStyle } from './cell-styles.ts'
import type { CellStyle } from './cell-styles.ts'
import { numberFormats } from './number-formats.ts'
import { packageParts } from './package-parts.ts'
import { openWorkbook } from './read-workbook.ts'
import { sharedStrings } from './shared-strings.ts'
import type { SheetContext } from './sheet-cell.ts'
import { sheetCell } from './sheet-cell.ts'
import { attributeOf, columnAt, parseSheet } from './sheet-xml.ts'
import { entryText } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** A form unpacks to less than so many MB, its pictures with it. */
const largest = 64

/** A form has fewer cells than this; more are data. */
const mostCells = 60_000

/** Reads a blank form: the words of its cells, which of them are lined, locked or computed, and what is merged. Anything but a plain .xlsx is refused. */
export const readForm = async (bytes: Uint8Array): Promise<readonly FormSheet[] | Refusal> => {
  const opened = await openWorkbook(bytes)
  if (isRefusal(opened)) return opened
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse('workbook-foreign')
  const size = unpackedSize(bytes, largest * 1024 * 1024)
  if (typeof size === 'string') return size === 'too-large' ? refuse('workbook-swells', { max: largest }) : refuse('workbook-damaged')
  try {
    const parts = await packageParts(bytes)
    const [strings, formats, styles] = await Promise.all([sharedStrings(bytes, parts.strings), numberFormats(bytes, parts.styles), cellStyles(bytes, parts.styles)])
    const context: SheetContext = { strings, formats, from1904: parts.from1904 }
    const sheets: FormSheet[] = []
    let cells = 0
    for (const { name, hidden, path } of parts.sheets) {
      const sheet = sheetOf(name, hidden, (await entryText(bytes, path)) ?? '', context, styles)
      cells += sheet.cells.length
      if (cells > mostCells) return refuse('form-too-large', { max: mostCells })
      sheets.push(sheet)
    }
    return sheets
  } catch (problem) {
    if (problem instanceof UnreadableWorkbook) return problem.refusal
    throw problem
  }
}

const sheetOf = (name: string, hidden: boolean, xml: string, context: SheetContext, styles: readonly CellStyle[]): FormSheet => {
  const { prefix, before, rows, after } = parseSheet(xml)
  const protection = new RegExp(`<${prefix}sheetProtection\\b([^>]*)`).exec(after)?.[1]
  const locked = protection !== undefined && /^(1|true)$/.test(attributeOf(protection, 'sheet') ?? '0')
  const cells = rows.flatMap(({ row, cells: inRow }) =>
    inRow.map(({ column, attributes, body }): FormCell => {
      const style = attributeOf(attributes, 's')
      const told = styles[Number(style ?? 0)] ?? plainStyle
      const cell = body === null || body === '' ? null : sheetCell({ type: attributeOf(attributes, 't'), style, body, prefix }, context)
      const formula = body !== null && new RegExp(`<${prefix}f[\\s/>]`).test(body)
      return { row, column, text: cellText(cell), formula, value: cell !== null && cell.kind !== 'text', locked: locked && told.locked, boxed: told.boxed, decimals: told.decimals, percent: told.percent, align: told.align }
    }),
  )
  return { name, hidden, locked, cells, merges: mergesIn(after), widths: widthsIn(before) }
}

/** Widths of columns from A on, in characters, up to the last one the sheet sets; the sheet's usual width between. At most 256. */
const widthsIn = (before: string): readonly number[] => {
  const usual = Number(/<(?:\w+:)?sheetFormatPr\s[^>]*?\bdefaultColWidth="([\d.]+)"/.exec(before)?.[1] ?? 9)
  const widths: number[] = []
  for (const [tag] of before.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    const [min, max, width] = ['min', 'max', 'width'].map((name) => Number(attributeOf(tag, name) ?? Number.NaN))
    if (min === undefined || max === undefined || width === undefined || !(min >= 1) || !(width >= 0)) continue
    while (widths.length < min - 1 && widths.length < mostWidths) widths.push(usual)
    while (widths.length < max && widths.length < mostWidths) widths.push(width)
  }
  return widths
}

const mostWidths = 256

/** The merged cells that a sheet lists behind its data. */
export const mergesIn = (after: string): readonly Merge[] =>
  [...after.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)].map(([, fromColumn = '', fromRow, toColumn = '', toRow]) => ({ fromRow: Number(fromRow), toRow: Number(toRow), fromColumn: columnAt(fromColumn), toColumn: columnAt(toColumn) }))
