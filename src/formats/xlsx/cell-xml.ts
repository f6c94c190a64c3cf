import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import type { Day } from '../../core/time/day.ts'

/** A cell in the XML of a worksheet. */

/** The style numbers of `sheetStyles`: plain, head, text, a text that looks like a formula, a day, words about the sheet, then numbers by their decimals. */
export const styleOf = { plain: 0, head: 1, text: 2, inert: 3, day: 4, about: 5, number: 6 } as const
export const mostDecimals = 12

/** The most signs Excel keeps in one cell. */
export const longestCell = 32_767

/** A cell at its address; an empty one is not written. */
export const cellXml = (at: string, cell: SheetCell): string => {
  if (cell === null) return ''
  if (cell.kind === 'text') return textCell(at, cell.text)
  if (cell.kind === 'day') {
    const serial = daySerial(cell.day)
    return serial === undefined ? textCell(at, cell.day) : `<c r="${at}" s="${styleOf.day}"><v>${serial}</v></c>`
  }
  return keepsDigits(cell.value) ? `<c r="${at}" s="${styleOf.number + Math.min(cell.decimals, mostDecimals)}"><v>${cell.value}</v></c>` : textCell(at, cell.value)
}

/** A text cell: what begins like a formula is marked as text, as Excel itself marks it, and stays the text it is. */
export const textCell = (at: string, text: string, style: number = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? styleOf.inert : styleOf.text): string =>
  `<c r="${at}" t="inlineStr" s="${style}"><is>${inlineText(text.length > longestCell ? cut(text) : text)}</is></c>`

/** Text for a cell. Excel reads _x0041_ as a sign by its number; written in two runs it stays what it is. */
export const inlineText = (text: string): string => {
  const clean = text.replace(unfit, '')
  if (!/_x[0-9A-Fa-f]{4}_/.test(clean)) return run(clean)
  return clean.split(/(?<=_)(?=x[0-9A-Fa-f]{4}_)/).map((part) => `<r>${run(part)}</r>`).join('')
}

const run = (text: string): string => `<t xml:space="preserve">${text.replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign)}</t>`

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** What XML 1.0 has no place for. */
const unfit = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Not through the middle of a sign. */
const cut = (text: string): string => text.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, '').concat('…')

/** Days of Excel's calendar; undefined before March 1900, which it counts wrongly or not at all. */
export const daySerial = (day: Day): number | undefined => {
  const serial = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000 + 25_569
  return serial < 61 ? undefined : serial
}

/** Excel keeps fifteen digits: a longer number is written as text, not to lose any. */
const keepsDigits = (value: string): boolean => value.replace(/^-?(?:0\.)?0*|\./g, '').length <= 15
