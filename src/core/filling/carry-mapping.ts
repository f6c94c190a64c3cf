import type { BoundCell, BoundList, FormMapping } from './binding.ts'
import { placeOf, wordsOf } from './binding.ts'
import type { SuggestedCell } from './suggest-bindings.ts'
import type { SuggestedList } from './suggest-list.ts'

/** What became of a mapping on a form that changed: what it still fits, what the form has besides, and what it no longer asks for. */
export type Carried = { readonly cells: readonly SuggestedCell[]; readonly lists: readonly SuggestedList[]; readonly kept: number; readonly moved: readonly { readonly heads: string; readonly from: string; readonly to: string }[]; readonly added: readonly string[]; readonly gone: readonly string[] }

/**
 * Takes a mapping over to another edition of its form. A blank is known again by its words: in the same cell, else the first of those that have
 * them for the first, the second for the second; what is new is suggested as before, and what is gone is told.
 */
export const carryMapping = (mapping: FormMapping, cells: readonly SuggestedCell[], lists: readonly SuggestedList[]): Carried => {
  const before = pairCells(mapping.cells, cells)
  const listsBefore = pairLists(mapping.lists, lists)
  const [taken, takenLists] = [new Set(before.values()), new Set(listsBefore.values())]
  return {
    cells: cells.map((cell) => {
      const known = before.get(cell)
      return known === undefined ? cell : { ...cell, binding: known.binding, sure: true }
    }),
    lists: lists.map((list) => carriedList(list, listsBefore.get(list))),
    kept: taken.size + takenLists.size,
    moved: cells.flatMap((cell) => {
      const known = before.get(cell)
      return known === undefined || (known.cell === cell.cell && known.sheet === cell.sheet) ? [] : [{ heads: cell.heads, from: known.cell, to: cell.cell }]
    }),
    added: [...cells.filter((cell) => !before.has(cell)), ...lists.filter((list) => !listsBefore.has(list))].map(({ heads }) => heads),
    gone: [...mapping.cells.filter((cell) => !taken.has(cell)), ...mapping.lists.filter((list) => !takenLists.has(list))].map(({ heads }) => heads),
  }
}

/** The mapping a form most likely goes by: that of the earlier form whose words it shares most, if it shares at least this much of them. */
export const recogniseForm = <Form extends { readonly mapping: FormMapping }>(words: readonly { readonly heads: string; readonly unit: string | null }[], earlier: readonly Form[]): Form | undefined => {
  const own = new Set(words.map(wordsOf))
  const scored = earlier.map((form) => ({ form, share: alike(own, new Set(shapeOf(form.mapping).map(wordsOf))) })).filter(({ share }) => share >= leastAlike)
  return scored.reduce<(typeof scored)[number] | undefined>((best, each) => (best === undefined || each.share > best.share ? each : best), undefined)?.form
}

/** The words of everything a mapping is of: its blanks, and the columns of its lists. */
export const shapeOf = ({ cells, lists }: Pick<FormMapping, 'cells' | 'lists'>): readonly { readonly heads: string; readonly unit: string | null }[] => [...cells, ...lists.flatMap((list) => list.columns)]

const leastAlike = 0.6

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length / Math.max(1, a.size, b.size)

const pairCells = (known: readonly BoundCell[], now: readonly SuggestedCell[]): ReadonlyMap<SuggestedCell, BoundCell> => {
  const pairs = new Map<SuggestedCell, BoundCell>()
  const inPlace = new Map(known.map((cell) => [`${placeOf(cell)}|${wordsOf(cell)}`, cell]))
  for (const cell of now) {
    const same = inPlace.get(`${placeOf(cell)}|${wordsOf(cell)}`)
    if (same !== undefined) pairs.set(cell, same)
  }
  const taken = new Set(pairs.values())
  const left = Map.groupBy(known.filter((cell) => !taken.has(cell)), wordsOf)
  for (const cell of now) {
    const next = pairs.has(cell) ? undefined : left.get(wordsOf(cell))?.shift()
    if (next !== undefined) pairs.set(cell, next)
  }
  return pairs
}

const pairLists = (known: readonly BoundList[], now: readonly SuggestedList[]): ReadonlyMap<SuggestedList, BoundList> => {
  const taken = new Set<BoundList>()
  const pairs = new Map<SuggestedList, BoundList>()
  for (const fits of [(was: BoundList, list: BoundList): boolean => was.heads === list.heads, (was: BoundList, list: BoundList): boolean => was.ledger !== null && sharedColumns(was, list) >= leastAlike])
    for (const list of now) {
      const was = pairs.has(list) ? undefined : known.find((each) => !taken.has(each) && fits(each, list))
      if (was === undefined) continue
      pairs.set(list, was)
      taken.add(was)
    }
  return pairs
}

const carriedList = (list: SuggestedList, was: BoundList | undefined): SuggestedList => {
  if (was === undefined) return list
  const sources = new Map(was.columns.map((column) => [wordsOf(column), column.source]))
  const { ledger, where, sort, desc, inPeriod } = was
  return { ...list, ledger, where, sort, desc, inPeriod, columns: list.columns.map((column) => ({ ...column, source: sources.get(wordsOf(column)) ?? (ledger === list.ledger || column.source.kind !== 'field' ? column.source : { kind: 'none' }) })) }
}

/** The share of a list's columns that an earlier one had. */
const sharedColumns = (was: BoundList, now: BoundList): number => {
  const known = new Set(was.columns.map(wordsOf))
  return now.columns.filter((column) => known.has(wordsOf(column))).length / Math.max(1, now.columns.length)
}
