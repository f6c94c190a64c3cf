import { fromCsvText } from '../../core/exporting/csv-text.ts'
import type { SheetRow } from '../../core/importing/cell.ts'

/** A text is looked at this far for its encoding and the sign between its values. */
const look = 64 * 1024

/** Reads the rows of a text of separated values: UTF-8, UTF-16 or GB 18030; comma, tab or semicolon. Undefined where the bytes are no text. */
export const csvRows = (bytes: Uint8Array): (() => Generator<SheetRow>) | undefined => {
  const text = decode(bytes)
  if (text === undefined || text.slice(0, look).includes('\u0000')) return undefined
  const sign = [',', '\t', ';'].map((each) => ({ each, count: outside(text.slice(0, look), each) })).sort((a, b) => b.count - a.count)[0]
  return () => rowsIn(text, sign === undefined || sign.count === 0 ? ',' : sign.each)
}

const decode = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return undefined
}

const outside = (text: string, sign: string): number => text.replace(/"[^"]*"/g, '').split(sign).length - 1

/** A text that was kept from becoming a formula or a number is itself again. RFC 4180: a value in quotes may hold the sign, line breaks, and quotes doubled. */
function* rowsIn(text: string, sign: string): Generator<SheetRow> {
  let at = 0
  for (let row = 1; at < text.length; row += 1) {
    const cells: string[] = []
    for (;;) {
      if (text[at] === '"') {
        let value = ''
        at += 1
        for (;;) {
          const end = text.indexOf('"', at)
          const to = end < 0 ? text.length : end
          value += text.slice(at, to)
          at = to + 1
          if (text[at] !== '"' || end < 0) break
          value += '"'
          at += 1
        }
        cells.push(value)
        while (at < text.length && text[at] !== sign && text[at] !== '\n') at += 1
      } else {
        let to = at
        while (to < text.length && text[to] !== sign && text[to] !== '\n') to += 1
        cells.push(text.slice(at, to).replace(/\r$/, ''))
        at = to
      }
      if (text[at] !== sign) break
      at += 1
    }
    at += 1
    yield { at: row, cells: cells.map((value) => (value.trim() === '' ? null : { kind: 'text', text: fromCsvText(value) })) }
  }
}
