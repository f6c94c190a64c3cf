import type { Field } from '../ledger/field.ts'
import { cellText } from './cell.ts'
import type { SheetRow } from './cell.ts'
import type { Column, Header } from './find-header.ts'
import type { Mapping } from './mapping.ts'
import type { Known } from './read-cell.ts'
import { isCellProblem, readCell } from './read-cell.ts'
import { kindWords, synonyms } from './synonyms.ts'

/** What a column is taken for, and why. */
export type ColumnMatch = { readonly column: Column; readonly field: string | null; readonly by: 'remembered' | 'name' | 'synonym' | 'values' | null; readonly score: number }

/** Columns that only number the rows. */
const counters = /^(序号|编号|序|行号|no\.?|#)$/i

/** Below this nothing is taken for anything. */
const enough = 0.5

/**
 * Takes columns for fields: as the last time, by name, by a word people use for it, or by what the values look like. A field is taken at most
 * once, the surest first; what is left is taken for nothing and shown so.
 */
export const matchColumns = (fields: readonly Field[], header: Header, samples: readonly SheetRow[], remembered: Mapping | undefined, known: Known): readonly ColumnMatch[] => {
  const before = new Map((remembered?.columns ?? []).map((column) => [column.title, column.field]))
  const offers = header.columns.flatMap((column): readonly ColumnMatch[] => {
    if (before.has(column.title)) return [{ column, field: before.get(column.title) ?? null, by: 'remembered', score: 2 }]
    if (counters.test(column.title) && !fields.some((field) => names(field).includes(column.title))) return []
    return fields.map((field) => scoreOf(field, column, samples, known)).filter((match) => match.score >= enough)
  })
  const taken = new Map<number, ColumnMatch>()
  const used = new Set<string>()
  for (const offer of [...offers].sort((a, b) => b.score - a.score || a.column.at - b.column.at)) {
    if (taken.has(offer.column.at) || (offer.field !== null && (used.has(offer.field) || !fields.some((field) => field.key === offer.field)))) continue
    taken.set(offer.column.at, offer)
    if (offer.field !== null) used.add(offer.field)
  }
  return header.columns.map((column) => taken.get(column.at) ?? { column, field: null, by: null, score: 0 })
}

const names = (field: Field): readonly string[] => [field.title.zh, field.title.en, field.key]

const scoreOf = (field: Field, column: Column, samples: readonly SheetRow[], known: Known): ColumnMatch => {
  const fits = fit(field, column, samples, known)
  const heads = [column.title, ...column.levels]
  const tell = (by: NonNullable<ColumnMatch['by']>, score: number): ColumnMatch => ({ column, field: field.key, by, score: score * (0.6 + 0.4 * fits) })
  if (names(field).some((name) => name.toLowerCase() === column.title.toLowerCase())) return tell('name', 1.5)
  if (names(field).some((name) => heads.some((head) => head.toLowerCase() === name.toLowerCase()))) return tell('name', 1.3)
  if (synonyms(field).some((word) => heads.includes(word))) return tell('synonym', 1.2)
  if (kindWords(field).some((word) => heads.includes(word))) return tell('synonym', 0.95)
  const near = Math.max(...names(field).flatMap((name) => heads.map((head) => nearness(name, head))))
  if (near >= 0.5) return tell('synonym', 0.5 + near * 0.6)
  const telling = field.kind === 'org' || field.kind === 'choice' || (field.kind === 'day' && field.required === true)
  return telling && fits === 1 && samples.length > 0 ? { column, field: field.key, by: 'values', score: 0.55 } : { column, field: field.key, by: null, score: 0 }
}

/** The share of sample values that the field would take; an empty column says neither yes nor no. */
const fit = (field: Field, column: Column, samples: readonly SheetRow[], known: Known): number => {
  const given = samples.map((row) => row.cells[column.at] ?? null).filter((cell) => cellText(cell) !== '')
  if (given.length === 0) return field.kind === 'org' || field.kind === 'choice' ? 0 : 0.5
  return given.filter((cell) => !isCellProblem(readCell(cell, field, column.unit, known))).length / given.length
}

/** How much of the longer of two names both share, by characters in a run. */
const nearness = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2) return 0
  return long.includes(short) ? short.length / long.length : 0
}
