import type { FormatWarning } from '../ledger/check-digits/text-format.ts'
import { formatWarning } from '../ledger/check-digits/text-format.ts'
import type { Field } from '../ledger/field.ts'
import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { problem } from '../ledger/kinds/kind.ts'
import type { Fields, Value } from '../ledger/value.ts'
import type { RefusalCode } from '../refusal/catalogue.ts'
import { cellName } from './cell.ts'
import type { Cell, Merge, SheetRow } from './cell.ts'
import type { Header } from './find-header.ts'
import { isHeadAgain } from './find-header.ts'
import { isFooting } from './footing.ts'
import type { Mapping } from './mapping.ts'
import { mergedColumn } from './merged-column.ts'
import type { MergedColumn } from './merged-column.ts'
import type { Known } from './read-cell.ts'
import { isCellProblem, readCell } from './read-cell.ts'

/** A problem at its cell. */
export type CellProblem = { readonly cell: string; readonly column: number; readonly field: string; readonly code: RefusalCode; readonly details: Readonly<Record<string, unknown>> }

/** A code or number at its cell that looks wrong. It is taken all the same; the text itself is not told again. */
export type CellWarning = { readonly cell: string; readonly column: number; readonly field: string; readonly code: FormatWarning }

/** A row as it was read. References are still the text that names them, sealed values still plain. */
export type ReadRow =
  | { readonly row: number; readonly kind: 'data'; readonly fields: Fields; readonly warnings?: readonly CellWarning[] }
  | { readonly row: number; readonly kind: 'problem'; readonly fields: Fields; readonly problems: readonly CellProblem[]; readonly warnings?: readonly CellWarning[] }
  | { readonly row: number; readonly kind: 'skipped'; readonly why: 'blank' | 'total' | 'footer' | 'head' }

/** What rows are read by: the fields of the ledger, what the columns were taken for, and the sheet's head and merged cells. */
export type Reading = { readonly fields: readonly Field[]; readonly mapping: Mapping; readonly header: Header; readonly merges: readonly Merge[]; readonly known: Known }

/** A column that is read, and how: repeated words are read once. */
type ReadColumn = { readonly at: number; readonly field: Field; readonly merged: MergedColumn | undefined; readonly read: (cell: Cell) => Value | ValueProblem }

/**
 * Reads the rows of a sheet one by one, from above to below, by its mapping: values as people write them, every problem at its cell, a key that
 * stood in the sheet before at the later row. What is required must be there; of a row that may be known again by its key, only the key. Words merged over several rows
 * stand in each; numbers merged so are problems. Blank rows, totals, feet and repeated heads are left out and told.
 */
export const rowReader = ({ fields, mapping, header, merges, known }: Reading): ((row: SheetRow) => ReadRow) => {
  const columns = mapping.columns.flatMap((column): readonly ReadColumn[] => {
    const field = fields.find((each) => each.key === column.field)
    return field === undefined ? [] : [{ at: column.at, field, merged: mergedColumn(merges, column.at, header.to), read: onceRead(field, column.unit ?? undefined, known) }]
  })
  const placeOf = new Map(columns.map(({ at, field }) => [field.key, at]))
  const missing = requiredOf(fields, columns).filter(({ key }) => mapping.key?.includes(key) !== false)
  const fixed = fixedValues(fields, mapping, known)
  const seen = new Map<string, number>()
  return (row) => {
    const skipped = whySkipped(row, columns, header)
    if (skipped !== undefined) return { row: row.at, kind: 'skipped', why: skipped }
    const given: Record<string, Value> = { ...fixed }
    let problems: CellProblem[] | undefined
    let warnings: CellWarning[] | undefined
    const tell = (at: number, field: string, code: RefusalCode, details: Readonly<Record<string, unknown>>): void => void (problems ??= []).push({ cell: cellName(row.at, at), column: at, field, code, details })
    for (const { at, field, merged, read } of columns) {
      const spread = merged?.at(row)
      const value = spread?.merge !== undefined && isNumber(field) ? problem('number-merged', { from: spread.merge.fromRow, to: spread.merge.toRow }) : read(spread?.cell ?? row.cells[at] ?? null)
      if (isCellProblem(value)) tell(at, field.key, value.problem, value.details)
      else if (value !== null) {
        given[field.key] = value
        const looks = field.format === undefined ? undefined : formatWarning(field.format, String(value))
        if (looks !== undefined) (warnings ??= []).push({ cell: cellName(row.at, at), column: at, field: field.key, code: looks })
      }
    }
    for (const { key } of missing) {
      const at = placeOf.get(key)
      if (given[key] === undefined && problems?.some((each) => each.field === key) !== true) tell(at ?? columns[0]?.at ?? 0, key, 'field-required', {})
    }
    const twice = mapping.key === null ? undefined : again(seen, mapping.key, given, row.at)
    if (twice !== undefined && mapping.key?.[0] !== undefined) tell(placeOf.get(mapping.key[0]) ?? 0, mapping.key[0], 'row-twice', { row: twice })
    const told = warnings === undefined ? {} : { warnings }
    return problems === undefined ? { row: row.at, kind: 'data', fields: given, ...told } : { row: row.at, kind: 'problem', fields: given, problems, ...told }
  }
}

