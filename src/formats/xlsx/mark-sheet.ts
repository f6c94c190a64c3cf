import { columnName } from '../../core/importing/cell.ts'
import { columnOf } from './scan-sheet.ts'

/**
 * Walks over the rows of a sheet piece by piece and hands those that are to be marked to `change`; everything else passes as it is. Rows that do not
 * stand in the sheet are made. What follows the data is handed to `after` as one.
 */
export async function* markedSheet(pieces: AsyncIterable<string>, marks: ReadonlySet<number>, change: (row: string, at: number) => string, after: (tail: string, prefix: string) => string): AsyncGenerator<string> {
  const waiting = [...marks].sort((a, b) => a - b)
  let rest = ''
  let prefix: string | undefined
  let last = 0
  let tail = ''
  let ended = false
  const made = (below: number): string => {
    let rows = ''
    while (waiting.length > 0 && (waiting[0] ?? 0) < below) {
      const at = waiting.shift() ?? 0
      rows += change(`<${prefix}row r="${at}"></${prefix}row>`, at)
    }
    return rows
  }
  for await (const piece of pieces) {
    if (ended) {
      tail += piece
      continue
    }
    rest += piece
    let out = ''
    let from = 0
    if (prefix === undefined) {
      const begin = /<(\w+:)?sheetData(?:\s[^>]*)?(\/)?>/.exec(rest)
      if (begin === null) continue
      prefix = begin[1] ?? ''
      from = begin.index + begin[0].length
      if (begin[2] === '/') {
        out = `${rest.slice(0, begin.index)}<${prefix}sheetData>${made(Number.POSITIVE_INFINITY)}</${prefix}sheetData>`
        ended = true
        tail = rest.slice(from)
        yield out
        continue
      }
      out = rest.slice(0, from)
    }
    for (;;) {
      const at = nextTag(rest, from, prefix)
      if (at.kind === 'none') {
        const keep = Math.max(from, rest.lastIndexOf('<'))
        out += rest.slice(from, keep)
        from = keep
        break
      }
      out += rest.slice(from, at.from)
      from = at.from
      if (at.kind === 'end') {
        out += made(Number.POSITIVE_INFINITY)
        tail = rest.slice(from)
        ended = true
        break
      }
      const close = rest.indexOf('>', from)
      if (close < 0) break
      const number = Number(/\sr=["'](\d+)["']/.exec(rest.slice(from, close))?.[1] ?? last + 1)
      const empty = rest[close - 1] === '/'
      if (!marks.has(number)) {
        out += made(number) + rest.slice(from, close + 1)
        from = close + 1
        last = number
        continue
      }
      const whole = empty ? close + 1 : rest.indexOf(`</${prefix}row>`, close) + prefix.length + 6
      if (!empty && whole < close) break
      out += made(number)
      waiting.shift()
      const row = rest.slice(from, whole)
      out += change(empty ? `${row.slice(0, -2)}></${prefix}row>` : row, number)
      from = whole
      last = number
    }
    rest = ended ? '' : rest.slice(from)
    yield out
  }
  yield after(tail, prefix ?? '')
}

/** A row with the cells of these columns in other styles; cells that are missing are made, in their order. */
export const restyled = (row: string, at: number, columns: readonly number[], style: (now: number) => number): string => {
  const [open = '', prefix = ''] = /^<(\w+:)?row[^>]*>/.exec(row) ?? []
  const close = `</${prefix}row>`
  const cells = [...cellsIn(row)]
  for (const column of columns) {
    const found = cells.findIndex((cell) => cell.column === column)
    const cell = cells[found]
    if (cell !== undefined) cells[found] = { ...cell, xml: cell.xml.replace(/\ss=(["'])\d+\1/, '').replace(/^<[\w:]+/, (tag) => `${tag} s="${style(Number(cell.style ?? 0))}"`) }
    else {
      const place = cells.findIndex((each) => each.column > column)
      cells.splice(place < 0 ? cells.length : place, 0, { column, style: undefined, xml: `<${prefix}c r="${columnName(column)}${at}" s="${style(0)}"/>` })
    }
  }
  return open.replace(/\sspans=(["'])[^"']*\1/, '') + cells.map(({ xml }) => xml).join('') + close
}

type MarkedCell = { readonly column: number; readonly style: string | undefined; readonly xml: string }

const cellsIn = (row: string): readonly MarkedCell[] => {
  const cells: MarkedCell[] = []
  for (const [xml, , attributes = ''] of row.matchAll(/<(\w+:)?c((?:\s[^>]*?)?)(?:\/>|>[^]*?<\/(?:\w+:)?c>)/g)) {
    const reference = /\sr=["']([A-Z]+)\d+["']/.exec(attributes)?.[1]
    cells.push({ column: reference === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnOf(reference), style: /\ss=["'](\d+)["']/.exec(attributes)?.[1], xml })
  }
  return cells
}

/** The next row, or the end of the data. */
const nextTag = (xml: string, from: number, prefix: string): { readonly kind: 'row' | 'end' | 'none'; readonly from: number } => {
  const end = xml.indexOf(`</${prefix}sheetData`, from)
  for (let at = xml.indexOf(`<${prefix}row`, from); at >= 0 && (end < 0 || at < end); at = xml.indexOf(`<${prefix}row`, at + 1)) if (/[\s/>]/.test(xml[at + prefix.length + 4] ?? '')) return { kind: 'row', from: at }
  return end < 0 ? { kind: 'none', from } : { kind: 'end', from: end }
}
