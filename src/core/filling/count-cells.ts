import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { FilledCell } from './fill-cells.ts'
import type { FilledList } from './fill-list.ts'

/** The cells of a filled form by who filled them: the book, a hand, nobody. */
export type CellCounts = { readonly book: number; readonly typed: number; readonly none: number }

/**
 * Counts the cells of a filled form. Words typed into the mapping are typed, though it was done once. A cell of a list that is empty in the ledger too
 * was not asked for; of a list nobody has, its blank rows count.
 */
export const countCells = (cells: readonly FilledCell[], lists: readonly FilledList[], ledgerOf: (key: string) => Ledger | undefined): CellCounts => {
  const counts = { book: 0, typed: 0, none: 0 }
  for (const { by } of cells) counts[by] += 1
  for (const { list, rows, missing, masked } of lists) {
    if (missing !== null) {
      counts.none += (list.to - list.from + 1) * list.columns.length
      continue
    }
    const ledger = list.ledger === null ? undefined : ledgerOf(list.ledger)
    const open = list.columns.map(({ source }) => source.kind === 'none' || (source.kind === 'field' && ledger !== undefined && masked.includes(findField(ledger, source.field)?.title.zh ?? '')))
    for (const row of rows)
      for (const [at, cell] of row.entries()) {
        if (cell !== null) counts.book += 1
        else if (open[at] === true) counts.none += 1
      }
  }
  return counts
}
