import { expect, test } from 'vitest'
import { withholdCells } from './withhold-cells.ts'

/** Every breakdown of a few orgs with few rows each. */
const everyTown = (orgs: number, most: number): readonly (readonly number[])[] =>
  orgs === 0 ? [[]] : everyTown(orgs - 1, most).flatMap((rest) => Array.from({ length: most + 1 }, (_, rows) => [...rest, rows]))

/** Every way to share out a sum over so many cells of `from` to `to` rows each. */
const shares = (sum: number, cells: number, from: number, to: number): readonly (readonly number[])[] => {
  if (cells === 0) return sum === 0 ? [[]] : []
  return Array.from({ length: Math.max(Math.min(to, sum) - from + 1, 0) }, (_, at) => from + at).flatMap((rows) => shares(sum - rows, cells - 1, from, to).map((rest) => [rows, ...rest]))
}

/** Whether a reader who reckons the withheld from the total, taking each for `from` to `to` rows, is left with one answer for any of them. */
const derives = (sum: number, cells: number, from: number, to: number): boolean => {
  const ways = shares(sum, cells, from, to)
  return ways.length > 0 && Array.from({ length: cells }, (_, at) => new Set(ways.map((way) => way[at])).size).includes(1)
}

test.each([
  [3, 9, 3],
  [4, 7, 3],
  [5, 4, 3],
  [4, 7, 2],
  [4, 8, 5],
])('of %i orgs with up to %i rows each, small cells below %i: none that is withheld follows from what is shown', (orgs, most, least) => {
  const derived: string[] = []
  for (const rows of everyTown(orgs, most)) {
    const breakdown = withholdCells(rows.map((count, at) => ({ org: String(at), rows: count, value: count })), least)
    if (breakdown === undefined) continue
    const total = rows.reduce((sum, count) => sum + count, 0)
    const sum = total - breakdown.shown.reduce((all, cell) => all + cell.rows, 0)
    const cells = breakdown.withheld.length
    if (breakdown.shown.some((cell) => cell.rows < least)) derived.push(`${rows.join()} shows a small cell`)
    if (cells > 0 && (derives(sum, cells, 1, sum) || derives(sum, cells, 1, least - 1))) derived.push(`${rows.join()} tells one`)
  }
  expect(derived).toEqual([])
})

test('a breakdown of which nothing but the total could be shown is not shown', () => {
  expect(withholdCells([{ org: 'v1', rows: 2, value: 2 }], 5)).toBeUndefined()
  expect(withholdCells([{ org: 'v1', rows: 2, value: 2 }, { org: 'v2', rows: 2, value: 2 }], 5)).toBeUndefined()
})

test('one small cell takes the next smallest with it; orgs without rows are no cells', () => {
  const cells = [['v1', 40], ['v2', 3], ['v3', 9], ['v4', 0]].map(([org, rows]) => ({ org: String(org), rows: Number(rows), value: Number(rows) }))
  expect(withholdCells(cells, 5)).toEqual({ shown: [cells[0]], withheld: ['v2', 'v3'] })
  expect(withholdCells(cells, 3)?.withheld).toEqual([])
})

/** Every way a few things can each count in some of a few orgs, told as how many things count in each set of orgs. */
const everyOverlap = (orgs: number, things: number): readonly (readonly number[])[] => {
  const sets = 2 ** orgs - 1
  const fill = (left: number, at: number): readonly (readonly number[])[] => (at === sets ? [[]] : Array.from({ length: left + 1 }, (_, count) => fill(left - count, at + 1).map((rest) => [count, ...rest])).flat())
  return fill(things, 0)
}

test.each([
  [2, 7, 3],
  [3, 6, 2],
  [3, 7, 3],
])('of %i orgs and up to %i things that may count in several, small cells below %i: none that is withheld follows either', (orgs, things, least) => {
  const derived: string[] = []
  for (const counts of everyOverlap(orgs, things)) {
    const total = counts.reduce((sum, count) => sum + count, 0)
    const cells = Array.from({ length: orgs }, (_, org) => ({ org: String(org), rows: counts.reduce((sum, count, set) => sum + (((set + 1) >> org) & 1) * count, 0), value: 0 }))
    const breakdown = withholdCells(cells, least)
    if (breakdown === undefined || breakdown.withheld.length === 0) continue
    const left = total - breakdown.shown.reduce((sum, cell) => sum + cell.rows, 0)
    const hidden = cells.filter((cell) => breakdown.withheld.includes(cell.org)).map((cell) => cell.rows)
    /** Each withheld cell is at least 1 and at most the total, or small; together they are at least what is left of it. */
    for (const to of hidden.every((rows) => rows < least) ? [total, least - 1] : [total]) {
      const most = hidden.length * to
      const ways = Array.from({ length: most - Math.max(left, 0) + 1 }, (_, more) => shares(Math.max(left, 0) + more, hidden.length, 1, to)).flat()
      if (hidden.some((_, at) => new Set(ways.map((way) => way[at])).size < 2)) derived.push(`${counts.join()} tells one`)
    }
  }
  expect(derived).toEqual([])
})
