import { cellName } from '../../core/importing/cell.ts'
import { columnAt } from './sheet-xml.ts'

/** Rows put in behind row `after`: whatever stood below is `count` further down. Ranges that end at that row reach over the new ones, so that sums go on adding up. */
export type Shift = { readonly after: number; readonly count: number }

const startOf = (row: number, { after, count }: Shift): number => (row > after ? row + count : row)
const endOf = (row: number, { after, count }: Shift): number => (row >= after ? row + count : row)

/** The row where a single cell of a row is afterwards. */
export const shiftedRow = (row: number, shift: Shift): number => startOf(row, shift)

/** 'B3:D5' or 'B3', or several set apart by spaces. */
export const shiftRanges = (ranges: string, shift: Shift): string =>
  ranges.replace(/([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?/g, (_, column: string, row: string, toColumn?: string, toRow?: string) => {
    const from = cellName(startOf(Number(row), shift), columnAt(column))
    return toColumn === undefined || toRow === undefined ? from : `${from}:${cellName(endOf(Number(toRow), shift), columnAt(toColumn))}`
  })

/**
 * A formula after rows were put into the sheet of a name. `own` says that the formula stands in that sheet, where cells are named without it.
 * Words in quotes and names that only look like cells (LOG10) stay as they are.
 */
export const shiftFormula = (formula: string, sheet: string, own: boolean, shift: Shift): string =>
  formula.replace(tokens, (whole: string, text: string | undefined, qualifier: string | undefined, column: string | undefined, row: string | undefined, to: string | undefined, toColumn: string | undefined, toRow: string | undefined) => {
    if (text !== undefined || column === undefined || row === undefined) return whole
    if (qualifier === undefined ? !own : bare(qualifier) !== sheet) return whole
    const from = `${qualifier ?? ''}${column}${moved(row, startOf, shift)}`
    return to === undefined || toColumn === undefined || toRow === undefined ? from : `${from}:${toColumn}${moved(toRow, endOf, shift)}`
  })

const moved = (row: string, where: (row: number, shift: Shift) => number, shift: Shift): string => (row.startsWith('$') ? `$${where(Number(row.slice(1)), shift)}` : String(where(Number(row), shift)))

/** A text in quotes; or a cell or range, with the sheet it is of where that is named. */
const tokens = /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})(\$?\d{1,7})(:(\$?[A-Z]{1,3})(\$?\d{1,7}))?(?![\p{L}\p{N}_(!])/gu

/** 表1 of '表1'!. */
const bare = (qualifier: string): string => qualifier.slice(0, -1).replace(/^'(.*)'$/s, '$1').replaceAll("''", "'")
