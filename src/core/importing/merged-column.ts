import type { Cell, Merge, SheetRow } from './cell.ts'

/** A column that has cells merged over several rows: what stands over a row, and the merge that covers it. Rows are asked for from above to below. */
export type MergedColumn = { readonly at: (row: SheetRow) => { readonly cell: Cell; readonly merge: Merge | undefined } }

/** The merged cells of a column below the head; undefined where there are none. Cells merged only sideways keep their value at their left. */
export const mergedColumn = (merges: readonly Merge[], column: number, below: number): MergedColumn | undefined => {
  const over = merges.filter((merge) => merge.fromRow > below && merge.toRow > merge.fromRow && merge.fromColumn <= column && merge.toColumn >= column).sort((a, b) => a.fromRow - b.fromRow)
  if (over.length === 0) return undefined
  let next = 0
  let cell: Cell = null
  return {
    at: (row) => {
      while (next < over.length && (over[next]?.toRow ?? 0) < row.at) {
        next += 1
        cell = null
      }
      const merge = over[next]
      if (merge === undefined || merge.fromRow > row.at) return { cell: row.cells[column] ?? null, merge: undefined }
      if (merge.fromRow === row.at) cell = row.cells[merge.fromColumn] ?? null
      return { cell: merge.fromColumn === column ? cell : (row.cells[column] ?? null), merge: cell === null ? undefined : merge }
    },
  }
}
