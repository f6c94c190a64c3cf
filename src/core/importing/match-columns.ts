import type { Field } from '../ledger/field.ts'
import { cellText } from './cell.ts'
import type { SheetRow } from './cell.ts'
import type { Column, Header } from './find-header.ts'
import type { Mapping } from './mapping.ts'
import type { Known } from './read-cell.ts'
import { isCellProblem, readCell } from './read-cell.ts'
import { bareTitle, kindWords, synonyms } from './synonyms.ts'
import { valuesTell } from './values-tell.ts'

/** What a column is taken for, and why. */
export type ColumnMatch = { readonly column: Column; readonly field: string | null; readonly by: 'remembered' | 'name' | 'synonym' | 'values' | null; readonly score: number }

/** Columns that only number the rows. */
const counters = /^(序号|编号|序|行号|项次|no\.?|#)$/i

/** Titles that name a thing of many ledgers, and in others something else. */
const vague: ReadonlySet<string> = new Set(['单位', '名称', '时间', '类型', '数量', '说明', '其他'])

/** Below this nothing is taken for anything. */
const enough = 0.5

/**
 * Takes columns for fields: as the last time, by name, by a word people use for it, or by what the values look like where only one field and one
 * column are left that look so. A field is taken at most once, the surest first; what is left is taken for nothing and shown so.
 */
export const matchColumns = (fields: readonly Field[], header: Header, samples: readonly SheetRow[], remembered: Mapping | undefined, known: Known): readonly ColumnMatch[] => {
  const before = new Map((remembered?.columns ?? []).map((column) => [column.title, column.field]))
  const titles = new Set(fields.flatMap(names).map(bareTitle))
  const offers = header.columns.flatMap((column): readonly ColumnMatch[] => {
    if (before.has(column.title)) return [{ column, field: before.get(column.title) ?? null, by: 'remembered', score: 2 }]
    if (isCounter(column, titles)) return []
    return fields.map((field) => scoreOf(field, column, samples, known)).filter((match) => match.score >= enough)
  })
  const taken = new Map<number, ColumnMatch>()
  const used = new Set<string>()
  for (const offer of [...offers].sort((a, b) => b.score - a.score || a.column.at - b.column.at)) {
    if (taken.has(offer.column.at) || (offer.field !== null && (used.has(offer.field) || !fields.some((field) => field.key === offer.field)))) continue
    taken.set(offer.column.at, offer)
    if (offer.field !== null) used.add(offer.field)
  }
  const free = header.columns.filter((column) => !taken.has(column.at) && !isCounter(column, titles))
  for (const match of byValues(fields.filter((field) => !used.has(field.key)), free, samples, known)) taken.set(match.column.at, match)
  return header.columns.map((column) => taken.get(column.at) ?? { column, field: null, by: null, score: 0 })
}

const names = (field: Field): readonly string[] => [field.title.zh, field.title.en, field.key]

const isCounter = (column: Column, titles: ReadonlySet<string>): boolean => counters.test(column.title) && !titles.has(bareTitle(column.title))

const scoreOf = (field: Field, column: Column, samples: readonly SheetRow[], known: Known): ColumnMatch => {
  const fits = fit(field, column, samples, known)
  const whole = bareTitle(column.title)
  const heads = [whole, ...column.levels.map(bareTitle)]
  const own = names(field).map(bareTitle)
  const also = (field.synonyms ?? []).map(bareTitle)
  const words = [...also, ...synonyms(field).map(bareTitle)]
  const tell = (by: NonNullable<ColumnMatch['by']>, score: number): ColumnMatch => ({ column, field: field.key, by, score: score * (0.6 + 0.4 * fits) })
  /** A word that may mean several things, over values none of which fits, means something else: 单位 above 头 and 亩. */
  const loosely = (score: number): ColumnMatch => (fits === 0 ? { column, field: field.key, by: null, score: 0 } : tell('synonym', score))
  if (own.includes(whole)) return tell('name', 1.5)
  if (own.some((name) => heads.includes(name))) return tell('name', 1.3)
  if (words.some((word) => heads.includes(word))) return vague.has(whole) ? loosely(1.2) : tell('synonym', 1.2)
  if (kindWords(field).some((word) => heads.includes(bareTitle(word)))) return loosely(0.95)
  const near = Math.max(...[...own, ...also].flatMap((name) => heads.map((head) => nearness(name, head))))
  return near >= 0.5 ? loosely(0.5 + near * 0.6) : { column, field: field.key, by: null, score: 0 }
}

/** The share of sample values that the field would take; an empty column says neither yes nor no. */
const fit = (field: Field, column: Column, samples: readonly SheetRow[], known: Known): number => {
  const given = samples.map((row) => row.cells[column.at] ?? null).filter((cell) => cellText(cell) !== '')
  if (given.length === 0) return 0.5
  return given.filter((cell) => !isCellProblem(readCell(cell, field, column.unit, known))).length / given.length
}

/** Pairs of a field and a column that only fit each other, where the values can tell. */
const byValues = (fields: readonly Field[], columns: readonly Column[], samples: readonly SheetRow[], known: Known): readonly ColumnMatch[] => {
  const pairs = fields.flatMap((field) => columns.filter((column) => valuesTell(field, samples.map((row) => row.cells[column.at] ?? null).filter((cell) => cellText(cell) !== ''), column.unit, known)).map((column) => ({ field, column })))
  return pairs
    .filter(({ field, column }) => pairs.every((other) => (other.field === field) === (other.column === column)))
    .map(({ field, column }) => ({ column, field: field.key, by: 'values', score: enough }))
}

/** How much of the longer of two names both share: one inside the other, or the pairs of signs they have in common. */
const nearness = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2) return 0
  if (long.includes(short)) return short.length / long.length
  const pairs = new Set(Array.from({ length: long.length - 1 }, (_, at) => long.slice(at, at + 2)))
  const shared = Array.from({ length: short.length - 1 }, (_, at) => short.slice(at, at + 2)).filter((pair) => pairs.has(pair)).length
  return shared < 2 ? 0 : (2 * shared) / (short.length + long.length - 2)
}
