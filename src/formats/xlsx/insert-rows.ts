import type { Merge } from '../../core/importing/cell.ts'
import { cellName } from '../../core/importing/cell.ts'
import { mergesIn } from './read-form.ts'
import type { CellXml, RowXml, SheetXml } from './sheet-xml.ts'
import type { Shift } from './shift-rows.ts'
import { shiftedRow, shiftFormula, shiftRanges } from './shift-rows.ts'
import { xmlWords } from './xml-words.ts'
import { escapedText } from './xml-escape.ts'

/** Puts rows in behind a row of a sheet, each in the layout of that row; merges, rules, breaks and formulas below move along. */
export const insertRows = (sheet: SheetXml, name: string, shift: Shift): SheetXml => {
  const { prefix } = sheet
  const rows = sheet.rows.map((row): RowXml => ({ ...row, row: shiftedRow(row.row, shift), cells: row.cells.map((cell) => ({ ...cell, body: shiftBody(cell.body, name, true, shift, prefix) })) }))
  const at = rows.findIndex(({ row }) => row === shift.after)
  const model = at < 0 ? undefined : rows[at]
  const added = Array.from({ length: shift.count }, (_, n): RowXml => ({ row: shift.after + n + 1, attributes: model?.attributes ?? '', cells: (model?.cells ?? []).map((cell): CellXml => ({ column: cell.column, attributes: onlyStyle(cell.attributes), body: null })) }))
  const next = rows.findIndex(({ row }) => row > shift.after)
  return { ...sheet, before: sheet.before.replace(/<(?:\w+:)?dimension\s[^>]*\/>/, ''), rows: next < 0 ? [...rows, ...added] : [...rows.slice(0, next), ...added, ...rows.slice(next)], after: shiftAfter(sheet.after, name, shift, prefix) }
}

/** The formulas of a sheet after rows were put into one of that name. */
export const shiftSheetFormulas = (sheet: SheetXml, name: string, own: boolean, shift: Shift): SheetXml => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, body: shiftBody(cell.body, name, own, shift, sheet.prefix) })) })),
})

/** Moves the formula of a cell, and the range it is shared over. */
const shiftBody = (body: string | null, name: string, own: boolean, shift: Shift, prefix: string): string | null =>
  body === null
    ? null
    : body.replace(new RegExp(`(<${prefix}f(?:\\s[^>]*?)?>)([^<]*)(</${prefix}f>)`), (_, open: string, formula: string, close: string) => `${own ? shiftAttribute(open, 'ref', shift) : open}${escapedText(shiftFormula(xmlWords(formula), name, own, shift))}${close}`)

const shiftAttribute = (tag: string, attribute: string, shift: Shift): string => tag.replace(new RegExp(`(\\s${attribute}=")([^"]*)(")`), (_, open: string, ranges: string, close: string) => `${open}${shiftRanges(ranges, shift)}${close}`)

const shiftAfter = (after: string, name: string, shift: Shift, prefix: string): string => {
  const merges = mergesIn(after)
  const without = after.replace(new RegExp(`<${prefix}mergeCells\\b[^>]*>.*?</${prefix}mergeCells>`, 's'), merges.length === 0 ? '$&' : mergesXml(movedMerges(merges, shift), prefix))
  return without
    .replace(/<(?:\w+:)?(?:conditionalFormatting|dataValidation|hyperlink|autoFilter|protectedRange|ignoredError)\s[^>]*>/g, (tag) => shiftAttribute(shiftAttribute(tag, 'sqref', shift), 'ref', shift))
    .replace(/(<(?:\w+:)?formula[12]?>)([^<]*)(<\/)/g, (_, open: string, formula: string, close: string) => `${open}${escapedText(shiftFormula(xmlWords(formula), name, true, shift))}${close}`)
    .replace(/(<(?:\w+:)?rowBreaks\b[^>]*>)(.*?)(<\/(?:\w+:)?rowBreaks>)/s, (_, open: string, breaks: string, close: string) => `${open}${breaks.replace(/(\sid=")(\d+)/g, (__, id: string, row: string) => `${id}${Number(row) >= shift.after ? Number(row) + shift.count : row}`)}${close}`)
}

/** Merges move, those over the place grow, and those within the model row are made again in each new one. */
const movedMerges = (merges: readonly Merge[], shift: Shift): readonly Merge[] => [
  ...merges.map((merge): Merge => (merge.fromRow > shift.after ? { ...merge, fromRow: merge.fromRow + shift.count, toRow: merge.toRow + shift.count } : merge.toRow > shift.after ? { ...merge, toRow: merge.toRow + shift.count } : merge)),
  ...merges.filter((merge) => merge.fromRow === shift.after && merge.toRow === shift.after).flatMap((merge) => Array.from({ length: shift.count }, (_, n): Merge => ({ ...merge, fromRow: shift.after + n + 1, toRow: shift.after + n + 1 }))),
]

const mergesXml = (merges: readonly Merge[], prefix: string): string =>
  `<${prefix}mergeCells count="${merges.length}">${merges.map((merge) => `<${prefix}mergeCell ref="${cellName(merge.fromRow, merge.fromColumn)}:${cellName(merge.toRow, merge.toColumn)}"/>`).join('')}</${prefix}mergeCells>`

const onlyStyle = (attributes: string): string => /\ss="\d+"/.exec(attributes)?.[0] ?? ''
