import type { Cell, Merge, SheetRow } from '../../core/importing/cell.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { SheetContext } from './sheet-cell.ts'
import { sheetCell } from './sheet-cell.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/**
 * Reads the XML of a sheet piece by piece and hands over the rows that became whole. It knows only what stands in a sheet's data, so it takes a
 * tenth of the time a general XML reader would; whatever is not built as Excel builds it is damaged, never half read.
 */
export type SheetScan = {
  /** The rows that ended in this piece; a row without any value is none. */
  readonly feed: (piece: string) => readonly SheetRow[]
  /** Passes over the rows that are left: only the merged cells are wanted. */
  readonly skip: () => void
  /** Whether its data were read or passed over to their end. */
  readonly ended: () => boolean
  /** Merged cells, known at the end of the sheet only. Throws UnreadableWorkbook where the data did not end. */
  readonly end: () => readonly Merge[]
}

/** Excel's own bounds (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4). */
const mostRows = 1_048_576
const mostColumns = 16_384

/** More XML than this without the end of a cell is no sheet; Excel's longest text has 32,767 signs. */
const longestCell = 2 * 1024 * 1024

export const scanSheet = (context: SheetContext): SheetScan => {
  let rest = ''
  let prefix = ''
  let where: 'before' | 'data' | 'skip' | 'after' = 'before'
  let row: number | undefined
  let last = 0
  let cells: Cell[] = []
  let filled = false
  const merges: Merge[] = []

  const beginRow = (attributes: string): void => {
    const given = attribute(attributes, 'r')
    const at = given === undefined ? last + 1 : Number(given)
    if (!Number.isInteger(at) || at <= last || at > mostRows) throw damaged()
    row = at
    last = at
    cells = []
    filled = false
  }
  const put = (attributes: string, body: string): void => {
    const reference = attribute(attributes, 'r')
    const at = reference === undefined ? cells.length : columnOf(reference)
    if (at < 0 || at >= mostColumns) throw damaged()
    const cell = body === '' ? null : sheetCell({ type: attribute(attributes, 't'), style: attribute(attributes, 's'), body, prefix }, context)
    if (cell === null) return reference === undefined ? void cells.push(null) : undefined
    while (cells.length < at) cells.push(null)
    cells[at] = cell
    filled = true
  }
  /** Reads up to the last tag that is whole; answers how far. */
  const data = (rows: SheetRow[]): number => {
    const [cellTag, rowTag, cellEnd, rowEnd, dataEnd] = [`<${prefix}c`, `<${prefix}row`, `</${prefix}c>`, `</${prefix}row`, `</${prefix}sheetData`]
    for (let at = rest.indexOf('<'); at >= 0; at = rest.indexOf('<', at)) {
      const close = rest.startsWith('<!--', at) ? rest.indexOf('-->', at) + 2 : rest.indexOf('>', at)
      if (close < at) return at
      if (rest.startsWith(cellTag, at) && isGap(rest.charCodeAt(at + cellTag.length))) {
        if (row === undefined) throw damaged()
        if (rest.charCodeAt(close - 1) === slash) {
          put(rest.slice(at + cellTag.length, close - 1), '')
          at = close
          continue
        }
        const end = rest.indexOf(cellEnd, close)
        if (end < 0) return at
        put(rest.slice(at + cellTag.length, close), rest.slice(close + 1, end))
        at = end + cellEnd.length
      } else if (rest.startsWith(rowTag, at)) {
        if (row !== undefined) throw damaged()
        beginRow(rest.slice(at + rowTag.length, close))
        if (rest.charCodeAt(close - 1) === slash) row = undefined
        at = close
      } else if (rest.startsWith(rowEnd, at)) {
        if (row === undefined) throw damaged()
        if (filled) rows.push({ at: row, cells })
        row = undefined
        at = close
      } else if (rest.startsWith(dataEnd, at)) {
        if (row !== undefined) throw damaged()
        where = 'after'
        return close + 1
      } else if (rest.startsWith('<!D', at)) throw damaged()
      else at = close
    }
    return rest.length
  }

  return {
    feed: (piece) => {
      rest += piece
      const rows: SheetRow[] = []
      if (where === 'before') {
        if (rest.includes('<!DOCTYPE')) throw damaged()
        const begin = /<(\w+:)?sheetData(?:\s[^>]*)?(\/)?>/.exec(rest)
        if (begin === null) return keep(rows, Math.max(0, rest.length - longestCell))
        prefix = begin[1] ?? ''
        rest = rest.slice(begin.index + begin[0].length)
        where = begin[2] === '/' ? 'after' : 'data'
      }
      if (where === 'data') {
        rest = rest.slice(data(rows))
        if (rest.length > longestCell) throw damaged()
      }
      if (where === 'skip') {
        const at = rest.indexOf(`</${prefix}sheetData`)
        if (at < 0) return keep(rows, Math.max(0, rest.length - 100))
        rest = rest.slice(at)
        where = 'after'
      }
      if (where === 'after') {
        let from = 0
        for (const found of rest.matchAll(mergeTag)) {
          const merge = { fromRow: Number(found[2]), toRow: Number(found[4]), fromColumn: columnOf(found[1] ?? ''), toColumn: columnOf(found[3] ?? '') }
          if (merge.fromRow <= merge.toRow && merge.toRow <= mostRows && merge.fromColumn <= merge.toColumn) merges.push(merge)
          from = found.index + found[0].length
        }
        return keep(rows, Math.max(from, rest.length - 1024))
      }
      return rows
    },
    skip: () => {
      if (where === 'data') where = 'skip'
    },
    ended: () => where === 'after',
    end: () => {
      if (where !== 'after') throw damaged()
      return merges
    },
  }

  function keep(rows: SheetRow[], from: number): SheetRow[] {
    rest = rest.slice(from)
    return rows
  }
}

const damaged = (): UnreadableWorkbook => new UnreadableWorkbook(refuse('workbook-damaged'))

const mergeTag = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g

const slash = 47

const isGap = (code: number): boolean => code === 32 || code === 62 || code === slash || (code >= 9 && code <= 13)

/** The value of an attribute among those of a tag. */
const attribute = (attributes: string, name: string): string | undefined => {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (attributes.charCodeAt(at + name.length) !== 61 || attributes.charCodeAt(at - 1) > 32) continue
    const quote = attributes[at + name.length + 1]
    if (quote !== '"' && quote !== "'") continue
    const end = attributes.indexOf(quote, at + name.length + 2)
    return end < 0 ? undefined : attributes.slice(at + name.length + 2, end)
  }
  return undefined
}

/** The column of 'B12' or 'B', from 0; -1 where no letters stand. */
export const columnOf = (reference: string): number => {
  let column = 0
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
