import { csvText } from '../../core/exporting/csv-text.ts'
import type { SheetCell } from '../../core/exporting/sheet-columns.ts'

/** A table as CSV for Excel: UTF-8 with its mark, a comma between cells, CR LF behind rows (RFC 4180). Texts never compute. */
export async function* streamCsv(heads: readonly string[], rows: AsyncIterable<readonly SheetCell[]>): AsyncGenerator<Uint8Array, void, undefined> {
  let held = `\uFEFF${line(heads.map((head) => quoted(csvText(head))))}`
  for await (const row of rows) {
    held += line(row.map(cellText))
    if (held.length < piece) continue
    yield Buffer.from(held, 'utf8')
    held = ''
  }
  yield Buffer.from(held, 'utf8')
}

const piece = 64 * 1024

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

const cellText = (cell: SheetCell): string => (cell === null ? '' : cell.kind === 'text' ? quoted(csvText(cell.text)) : cell.kind === 'day' ? cell.day : cell.value.length > 16 ? quoted(csvText(cell.value)) : cell.value)

const quoted = (text: string): string => (/[",\r\n\t']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
