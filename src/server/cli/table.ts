/** A column of a printed table; numbers are set flush right. */
export type Column = { readonly title: string; readonly right?: boolean }

/** An aligned table for a terminal, where a Chinese character is two columns wide. The widest cell sets a column. */
export const tableText = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const lines = [columns.map((column) => column.title), ...rows]
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => displayWidth(cells[index] ?? ''))))
  return lines.map((cells) => columns.map(({ right }, index) => padded(cells[index] ?? '', widths[index] ?? 0, right === true)).join('  ').trimEnd()).join('\n')
}

/** Columns a text takes in a terminal: East Asian wide and full-width characters two, combining marks none. */
export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += combining.test(character) ? 0 : wide.test(character) ? 2 : 1
  return width
}

/** Words from a document on one line of at most so many columns; what a terminal would act on is a space. */
export const shortLine = (text: string, columns: number): string => {
  let [line, width] = ['', 0]
  for (const character of text.replace(/[\s\p{Cc}]+/gu, ' ').trim()) {
    width += displayWidth(character)
    if (width > columns) return `${line.trimEnd()}…`
    line += character
  }
  return line
}

const padded = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return right ? space + text : text + space
}

const combining = /^\p{M}$/u
const wide = /^[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u
