import { cellName } from '../../core/importing/cell.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** A sheet taken apart just far enough that single cells can be written: everything else stays the text it was. */
export type SheetXml = { readonly prefix: string; readonly before: string; readonly rows: readonly RowXml[]; readonly after: string }

/** A row and its cells; attributes as they are written, without the row's number. */
export type RowXml = { readonly row: number; readonly attributes: string; readonly cells: readonly CellXml[] }

/** A cell at its column; `body` is null for a tag that closes itself. */
export type CellXml = { readonly column: number; readonly attributes: string; readonly body: string | null }

/** Takes a sheet apart. Throws UnreadableWorkbook where it is not built as workbooks are. */
export const parseSheet = (xml: string): SheetXml => {
  const begin = /<((?:\w+:)?)sheetData(?:\s[^>]*)?(\/)?>/.exec(xml)
  if (begin === null || xml.includes('<!DOCTYPE')) throw damaged()
  const [tag, prefix = '', closed] = begin
  const from = begin.index + tag.length
  if (closed === '/') return { prefix, before: `${xml.slice(0, begin.index)}<${prefix}sheetData>`, rows: [], after: `</${prefix}sheetData>${xml.slice(from)}` }
  const to = xml.indexOf(`</${prefix}sheetData>`, from)
  if (to < 0) throw damaged()
  return { prefix, before: xml.slice(0, from), rows: rowsIn(xml.slice(from, to), prefix), after: xml.slice(to) }
}

/** The sheet as text again. */
export const sheetText = ({ prefix, before, rows, after }: SheetXml): string =>
  `${before}${rows.map(({ row, attributes, cells }) => `<${prefix}row r="${row}"${attributes}>${cells.map((cell) => cellText(cell, row, prefix)).join('')}</${prefix}row>`).join('')}${after}`

/** The value of an attribute among those of a tag. */
export const attributeOf = (attributes: string, name: string): string | undefined => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find((value) => value !== undefined)

/** The attributes without one of them. */
export const withoutAttribute = (attributes: string, name: string): string => attributes.replace(new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '$1').replace(/\s+$/, '')

/** 'AB' is 27. */
export const columnAt = (letters: string): number => [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1

const rowsIn = (data: string, prefix: string): readonly RowXml[] => {
  const rows: RowXml[] = []
  let last = 0
  for (const { attributes, body } of elementsIn(data, `${prefix}row`)) {
    const given = attributeOf(attributes, 'r')
    const row = given === undefined ? last + 1 : Number(given)
    if (!Number.isInteger(row) || row <= last || row > 1_048_576) throw damaged()
    last = row
    rows.push({ row, attributes: spaced(withoutAttribute(attributes, 'r')), cells: cellsIn(body ?? '', row, prefix) })
  }
  return rows
}

const cellsIn = (inRow: string, row: number, prefix: string): readonly CellXml[] => {
  const cells: CellXml[] = []
  let last = -1
  for (const { attributes, body } of elementsIn(inRow, `${prefix}c`)) {
    const reference = /^([A-Z]{1,3})(\d+)$/.exec(attributeOf(attributes, 'r') ?? '')
    const column = reference === null ? last + 1 : columnAt(reference[1] ?? '')
    if (column <= last || column >= 16_384 || (reference !== null && Number(reference[2]) !== row)) throw damaged()
    last = column
    cells.push({ column, attributes: spaced(withoutAttribute(attributes, 'r')), body })
  }
  return cells
}

/** The elements of one name that stand side by side. A tag that never ends is damage, told at once: nothing is looked through twice. */
function* elementsIn(text: string, name: string): Generator<{ readonly attributes: string; readonly body: string | null }> {
  const [open, close] = [`<${name}`, `</${name}>`]
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at)) {
    if (!/[\s/>]/.test(text[at + open.length] ?? '')) {
      at += open.length
      continue
    }
    const end = text.indexOf('>', at)
    if (end < 0) throw damaged()
    if (text[end - 1] === '/') {
      yield { attributes: text.slice(at + open.length, end - 1), body: null }
      at = end + 1
      continue
    }
    const to = text.indexOf(close, end)
    if (to < 0) throw damaged()
    yield { attributes: text.slice(at + open.length, end), body: text.slice(end + 1, to) }
    at = to + close.length
  }
}

const cellText = ({ column, attributes, body }: CellXml, row: number, prefix: string): string => `<${prefix}c r="${cellName(row, column)}"${attributes}${body === null ? '/>' : `>${body}</${prefix}c>`}`

const spaced = (attributes: string): string => {
  const trimmed = attributes.trim()
  return trimmed === '' ? '' : ` ${trimmed}`
}

const damaged = (): UnreadableWorkbook => new UnreadableWorkbook(refuse('workbook-damaged'))
