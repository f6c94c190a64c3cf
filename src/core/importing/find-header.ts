import type { Cell, Merge, SheetRow } from './cell.ts'
import { cellText, columnName, narrow } from './cell.ts'
import { unitNamed } from './unit-named.ts'

/**
 * A column under its title: the levels of a head from above to below, and the unit its head names. `shared` is the unit that a line above the
 * head names for the whole sheet (单位：万元); it binds only the columns it can measure.
 */
export type Column = { readonly at: number; readonly title: string; readonly levels: readonly string[]; readonly unit: string | undefined; readonly shared: string | undefined }

/** The rows of a head, first to last, and its columns. */
export type Header = { readonly from: number; readonly to: number; readonly columns: readonly Column[] }

/** A head of more levels than this is a form, not a table. */
const mostLevels = 3

/** A later row takes the place of an earlier one only if it is this much more of a head: rows of words below a head look like one. */
const lead = 3

/**
 * Finds the head of a table among the first rows of a sheet: the row with the most columns of words that name rather than tell, which has rows of
 * another kind below it; merged cells make it a head of several levels. Titles, notes and a line that names the unit stand above.
 */
export const findHeader = (rows: readonly SheetRow[], merges: readonly Merge[], known: ReadonlySet<string> = new Set()): Header | undefined => {
  let best: { readonly at: number; readonly score: number } | undefined
  for (const [index, row] of rows.entries()) {
    const score = headScore(row, rows.slice(index + 1, index + 6), merges, known)
    if (score > 0 && (best === undefined || score > best.score + lead)) best = { at: row.at, score }
  }
  return best === undefined ? undefined : headerAt(rows, merges, bottomOf(rows, merges, best.at))
}

/** The head whose last row is given; 0 is a sheet without a head, whose columns go by their letters. */
export const headerAt = (rows: readonly SheetRow[], merges: readonly Merge[], to: number): Header | undefined => {
  if (to === 0) return letteredHeader(rows)
  const last = rows.find((row) => row.at === to)
  const upper = last === undefined ? merges.find((merge) => merge.fromRow < to && merge.toRow === to) : undefined
  if (last === undefined && upper === undefined) return undefined
  const from = topOf(rows, merges, to)
  const width = Math.max(0, ...rows.filter((row) => row.at >= from && row.at <= to).map((row) => row.cells.length))
  const shared = sharedUnit(rows, from)
  const columns = Array.from({ length: width }, (_, at): Column | undefined => {
    const levels: string[] = []
    for (let row = from; row <= to; row += 1) {
      const text = headText(rows, merges, row, at)
      if (text !== '' && text !== levels.at(-1)) levels.push(text)
    }
    if (levels.length === 0) return undefined
    const unit = levels.map(unitIn).findLast((each) => each !== undefined)
    const bare = levels.map(withoutUnit).filter((text) => text !== '')
    return { at, title: bare.join('/') || (levels.at(-1) ?? ''), levels: bare, unit, shared }
  }).filter((column) => column !== undefined)
  return columns.length === 0 ? undefined : { from, to, columns }
}

const letteredHeader = (rows: readonly SheetRow[]): Header | undefined => {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const columns = Array.from({ length: width }, (_, at): Column => ({ at, title: columnName(at), levels: [columnName(at)], unit: undefined, shared: undefined })).filter(({ at }) => rows.some((row) => cellText(row.cells[at]) !== ''))
  return columns.length === 0 ? undefined : { from: 0, to: 0, columns }
}

/** Whether a row repeats the head or a part of it, as on every printed page. */
export const isHeadAgain = (row: SheetRow, header: Header): boolean => {
  let same = 0
  let told = 0
  for (const column of header.columns) {
    const cell = row.cells[column.at]
    if (cell === null || cell === undefined) continue
    if (cell.kind !== 'text') return false
    told += 1
    if (column.levels.some((level) => cell.text.includes(level.charAt(0))) && column.levels.includes(withoutUnit(plain(cell.text)))) same += 1
    else if (told - same > 1) return false
  }
  return same >= 2 && same >= told - 1
}

const headScore = (row: SheetRow, below: readonly SheetRow[], merges: readonly Merge[], known: ReadonlySet<string>): number => {
  const texts = row.cells.map((cell) => (isName(cell) ? plain(cellText(cell)) : '')).filter((text) => text !== '')
  const filled = row.cells.filter((cell) => cell !== null).length
  if (texts.length < 2 || texts.length < filled * 0.7) return 0
  const distinct = new Set(texts).size
  const hits = texts.filter((text) => known.has(withoutUnit(text))).length
  const wide = merges.some((merge) => merge.fromRow <= row.at && merge.toRow >= row.at && merge.toColumn - merge.fromColumn + 1 >= Math.max(3, filled) && texts.length <= 2)
  if (wide) return 0
  const under = below.filter((each) => each.cells.some((cell) => cell !== null))
  const data = under.some((each) => each.cells.some((cell) => cell !== null && !isName(cell))) ? 2 : under.length > 0 ? 1 : 0
  const long = texts.filter((text) => text.length > 20).length
  return distinct + hits * 4 + data - long * 2 - (texts.length - distinct)
}

