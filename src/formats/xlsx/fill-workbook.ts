import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import type { SourceText } from '../../core/filling/source-lines.ts'
import { cellName } from '../../core/importing/cell.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Parts } from './add-sheet.ts'
import { addSheet } from './add-sheet.ts'
import { insertRows, shiftSheetFormulas } from './insert-rows.ts'
import { numberFormats } from './number-formats.ts'
import { packageParts, relationsOf, relationsPath } from './package-parts.ts'
import type { SheetXml } from './sheet-xml.ts'
import { columnAt, parseSheet, sheetText } from './sheet-xml.ts'
import type { Shift } from './shift-rows.ts'
import { shiftedRow, shiftFormula } from './shift-rows.ts'
import { computes, withoutResults, writeCells } from './write-cells.ts'
import { escapedText } from './xml-escape.ts'
import { xmlWords } from './xml-words.ts'

/** What is written into a form: single cells, and rows of lists from a row on. */
export type FormWrites = {
  readonly cells: readonly { readonly sheet: string; readonly cell: string; readonly value: SheetCell }[]
  readonly lists: readonly { readonly sheet: string; readonly from: number; readonly to: number; readonly columns: readonly number[]; readonly rows: readonly (readonly SheetCell[])[] }[]
  /** The lines of a sheet of sources, which `inside` adds behind the others. */
  readonly source: { readonly name: string; readonly inside: boolean; readonly lines: readonly (readonly SourceText[])[] }
}

/** A form that was filled; `lines` are those of its sources, their places as they are once rows were put in. `left` counts the rows of each list that found no place: nothing can be put into a sheet with tables, notes or pivots. */
export type FilledWorkbook = { readonly bytes: Uint8Array; readonly left: readonly number[]; readonly lines: readonly (readonly string[])[] }

/** What a row cannot be put beside without harm to it. */
const rigid = new Set(['table', 'comments', 'threadedComment', 'pivotTable', 'vmlDrawing'])

const mtime = new Date(1980, 0, 1)

/**
 * Writes into a workbook as it was sent: layout, merges, widths, pictures and formulas stay; what is computed is computed anew when it is opened.
 * A list with more rows than blanks gets rows put in, in the layout of its last blank one. The workbook must be one that `readForm` read. The same
 * bytes for the same writes.
 */
export const fillWorkbook = async (bytes: Uint8Array, { cells, lists, source }: FormWrites): Promise<FilledWorkbook> => {
  const { path, sheets, styles } = await packageParts(bytes)
  const formats = await numberFormats(bytes, styles)
  const files = unzipSync(bytes)
  const parts: Parts = new Map()
  const text = (name: string): string => parts.get(name) ?? (files[name] === undefined ? '' : strFromU8(files[name]))
  const shifts = new Map<string, Shift[]>()
  const left = lists.map(() => 0)
  const open = new Map<string, SheetXml>(sheets.map((sheet) => [sheet.name, parseSheet(text(sheet.path))]))
  for (const [name, xml] of open) {
    const own = lists.map((list, at) => ({ ...list, at })).filter(({ sheet }) => sheet === name).sort((a, b) => b.from - a.from)
    const mine = cells.filter(({ sheet }) => sheet === name).map(({ cell, value }) => ({ ...placeOf(cell), value }))
    let written = writeCells(xml, mine, formats)
    const part = sheets.find((sheet) => sheet.name === name)?.path ?? ''
    const fixed = own.length > 0 && (await relationsOf(bytes, part)).some(({ kind }) => rigid.has(kind))
    for (const list of own) {
      const room = list.to - list.from + 1
      const missing = Math.max(0, list.rows.length - room)
      if (missing > 0 && !fixed) {
        const shift = { after: list.to, count: missing }
        written = insertRows(written, name, shift)
        shifts.set(name, [...(shifts.get(name) ?? []), shift])
      } else left[list.at] = missing
      const rows = list.rows.slice(0, fixed ? room : undefined)
      written = writeCells(written, rows.flatMap((row, at) => list.columns.map((column, n) => ({ row: list.from + at, column, value: row[n] ?? null }))), formats)
    }
    open.set(name, written)
  }
  for (const [name, moved] of shifts) for (const shift of moved) for (const [other, xml] of open) if (other !== name) open.set(other, shiftSheetFormulas(xml, name, false, shift))
  for (const sheet of sheets) {
    const xml = open.get(sheet.name)
    if (xml !== undefined && (changed(sheet.name, cells, lists, shifts) || xml.rows.some((row) => row.cells.some((cell) => computes(cell, xml.prefix))))) parts.set(sheet.path, sheetText(withoutResults(xml)))
  }
  parts.set(path, computedAnew(movedNames(text(path), shifts)))
  for (const name of [relationsPath(path), '[Content_Types].xml']) parts.set(name, text(name))
  dropCalculationChain(files, parts, path)
  const where = (sheet: string, row: number): number => (shifts.get(sheet) ?? []).reduce((at, shift) => shiftedRow(at, shift), row)
  const lines = placedLines(source.lines, where)
  if (source.inside) addSheet(parts, Object.keys(files), path, source.name, sheets.map(({ name }) => name), lines)
  for (const [name, xml] of parts) files[name] = strToU8(xml)
  return { bytes: zipSync(files, { mtime, level: 6 }), left, lines }
}

