import type { BlankOut, ListOut, LookSheet } from '../../../api/form.ts'
import { cellName } from '../../../core/importing/cell.ts'

/** A cell of a form as a table shows it, with the blank or the list's column it is. */
export type LaidCell = { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number; readonly text: string; readonly boxed: boolean; readonly align: 'left' | 'center' | 'right' | null; readonly formula: boolean; readonly blank: BlankOut | undefined; readonly list: ListOut | undefined }

/** The rows of a sheet; what a merged cell covers is left out. */
export const sheetRows = (sheet: LookSheet, blanks: readonly BlankOut[], lists: readonly ListOut[]): readonly { readonly row: number; readonly cells: readonly LaidCell[] }[] => {
  const known = new Map(sheet.cells.map((cell) => [cell.at.join(), cell]))
  const asked = new Map(blanks.map((blank) => [`${blank.row},${blank.column}`, blank]))
  const merges = new Map(sheet.merges.map((merge) => [`${merge.fromRow},${merge.fromColumn}`, merge]))
  const covered = new Set(sheet.merges.flatMap((merge) => coveredBy(merge)))
  const [height, width] = sheetSize(sheet, blanks)
  return Array.from({ length: height }, (_, above) => {
    const row = above + 1
    const cells: LaidCell[] = []
    for (let column = 0; column < width; column += 1) {
      const at = `${row},${column}`
      if (covered.has(at)) continue
      const merge = merges.get(at)
      const cell = known.get(at)
      cells.push({
        name: cellName(row, column), row, column,
        rows: merge === undefined ? 1 : merge.toRow - merge.fromRow + 1,
        columns: merge === undefined ? 1 : merge.toColumn - merge.fromColumn + 1,
        text: cell?.text ?? '', boxed: cell?.boxed === true, align: cell?.align ?? (merge !== undefined && merge.toColumn > merge.fromColumn ? 'center' : null), formula: cell?.formula === true,
        blank: asked.get(at),
        list: lists.find((list) => row >= list.from && row <= list.to && list.columns.some((each) => each.column === column)),
      })
    }
    return { row, cells }
  })
}

/** Rows and columns of a sheet, with the blanks that stand at its edge. */
export const sheetSize = (sheet: LookSheet, blanks: readonly BlankOut[]): readonly [rows: number, columns: number] => [blanks.reduce((most, { row }) => Math.max(most, row), sheet.rows), blanks.reduce((most, { column }) => Math.max(most, column + 1), sheet.columns)]

/** Whether a cell is its row's title: it reaches over most of the sheet. */
export const isTitle = (cell: Pick<LaidCell, 'columns' | 'boxed' | 'text'>, width: number): boolean => cell.text !== '' && !cell.boxed && cell.columns > 2 && cell.columns >= width * 0.7

const coveredBy = ({ fromRow, toRow, fromColumn, toColumn }: LookSheet['merges'][number]): readonly string[] => {
  const cells: string[] = []
  for (let row = fromRow; row <= toRow; row += 1) for (let column = fromColumn; column <= toColumn; column += 1) if (row !== fromRow || column !== fromColumn) cells.push(`${row},${column}`)
  return cells
}
