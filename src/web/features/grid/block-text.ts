/** A block of cells as the clipboard carries it between tables: rows by line breaks, cells by tabs; a cell that holds either stands in quotes. */

/** The rows of a clipboard's text; the line break at its end begins no row. */
export const parseBlock = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const close = (): void => {
    rows[rows.length - 1]?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '' && closes(text, at)) quoted = true
    else if (sign === '\t') close()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      close()
      rows.push([])
    } else cell += sign
  }
  const last = rows[rows.length - 1]
  if (cell !== '' || (last !== undefined && last.length > 0)) close()
  else rows.pop()
  return rows.map((row) => row.map(bare))
}

/** The text of rows for the clipboard. What a spreadsheet would take for a formula is kept as text by an apostrophe before it. */
export const blockText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(guarded).join('\t')).join('\r\n')

const guarded = (cell: string): string => {
  const text = /^[=+\-@]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Takes the apostrophe away again that keeps a text from being a formula. */
const bare = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)

/** Whether the quote at a place opens a quoted cell: its closing one stands before a tab, a line break or the end. A lone inch mark does not. */
const closes = (text: string, from: number): boolean => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '')
  }
  return false
}
