import type { Field } from '../ledger/field.ts'
import type { Merge, SheetRow } from './cell.ts'
import { cellText } from './cell.ts'
import type { Column, Header } from './find-header.ts'
import { findHeader, headerAt } from './find-header.ts'
import { isFooting } from './footing.ts'
import type { FixedValue, Mapping } from './mapping.ts'
import type { ColumnMatch } from './match-columns.ts'
import { matchColumns } from './match-columns.ts'
import type { Known } from './read-cell.ts'
import { unitFits } from './read-number.ts'
import { synonyms } from './synonyms.ts'

/** What a person chose over what was found. */
export type Asked = { readonly sheet?: string | undefined; readonly headerTo?: number | undefined; readonly columns?: readonly { readonly at: number; readonly field: string | null }[] | undefined; readonly key?: readonly string[] | null | undefined; readonly fixed?: readonly FixedValue[] | undefined }

/** How a sheet will be read. */
export type Outline = { readonly header: Header; readonly matches: readonly (Omit<ColumnMatch, 'by'> & { readonly by: ColumnMatch['by'] | 'chosen' })[]; readonly mapping: Mapping; readonly samples: readonly (readonly string[])[] }

/** Rows at the top of a sheet that are looked at for its head. */
export const lookRows = 80

/** Finds the head of a sheet and takes its columns for fields; undefined where there is no head. `keys` are the sets of fields by which rows may be known. */
export const outlineOf = (sheet: string, top: readonly SheetRow[], merges: readonly Merge[], fields: readonly Field[], keys: readonly (readonly string[])[], asked: Asked, remembered: Mapping | undefined, known: Known): Outline | undefined => {
  const header = asked.headerTo !== undefined ? headerAt(top, merges, asked.headerTo) : (againAt(top, merges, remembered, wordsOf(fields)) ?? findHeader(top, merges, wordsOf(fields)))
  if (header === undefined) return undefined
  const below = top.filter((row) => row.at > header.to && isFooting(row) === undefined).slice(0, 40)
  const found = matchColumns(fields, header, below, remembered, known)
  const chosen = new Map(asked.columns?.map((column) => [column.at, column.field]))
  const matches = found
    .map((match) => (chosen.has(match.column.at) ? { ...match, field: chosen.get(match.column.at) ?? null, by: 'chosen' as const } : chosen.size > 0 && match.field !== null && [...chosen.values()].includes(match.field) ? { ...match, field: null, by: null } : match))
    .map((match) => ({ ...match, column: measured(match.column, fields.find((field) => field.key === match.field)) }))
  const mapped = new Set(matches.flatMap((match) => match.field ?? []))
  const fit = keys.filter((key) => key.every((each) => mapped.has(each)))
  const key = asked.key !== undefined ? asked.key : (fit[0] ?? null)
  const columns = matches.map(({ column, field }) => ({ at: column.at, title: column.title, unit: column.unit ?? null, field }))
  return { header, matches, mapping: { sheet, headerTo: header.to, columns, key, fixed: (asked.fixed ?? remembered?.fixed ?? []).filter((each) => !mapped.has(each.field)) }, samples: matches.map(({ column }) => below.map((row) => cellText(row.cells[column.at])).filter((text) => text !== '').slice(0, 3)) }
}

/** A column with the unit its numbers are told in: its own, else the sheet's where that can measure the field; words in brackets above anything else are none. */
const measured = (column: Column, field: Field | undefined): Column => {
  if (field !== undefined && field.kind !== 'decimal' && field.kind !== 'integer') return { ...column, unit: undefined }
  return { ...column, unit: column.unit ?? (field !== undefined && column.shared !== undefined && unitFits(column.shared, field) ? column.shared : undefined) }
}

/** How well a sheet fits a ledger: for choosing among sheets. */
export const fitOf = (outline: Outline | undefined): number => outline?.matches.reduce((sum, match) => sum + (match.field === null ? 0 : match.score), 0) ?? 0

/** The head as the last time, where its row still names the same columns; without a head as the last time, where none names a field now. */
const againAt = (top: readonly SheetRow[], merges: readonly Merge[], remembered: Mapping | undefined, known: ReadonlySet<string>): Header | undefined => {
  const header = remembered === undefined ? undefined : headerAt(top, merges, remembered.headerTo)
  if (remembered?.headerTo === 0 && findHeader(top, merges, known)?.columns.some((column) => known.has(column.title)) === true) return undefined
  return header !== undefined && remembered !== undefined && remembered.columns.every((column) => header.columns.some((each) => each.title === column.title)) ? header : undefined
}

const wordsOf = (fields: readonly Field[]): ReadonlySet<string> => new Set(fields.flatMap((field) => [field.title.zh, field.title.en, ...(field.synonyms ?? []), ...synonyms(field)]))
