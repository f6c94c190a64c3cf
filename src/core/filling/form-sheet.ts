import type { Merge } from '../importing/cell.ts'

/** A cell of a form as it came, rows from 1 and columns from 0; of merged cells only the first one has anything to say. */
export type FormCell = {
  readonly row: number
  readonly column: number
  readonly text: string
  /** Computed by the workbook itself: never written. */
  readonly formula: boolean
  /** A number, a day or a yes, as opposed to words. */
  readonly value: boolean
  /** May not be written: its sheet is protected and the cell is not set free. */
  readonly locked: boolean
  /** Has a line on at least two of its sides. */
  readonly boxed: boolean
  /** The decimals its number format shows; null where it shows what is there. */
  readonly decimals: number | null
  /** A number is shown in percent: 0.125 is 12.5%. */
  readonly percent: boolean
  readonly align: 'left' | 'center' | 'right' | null
}

/** A sheet of a form. Only cells that hold something, or have a style of their own, are there. */
export type FormSheet = { readonly name: string; readonly hidden: boolean; readonly locked: boolean; readonly cells: readonly FormCell[]; readonly merges: readonly Merge[]; /** How wide each column is from the first on, in Latin letters. */ readonly widths: readonly number[] }

/** Looks cells up by place, and what a merged cell covers at its first cell. */
export type FormGrid = {
  readonly at: (row: number, column: number) => FormCell | undefined
  readonly mergeAt: (row: number, column: number) => Merge | undefined
  readonly last: { readonly row: number; readonly column: number }
}

/** The cells of a sheet as a grid. */
export const formGrid = ({ cells, merges }: FormSheet): FormGrid => {
  const known = new Map(cells.map((cell) => [cell.row * width + cell.column, cell]))
  const covered = new Map<number, Merge>()
  for (const merge of merges)
    if ((merge.toRow - merge.fromRow + 1) * (merge.toColumn - merge.fromColumn + 1) <= mostCovered)
      for (let row = merge.fromRow; row <= merge.toRow; row += 1) for (let column = merge.fromColumn; column <= merge.toColumn; column += 1) covered.set(row * width + column, merge)
  const mergeAt = (row: number, column: number): Merge | undefined => covered.get(row * width + column)
  return {
    mergeAt,
    at: (row, column) => {
      const merge = mergeAt(row, column)
      return known.get(merge === undefined ? row * width + column : merge.fromRow * width + merge.fromColumn)
    },
    last: { row: cells.reduce((most, cell) => Math.max(most, cell.row), 0), column: cells.reduce((most, cell) => Math.max(most, cell.column), 0) },
  }
}

/** Excel's own width of a sheet. */
const width = 16_384

/** A merged cell larger than any form has is not spread. */
const mostCovered = 20_000