/** What every row of the sheet says by itself; a text that does not fit its field says nothing. */
const fixedValues = (fields: readonly Field[], mapping: Mapping, known: Known): Readonly<Record<string, Value>> =>
  Object.fromEntries((mapping.fixed ?? []).flatMap(({ field, text }) => {
    const value = fixedValue(fields, field, text, known)
    return value === undefined || isCellProblem(value) || value === null ? [] : [[field, value]]
  }))

/** Reads the one value all rows have in a field the sheet has no column for; undefined where there is no such field. */
export const fixedValue = (fields: readonly Field[], key: string, text: string, known: Known): Value | ValueProblem | undefined => {
  const field = fields.find((each) => each.key === key)
  return field === undefined ? undefined : readCell({ kind: 'text', text }, field, undefined, known)
}

const isNumber = ({ kind }: Field): boolean => kind === 'decimal' || kind === 'integer'

const whySkipped = (row: SheetRow, columns: readonly ReadColumn[], header: Header): Extract<ReadRow, { kind: 'skipped' }>['why'] | undefined => {
  const footing = isFooting(row)
  if (footing !== undefined) return footing
  if (isHeadAgain(row, header)) return 'head'
  return columns.some(({ at }) => isFilled(row.cells[at])) ? undefined : 'blank'
}

const isFilled = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined && (cell.kind !== 'text' || cell.text.trim() !== '')

/** Required fields, but for those a reference of the sheet brings with it. */
const requiredOf = (fields: readonly Field[], columns: readonly ReadColumn[]): readonly Field[] => {
  const carried = new Set(columns.flatMap(({ field }) => (field.carries ?? []).map(({ to }) => to)))
  return fields.filter(({ key, required }) => required === true && !carried.has(key))
}

/** The row that had the same key before; undefined for the first one and for a key that is not whole. */
const again = (seen: Map<string, number>, key: readonly string[], given: Readonly<Record<string, Value>>, at: number): number | undefined => {
  const [only = ''] = key
  if (key.some((each) => given[each] === undefined)) return undefined
  const text = key.length === 1 ? String(given[only]) : JSON.stringify(key.map((each) => given[each]))
  const first = seen.get(text)
  if (first === undefined) seen.set(text, at)
  return first
}

/** So many different words of a column are kept with what they were read as. */
const mostKept = 5000

/** Fields whose words are most often different in every row. */
const different: ReadonlySet<Field['kind']> = new Set(['text', 'note', 'reference', 'sealed'])

/** Reads a cell for a field; words that stood in the column before are not read again. */
const onceRead = (field: Field, unit: string | undefined, known: Known): ReadColumn['read'] => {
  if (different.has(field.kind)) return (cell) => readCell(cell, field, unit, known)
  const kept = new Map<string, Value | ValueProblem>()
  return (cell) => {
    if (cell === null) return null
    if (cell.kind !== 'text' || cell.text.length > 60) return readCell(cell, field, unit, known)
    const before = kept.get(cell.text)
    if (before !== undefined) return before
    const value = readCell(cell, field, unit, known)
    if (kept.size < mostKept) kept.set(cell.text, value)
    return value
  }
}
