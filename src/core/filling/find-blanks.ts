import { cellName, narrow } from '../importing/cell.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import { unitNamed } from '../importing/unit-named.ts'
import type { FormCell, FormGrid, FormSheet } from './form-sheet.ts'
import { formGrid } from './form-sheet.ts'

/** A blank that asks for one value. `heads` are the words that name it: those of its row from left to right, then those of its column from above to below. */
export type Blank = {
  readonly sheet: string
  readonly cell: string
  readonly row: number
  readonly column: number
  /** In a table under a head, beside a label, or behind a label in the same cell. */
  readonly kind: 'table' | 'label' | 'behind'
  readonly rowHeads: readonly string[]
  readonly columnHeads: readonly string[]
  /** The words that stand in the cell already and stay before what is written; empty but for `behind`. */
  readonly before: string
  /** The unit its heads or its sheet name; null where none is. */
  readonly unit: string | null
  readonly decimals: number | null
  readonly percent: boolean
}

/** Rows that are blank under heads: one entry a row. */
export type BlankList = { readonly sheet: string; readonly from: number; readonly to: number; readonly columns: readonly { readonly column: number; readonly heads: readonly string[]; readonly unit: string | null }[] }

/** What a sheet asks for, and why it asks for nothing where it does not. */
export type Blanks = { readonly blanks: readonly Blank[]; readonly lists: readonly BlankList[] }

/** A form has no more blanks than this; more are data. */
export const mostBlanks = 12_000

/** Everything the sheets of a form leave blank; refused where it is more than a form has. */
export const formBlanks = (sheets: readonly FormSheet[]): Blanks | Refusal => {
  const found = sheets.map(findBlanks)
  const [blanks, lists] = [found.flatMap((each) => each.blanks), found.flatMap((each) => each.lists)]
  if (blanks.length > mostBlanks || lists.length > mostLists) return refuse('form-many-blanks', { count: blanks.length + lists.length, max: mostBlanks })
  return blanks.length + lists.length === 0 ? refuse('form-no-blanks') : { blanks, lists }
}

const mostLists = 50

/**
 * Finds what a sheet leaves blank. Where cells have lines, only those are asked; else all cells between the first and the last word. Computed
 * and locked cells are never asked for, hidden sheets neither.
 */
export const findBlanks = (sheet: FormSheet): Blanks => {
  if (sheet.hidden) return { blanks: [], lists: [] }
  const grid = formGrid(sheet)
  const lined = sheet.cells.some((cell) => cell.boxed && cell.text !== '')
  const shared = sharedUnit(sheet)
  const open = (row: number, column: number): boolean => {
    const merge = grid.mergeAt(row, column)
    if (merge !== undefined && (merge.fromRow !== row || merge.fromColumn !== column)) return false
    const cell = grid.at(row, column)
    return isBlank(cell) && cell?.locked !== true && (cell === undefined ? !sheet.locked && !lined : !lined || cell.boxed)
  }
  const lists = listsIn(sheet, grid, open, shared)
  const listed = (row: number): boolean => lists.some((list) => row >= list.from && row <= list.to)
  const blanks: Blank[] = []
  for (let row = 1; row <= grid.last.row; row += 1) {
    for (let column = 0; column <= grid.last.column; column += 1) {
      if (listed(row)) break
      const blank = open(row, column) ? tableBlank(sheet, grid, row, column, shared) : undefined
      if (blank !== undefined) blanks.push(blank)
    }
  }
  const asked = new Set(blanks.map(({ cell }) => cell))
  blanks.push(...labelBlanks(sheet, grid, asked))
  return { blanks: blanks.sort((a, b) => a.row - b.row || a.column - b.column), lists }
}

const isBlank = (cell: FormCell | undefined): boolean => cell === undefined || (cell.text === '' && !cell.formula)

/** Words, as opposed to values: what may name something. */
const isWords = (cell: FormCell | undefined): cell is FormCell => cell !== undefined && cell.text !== '' && !cell.value && !cell.formula && !/^(?:[\d.,%\-—/（）()]*\d[\d.,%\-—/（）()]*|[\-—/]+)$/.test(cell.text)

const tableBlank = (sheet: FormSheet, grid: FormGrid, row: number, column: number, shared: string | null): Blank | undefined => {
  const rowHeads = leftOf(grid, row, column)
  const columnHeads = aboveOf(grid, row, column)
  if (rowHeads.length === 0 || columnHeads.some((head) => asksNothing.test(head))) return undefined
  const cell = grid.at(row, column)
  const own = { sheet: sheet.name, cell: cellName(row, column), row, column, before: '', decimals: cell?.decimals ?? null, percent: cell?.percent === true }
  if (columnHeads.length === 0) return cell?.boxed === true ? { ...own, kind: 'label', rowHeads: rowHeads.slice(-1), columnHeads, unit: unitIn(rowHeads) ?? null } : undefined
  return { ...own, kind: 'table', rowHeads, columnHeads, unit: unitIn([...columnHeads].reverse()) ?? unitIn([...rowHeads].reverse()) ?? shared }
}

/** A column that says what the others mean. */
const asksNothing = /^(计量单位|序号)$/

/** Words at the left in the same row, from the outermost in; blanks and values between are passed over until the words begin. */
const leftOf = (grid: FormGrid, row: number, column: number): readonly string[] => {
  const heads: string[] = []
  for (let at = column - 1; at >= 0; at = (grid.mergeAt(row, at)?.fromColumn ?? at) - 1) {
    const cell = grid.at(row, at)
    if (isWords(cell)) {
      const text = plain(cell.text)
      if (heads[0] !== text) heads.unshift(text)
    } else if (heads.length > 0 && isBlank(cell)) break
  }
  return heads
}

