import type { Cell, Merge, SheetRow } from './cell.ts'
import { cellText, narrow } from './cell.ts'

/** A column under its title: the levels of a head from above to below, and the unit of measure the head names. */
export type Column = { readonly at: number; readonly title: string; readonly levels: readonly string[]; readonly unit: string | undefined }

/** The rows of a head, first to last, and its columns. */
export type Header = { readonly from: number; readonly to: number; readonly columns: readonly Column[] }

/** A head of more levels than this is a form, not a table. */
const mostLevels = 3

/**
 * Finds the head of a table among the first rows of a sheet: the row with the most columns of words that name rather than tell, which has rows of
 * another kind below it; merged cells above it are its upper levels. Titles, notes and a line that names the unit stand above.
 */
export const findHeader = (rows: readonly SheetRow[], merges: readonly Merge[], known: ReadonlySet<string> = new Set()): Header | undefined => {
  const scored = rows.map((row, index) => ({ row, score: headScore(row, rows.slice(index + 1, index + 6), merges, known) })).filter(({ score }) => score > 0)
  const best = scored.reduce<(typeof scored)[number] | undefined>((top, each) => (top === undefined || each.score > top.score ? each : top), undefined)
  if (best === undefined) return undefined
  return headerAt(rows, merges, best.row.at)
}

/** The head whose last row is given. */
export const headerAt = (rows: readonly SheetRow[], merges: readonly Merge[], to: number): Header | undefined => {
  const last = rows.find((row) => row.at === to)
  if (last === undefined) return undefined
  const from = topOf(rows, merges, to)
  const width = Math.max(...rows.filter((row) => row.at >= from && row.at <= to).map((row) => row.cells.length))
  const said = sharedUnit(rows, from)
  const columns = Array.from({ length: width }, (_, at): Column | undefined => {
    const levels: string[] = []
    for (let row = from; row <= to; row += 1) {
      const text = headText(rows, merges, row, at)
      if (text !== '' && text !== levels.at(-1)) levels.push(text)
    }
    if (levels.length === 0) return undefined
    const unit = levels.map(unitIn).findLast((each) => each !== undefined) ?? said
    const bare = levels.map(withoutUnit).filter((text) => text !== '')
    return { at, title: bare.join('/') || (levels.at(-1) ?? ''), levels: bare, unit }
  }).filter((column) => column !== undefined)
  return columns.length === 0 ? undefined : { from, to, columns }
}

const footings = /^(合计|小计|总计|共计|累计|本页合计|平均)[:：]?$|^(制表|填表|审核|复核|负责|填报|联系)(人|单位|日期|电话)?[:：]|^(注|备注|说明|填表说明)[:：]/

/** Whether a row is a total or the foot of a form: no data, and told as left out. */
export const isFooting = (row: SheetRow): 'total' | 'footer' | undefined => {
  const first = row.cells.map(cellText).map((text) => narrow(text).replaceAll(' ', '')).find((text) => text !== '')
  if (first === undefined || !footings.test(first)) return undefined
  return /^(合计|小计|总计|共计|累计|本页合计|平均)/.test(first) ? 'total' : 'footer'
}

/** Whether a row repeats the head, as on every printed page. */
export const isHeadAgain = (row: SheetRow, header: Header): boolean => {
  const same = header.columns.filter((column) => withoutUnit(plain(cellText(row.cells[column.at]))) === (column.levels.at(-1) ?? column.title))
  return same.length >= 2 && same.length >= header.columns.length * 0.6
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

/** A cell whose words name a column: text that is no number, day or yes. */
const isName = (cell: Cell | undefined): boolean => cell?.kind === 'text' && plain(cell.text) !== '' && !/^[-+]?[\d.,%％/\-年月日:：]+$/.test(narrow(cell.text)) && !/^[√×✓✗]$/.test(cell.text.trim())

/** Upper levels: rows above whose merged cells stand over the head's own columns, or cells merged down into it. */
const topOf = (rows: readonly SheetRow[], merges: readonly Merge[], to: number): number => {
  let from = to
  const width = rows.find((row) => row.at === to)?.cells.length ?? 0
  while (from > 1 && to - from + 1 < mostLevels) {
    const above = from - 1
    const over = merges.filter((merge) => merge.fromRow <= above && merge.toRow >= above)
    const down = over.some((merge) => merge.toRow >= from)
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

const plain = (text: string): string => narrow(text).replace(/\s+/g, '').replace(/^[*＊]+|[*＊]+$/g, '')

/** The unit a head names: 金额（万元）, 面积(亩), 单价/元. */
const unitIn = (title: string): string | undefined => /[(（[【](?:单位[:：])?([^()（）[\]【】]{1,8})[)）\]】]$/.exec(title)?.[1]

const withoutUnit = (title: string): string => title.replace(/[(（[【](?:单位[:：])?[^()（）[\]【】]{1,8}[)）\]】]$/, '')

/** A line above the head that names one unit for all: 单位：万元. */
const sharedUnit = (rows: readonly SheetRow[], from: number): string | undefined => {
  for (const row of rows.filter((each) => each.at < from))
    for (const cell of row.cells) {
      const unit = /^(?:计量)?单位[:：](.{1,8})$/.exec(plain(cellText(cell)))?.[1]
      if (unit !== undefined && !/[村镇乡街道办局委]$/.test(unit)) return unit
    }
  return undefined
}
