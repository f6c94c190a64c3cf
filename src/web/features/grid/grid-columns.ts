import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import { rowColumns } from '../../../core/ledger/list-order.ts'
import { gridColumns } from '../ledger/columns.ts'

/** A column of the grid: a field, or the days a register row holds from and to; its width in pixels. */
export type GridColumn = { readonly key: string; readonly width: number; readonly field: Field | undefined }

export const narrowest = 48
export const widest = 800

/** Every column a ledger can show, in the order of its fields. */
export const allColumns = (ledger: Ledger): readonly GridColumn[] => [
  ...ledger.fields.filter((field) => field.kind !== 'document' && field.retired !== true).map((field) => columnOf(ledger, field.key)),
  ...(ledger.shape === 'register' ? ['valid_from', 'valid_to'].map((key) => columnOf(ledger, key)) : []),
]

/** The columns of an address such as `day,name.240,head`: those that are named, else those declared for the ledger. A number is a width. */
export const readColumns = (ledger: Ledger, text: string | undefined): readonly GridColumn[] => {
  const named = (text ?? '').split(',').flatMap((part): readonly GridColumn[] => {
    const [, key = '', width] = /^([a-z][a-z0-9_]*)(?:\.(\d{2,3}))?$/.exec(part.trim()) ?? []
    const known = allColumns(ledger).find((column) => column.key === key)
    return known === undefined ? [] : [{ ...known, ...(width !== undefined && { width: clamp(Number(width)) }) }]
  })
  const unique = named.filter((column, at) => named.findIndex((each) => each.key === column.key) === at)
  return unique.length > 0 ? unique : usualColumns(ledger)
}

/** The text of columns; undefined where they are the usual ones. */
export const columnsText = (ledger: Ledger, columns: readonly GridColumn[]): string | undefined => {
  const text = columns.map((column) => (column.width === columnOf(ledger, column.key).width ? column.key : `${column.key}.${column.width}`)).join(',')
  return text === usualColumns(ledger).map(({ key }) => key).join(',') ? undefined : text
}

/** Puts a column before another place. */
export const moveColumn = (columns: readonly GridColumn[], from: number, to: number): readonly GridColumn[] => {
  const column = columns[from]
  return column === undefined || to < 0 || to >= columns.length ? columns : columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

export const clamp = (width: number): number => Math.min(Math.max(Math.round(width), narrowest), widest)

const usualColumns = (ledger: Ledger): readonly GridColumn[] => [...gridColumns(ledger).map((field) => columnOf(ledger, field.key)), ...(ledger.shape === 'register' ? ['valid_from', 'valid_to'].map((key) => columnOf(ledger, key)) : [])]

const columnOf = (ledger: Ledger, key: string): GridColumn => {
  const field = findField(ledger, key)
  return { key, field, width: field === undefined || rowColumns.includes(key) ? 112 : widthOf(field) }
}

const widthOf = (field: Field): number => {
  switch (field.kind) {
    case 'note':
      return 280
    case 'text':
      return field.personal === undefined ? 184 : 128
    case 'org':
      return 136
    case 'sealed':
      return 96
    case 'flag':
      return 88
    default:
      return 120
  }
}
