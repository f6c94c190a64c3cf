import type { Field } from '../ledger/field.ts'
import type { Fields, Value } from '../ledger/value.ts'
import type { RefusalCode } from '../refusal/catalogue.ts'
import { cellName, cellText } from './cell.ts'
import type { Merge, SheetRow } from './cell.ts'
import type { Header } from './find-header.ts'
import { isFooting, isHeadAgain } from './find-header.ts'
import type { Mapping } from './mapping.ts'
import type { Known } from './read-cell.ts'
import { isCellProblem, readCell } from './read-cell.ts'

/** A problem at its cell. */
export type CellProblem = { readonly cell: string; readonly column: number; readonly field: string; readonly code: RefusalCode; readonly details: Readonly<Record<string, unknown>> }

/** A row as it was read. References are still the text that names them, sealed values still plain. */
export type ReadRow =
  | { readonly row: number; readonly kind: 'data'; readonly fields: Fields }
  | { readonly row: number; readonly kind: 'problem'; readonly fields: Fields; readonly problems: readonly CellProblem[] }
  | { readonly row: number; readonly kind: 'skipped'; readonly why: 'blank' | 'total' | 'footer' | 'head' }

/** The rows below a head that are looked at whether they end the table. */
type Reading = { readonly fields: readonly Field[]; readonly mapping: Mapping; readonly header: Header; readonly merges: readonly Merge[]; readonly known: Known }

/**
 * Reads the rows of a sheet one by one by its mapping: values as people write them, every problem at its cell, a key that stood in the sheet
 * before at the later row. Blank rows, totals, feet and repeated heads are left out and told.
 */
export const rowReader = ({ fields, mapping, header, known }: Reading): ((row: SheetRow) => ReadRow) => {
  const columns = mapping.columns.flatMap((column) => {
    const field = fields.find((each) => each.key === column.field)
    return field === undefined ? [] : [{ at: column.at, field, unit: column.unit ?? undefined }]
  })
  const placeOf = new Map(columns.map(({ at, field }) => [field.key, at]))
  const keys = mapping.key === null ? [] : [mapping.key]
  const seen = new Map<string, number>()
  return (row) => {
    if (columns.every(({ at }) => cellText(row.cells[at]) === '')) return { row: row.at, kind: 'skipped', why: row.cells.every((cell) => cellText(cell) === '') ? 'blank' : (isFooting(row) ?? 'blank') }
    const footing = isFooting(row)
    if (footing !== undefined) return { row: row.at, kind: 'skipped', why: footing }
    if (isHeadAgain(row, header)) return { row: row.at, kind: 'skipped', why: 'head' }
    const given: Record<string, Value> = {}
    const problems: CellProblem[] = []
    for (const { at, field, unit } of columns) {
      const value = readCell(row.cells[at] ?? null, field, unit, known)
      if (isCellProblem(value)) problems.push({ cell: cellName(row.at, at), column: at, field: field.key, code: value.problem, details: value.details })
      else if (value !== null) given[field.key] = value
    }
    for (const key of keys) {
      const text = key.every((each) => given[each] !== undefined) ? JSON.stringify(key.map((each) => given[each])) : undefined
      if (text === undefined) continue
      const first = seen.get(text)
      const [field = ''] = key
      const at = placeOf.get(field) ?? 0
      if (first === undefined) seen.set(text, row.at)
      else problems.push({ cell: cellName(row.at, at), column: at, field, code: 'row-twice', details: { row: first } })
    }
    return problems.length === 0 ? { row: row.at, kind: 'data', fields: given } : { row: row.at, kind: 'problem', fields: given, problems }
  }
}