/** The lines of a sheet of sources once rows were put in: 表1!D5, 表1!A3:E10. */
const placedLines = (lines: readonly (readonly SourceText[])[], where: (sheet: string, row: number) => number): readonly (readonly string[])[] =>
  lines.map((line) =>
    line.map((text) => {
      if (typeof text === 'string') return text
      const row = where(text.sheet, text.row)
      const from = cellName(row, text.column)
      return `${text.sheet}!${from}${text.rows * text.columns > 1 ? `:${cellName(row + text.rows - 1, text.column + text.columns - 1)}` : ''}`
    }),
  )

const placeOf = (cell: string): { readonly row: number; readonly column: number } => {
  const [, letters = 'A', row = '1'] = /^([A-Z]{1,3})(\d+)$/.exec(cell) ?? []
  return { row: Number(row), column: columnAt(letters) }
}

const changed = (name: string, cells: FormWrites['cells'], lists: FormWrites['lists'], shifts: ReadonlyMap<string, unknown>): boolean => cells.some(({ sheet }) => sheet === name) || lists.some(({ sheet }) => sheet === name) || shifts.size > 0

/** Print areas and other names reach as far as their rows now do. */
const movedNames = (workbook: string, shifts: ReadonlyMap<string, readonly Shift[]>): string =>
  workbook.replace(/(<(?:\w+:)?definedName\b[^>]*>)([^<]*)(<\/)/g, (_, open: string, formula: string, close: string) => {
    const moved = [...shifts].reduce((it, [sheet, own]) => own.reduce((each, shift) => shiftFormula(each, sheet, false, shift), it), xmlWords(formula))
    return `${open}${escapedText(moved)}${close}`
  })

/** Asks whoever opens the workbook to compute it; the request stands behind names and outside references (ECMA-376 part 1, 18.2.27). */
const computedAnew = (workbook: string): string => {
  const known = /<((?:\w+:)?calcPr)\b([^>]*?)(\/?)>/
  if (known.test(workbook)) return workbook.replace(known, (_, name: string, attributes: string, closed: string) => `<${name}${attributes.replace(/\sfullCalcOnLoad="[^"]*"/, '')} fullCalcOnLoad="1"${closed}>`)
  const last = [...workbook.matchAll(/<\/((?:\w+:)?)(?:sheets|functionGroups|externalReferences|definedNames)>/g)].at(-1)
  if (last === undefined) return workbook
  const at = last.index + last[0].length
  return `${workbook.slice(0, at)}<${last[1] ?? ''}calcPr calcId="0" fullCalcOnLoad="1"/>${workbook.slice(at)}`
}

/** The order in which cells were last computed names cells by their place; Excel makes it anew. */
const dropCalculationChain = (files: Record<string, Uint8Array>, parts: Parts, workbook: string): void => {
  for (const name of Object.keys(files)) if (/(^|\/)calcChain\.xml$/.test(name)) delete files[name]
  const relations = relationsPath(workbook)
  parts.set(relations, (parts.get(relations) ?? '').replace(/<(?:\w+:)?Relationship\s[^>]*\/calcChain"[^>]*\/>/g, ''))
  parts.set('[Content_Types].xml', (parts.get('[Content_Types].xml') ?? '').replace(/<(?:\w+:)?Override\s[^>]*calcChain\.xml"[^>]*\/>/g, ''))
}