/** Words above in the same column, from the topmost down, as far as they stand without a gap; a title over the whole sheet is none. */
const aboveOf = (grid: FormGrid, row: number, column: number): readonly string[] => {
  const heads: string[] = []
  for (let at = row - 1; at >= 1; at = (grid.mergeAt(at, column)?.fromRow ?? at) - 1) {
    const cell = grid.at(at, column)
    if (!isWords(cell)) {
      if (heads.length > 0) break
      continue
    }
    if (isTitle(grid, at, column)) break
    if (heads.length > 0 && !cell.boxed && grid.at(at + 1, column)?.boxed === true) break
    const text = plain(cell.text)
    if (heads[0] !== text) heads.unshift(text)
    if (heads.length >= mostLevels) break
  }
  return heads
}

const mostLevels = 5

/** Stands over most of the sheet, or alone in its row. */
const isTitle = (grid: FormGrid, row: number, column: number): boolean => {
  const merge = grid.mergeAt(row, column)
  const from = merge?.fromColumn ?? column
  const to = merge?.toColumn ?? column
  if (to - from + 1 > Math.max(2, 0.8 * (grid.last.column + 1))) return true
  if (grid.at(row, column)?.boxed === true) return false
  for (let at = 0; at <= grid.last.column; at += 1) if ((at < from || at > to) && isWords(grid.at(row, at))) return false
  return true
}

/** '填报单位：' with a blank at its right, or with nothing behind it in its own cell. */
const labelBlanks = (sheet: FormSheet, grid: FormGrid, asked: ReadonlySet<string>): readonly Blank[] =>
  sheet.cells.flatMap((cell): readonly Blank[] => {
    const label = /^([^：:]{2,12})[：:]\s*_*\s*$/.exec(narrowed(cell.text))?.[1]
    if (label === undefined || cell.formula) return []
    const next = (grid.mergeAt(cell.row, cell.column)?.toColumn ?? cell.column) + 1
    const right = grid.at(cell.row, next)
    const blank = isBlank(right) && right?.locked !== true && !(right === undefined && sheet.locked) && next <= grid.last.column
    const own = { sheet: sheet.name, rowHeads: [plain(label)], columnHeads: [], before: '', unit: null, decimals: null, percent: false }
    if (blank) return asked.has(cellName(cell.row, next)) ? [] : [{ ...own, cell: cellName(cell.row, next), row: cell.row, column: next, kind: 'label' }]
    return cell.locked ? [] : [{ ...own, cell: cellName(cell.row, cell.column), row: cell.row, column: cell.column, kind: 'behind', before: cell.text.replace(/[_\s]+$/, '') }]
  })

/** Runs of rows under heads in which nothing stands but, at most, a running number in the first column. */
const listsIn = (sheet: FormSheet, grid: FormGrid, open: (row: number, column: number) => boolean, shared: string | null): readonly BlankList[] => {
  const lists: BlankList[] = []
  for (let row = 2; row <= grid.last.row; row += 1) {
    const columns = listColumns(grid, row, open)
    if (columns.length < 2) continue
    let to = row
    while (to < grid.last.row && sameColumns(columns, listColumns(grid, to + 1, open))) to += 1
    const heads = columns.map((column) => aboveOf(grid, row, column))
    const named = heads.filter((each) => each.length > 0).length
    if (named >= 2 && named >= columns.length * 0.6 && named === new Set(heads.map((each) => each.join('/')).filter((text) => text !== '')).size)
      lists.push({ sheet: sheet.name, from: row, to, columns: columns.flatMap((column, at) => ((heads[at] ?? []).length === 0 ? [] : [{ column, heads: heads[at] ?? [], unit: unitIn([...(heads[at] ?? [])].reverse()) ?? shared }])) })
    row = to
  }
  return lists
}

/** The open cells of a row that holds no words; none where it does. */
const listColumns = (grid: FormGrid, row: number, open: (row: number, column: number) => boolean): readonly number[] => {
  const columns: number[] = []
  let begun = false
  for (let column = 0; column <= grid.last.column; column += 1) {
    const cell = grid.at(row, column)
    if (open(row, column)) columns.push(column)
    else if (!isBlank(cell) && !cell?.formula) {
      if (begun || !/^\d{1,4}$/.test(cell?.text ?? '')) return []
    }
    begun ||= !isBlank(cell)
  }
  return columns
}

const sameColumns = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((column, at) => column === b[at])

const narrowed = (text: string): string => text.replaceAll('\u3000', ' ').replace(/\s+/g, ' ').trim()

/** A head without spaces and the breaks a narrow column gives it. */
export const plain = (text: string): string => narrow(text).replace(/\s+/g, '').replace(/^[*☆★]+|[*]+$/g, '')

const bracketed = /[(（[【](?:单位[:：])?([^()（）[\]【】]{1,8})[)）\]】]/g

/** The first unit among heads: in brackets, or a head that is nothing else. */
const unitIn = (heads: readonly string[]): string | undefined => {
  for (const head of heads) {
    if (unitNamed(head) !== undefined) return head
    for (const [, text = ''] of head.matchAll(bracketed)) if (unitNamed(text) !== undefined) return text
  }
  return undefined
}

/** A line that names one unit for the whole sheet: 单位：万元. */
const sharedUnit = (sheet: FormSheet): string | null => {
  for (const cell of sheet.cells)
    for (const [, unit = ''] of plain(cell.text).matchAll(/(?:^|[^填报属送责任主管])(?:金额|计量)?单位:([^,;、:()]{1,8}?)(?=[,;、()]|$)/g)) if (unitNamed(unit) !== undefined) return unit
  return null
}
