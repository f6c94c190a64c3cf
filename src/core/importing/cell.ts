import type { Day } from '../time/day.ts'

/** A cell as a workbook keeps it. Numbers are the plain decimal Excel shows (15 digits); a share shown as percent keeps its own value, 0.125 of 12.5%. */
export type Cell =
  | null
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly percent: boolean }
  | { readonly kind: 'day'; readonly day: Day; readonly time: string | null }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string }

/** A row of a sheet by its number from 1, its cells by their column from 0. */
export type SheetRow = { readonly at: number; readonly cells: readonly Cell[] }

/** Merged cells: rows from 1, columns from 0, both ends included. */
export type Merge = { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }

/** 'C12' of row 12 and column 2. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`

/** 'A' of column 0, 'AA' of column 26. */
export const columnName = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26))

/** What a person reads in a cell; empty text where nothing stands. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text.trim()
    case 'number':
      return cell.text
    case 'day':
      return cell.time === null ? cell.day : `${cell.day} ${cell.time}`
    case 'flag':
      return cell.value ? '是' : '否'
    case 'error':
      return cell.text
    default:
      return cell satisfies never
  }
}

/** Latin letters, digits and signs in their narrow form, and no space at either end: what people type with a Chinese keyboard. */
export const narrow = (text: string): string => (wide.test(text) ? text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ') : text).trim()

const wide = /[！-～　]/
