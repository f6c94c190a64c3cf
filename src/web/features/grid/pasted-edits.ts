import type { RowOut } from '../../../api/entry.ts'
import type { Known } from '../../../core/importing/read-cell.ts'
import type { ValueProblem } from '../../../core/ledger/kinds/kind.ts'
import type { Fields, Value } from '../../../core/ledger/value.ts'
import { isEditable, isWrong, readTyped } from './cell-value.ts'
import type { GridColumn } from './grid-columns.ts'
import type { Block } from './useGridCells.ts'

/** A cell of a block: the value read from it, or its text and why it is none. */
type PastedCell = { readonly value: Value } | { readonly text: string; readonly problem: ValueProblem }

/** What a block put over a page comes to: edits of whole rows, problems at cells, and what of it has no place there. */
export type Pasted = {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly { readonly entry: RowOut; readonly cells: readonly (PastedCell | undefined)[] }[]
  readonly edits: readonly { readonly entry: number; readonly saw: number; readonly set: Fields }[]
  readonly problems: readonly { readonly entry: number; readonly field: string; readonly problem: ValueProblem }[]
  /** Columns under the block that cannot be edited. */
  readonly skipped: readonly GridColumn[]
  readonly rowsBeyond: number
  readonly columnsBeyond: number
}

/** Reads a block over the rows and columns it covers; a row with a problem is no edit, and a void row is passed over. */
export const editsOf = (rows: readonly RowOut[], columns: readonly GridColumn[], block: Block, known: Known): Pasted => {
  const wide = Math.max(...block.rows.map((row) => row.length), 0)
  const under = columns.slice(block.from.column, block.from.column + wide)
  const shown = under.filter((column) => isEditable(column.field))
  const covered = rows.slice(block.from.row, block.from.row + block.rows.length)
  const problems: Pasted['problems'][number][] = []
  const read = covered.flatMap((entry, at) => {
    if (entry.void) return []
    const cells = shown.map((column): PastedCell | undefined => {
      const text = block.rows[at]?.[under.indexOf(column)]
      if (text === undefined || !isEditable(column.field)) return undefined
      const value = readTyped(column.field, text, known)
      if (!isWrong(value)) return { value }
      problems.push({ entry: entry.id, field: column.key, problem: value })
      return { text, problem: value }
    })
    return [{ entry, cells }]
  })
  const wrong = new Set(problems.map(({ entry }) => entry))
  const edits = read.flatMap(({ entry, cells }) => {
    const set = Object.fromEntries(shown.flatMap((column, at) => {
      const cell = cells[at]
      return cell !== undefined && 'value' in cell && cell.value !== (entry.fields[column.key] ?? null) ? [[column.key, cell.value] as const] : []
    }))
    return wrong.has(entry.id) || Object.keys(set).length === 0 ? [] : [{ entry: entry.id, saw: entry.version, set }]
  })
  return { columns: shown, rows: read, edits, problems, skipped: under.filter((column) => !isEditable(column.field)), rowsBeyond: block.rows.length - covered.length, columnsBeyond: wide - under.length }
}