/** A cell whose words name a column: text that is no number, day, yes, or a name with its value (填报单位：一村). */
const isName = (cell: Cell | undefined): boolean => {
  if (cell?.kind !== 'text') return false
  const text = plain(cell.text)
  return text !== '' && !/^[-+]?[\d.,%／/\-年月日:：]+$/.test(text) && !/^[√×✓✗]$/.test(text) && !/^[^:(]{1,10}:[^:]/.test(text)
}

/** Merged cells reach down from the row, or over several columns of the row below: its last level is there. */
const bottomOf = (rows: readonly SheetRow[], merges: readonly Merge[], at: number): number => {
  const begun = merges.filter((merge) => merge.fromRow <= at && merge.toRow >= at && merge.toRow - merge.fromRow < mostLevels)
  const down = Math.max(at, ...begun.map((merge) => merge.toRow))
  if (down > at) return down
  const below = rows.find((row) => row.at === at + 1)
  const groups = begun.filter((merge) => merge.toColumn > merge.fromColumn)
  const named = groups.length > 0 && below !== undefined && groups.every((merge) => below.cells.slice(merge.fromColumn, merge.toColumn + 1).every(isName))
  return named ? at + 1 : at
}

/** Upper levels: rows above whose merged cells stand over the head's own columns, or cells merged down into it. */
const topOf = (rows: readonly SheetRow[], merges: readonly Merge[], to: number): number => {
  let from = to
  const width = Math.max(...rows.filter((row) => row.at >= to - 1 && row.at <= to).map((row) => row.cells.length), 0)
  while (from > 1 && to - from + 1 < mostLevels) {
    const above = from - 1
    const over = merges.filter((merge) => merge.fromRow <= above && merge.toRow >= above)
    const down = over.some((merge) => merge.toRow >= from && merge.fromRow >= to - mostLevels + 1)
    const group = over.some((merge) => merge.toRow === above && merge.fromColumn < merge.toColumn && merge.toColumn - merge.fromColumn + 1 < Math.max(2, width))
    const row = rows.find((each) => each.at === above)
    if (row === undefined || !(down || group)) break
    const names = row.cells.filter((cell) => isName(cell)).length
    if (names < 2 && !down) break
    from = above
  }
  return from
}

const headText = (rows: readonly SheetRow[], merges: readonly Merge[], row: number, at: number): string => {
  const merge = merges.find((each) => each.fromRow <= row && each.toRow >= row && each.fromColumn <= at && each.toColumn >= at)
  const [top, left] = merge === undefined ? [row, at] : [merge.fromRow, merge.fromColumn]
  return plain(cellText(rows.find((each) => each.at === top)?.cells[left]))
}

const plain = (text: string): string => narrow(text).replace(/\s+/g, '').replace(/^\*+|\*+$/g, '')

/** What a title says in brackets at its end: 金额（万元）, 面积(亩), 类别[选填]. */
const bracketed = /[([【](?:单位:)?([^()[\]【】]{1,8})[)\]】]$/

/** The unit a head names, in brackets or behind a stroke: 金额（万元）, 单价/元. What is in brackets is not always one; whoever reads a number decides. */
const unitIn = (title: string): string | undefined => {
  const told = bracketed.exec(title)?.[1]
  if (told !== undefined) return told
  const behind = /.[/／,，]([^/／,，]{1,5})$/.exec(title)?.[1]
  return behind !== undefined && unitNamed(behind) !== undefined ? behind : undefined
}

const withoutUnit = (title: string): string => {
  const bare = title.replace(bracketed, '')
  if (bare !== title) return bare
  const unit = unitIn(title)
  return unit === undefined ? title : title.slice(0, -unit.length - 1)
}

/** A line above the head that names one unit for all: 单位：万元, 金额单位：元. */
const sharedUnit = (rows: readonly SheetRow[], from: number): string | undefined => {
  for (const row of rows.filter((each) => each.at < from))
    for (const cell of row.cells)
      for (const [, unit = ''] of plain(cellText(cell)).matchAll(/(?:^|[^填报属报送责任主管])(?:金额|计量)?单位:([^,;:()]{1,8}?)(?=[,;()]|$)/g)) if (unitNamed(unit) !== undefined) return unit
  return undefined
}
