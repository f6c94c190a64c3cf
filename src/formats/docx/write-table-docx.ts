import { AlignmentType, Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { PrintedCell, PrintedTable } from '../../core/report/indicator-print.ts'
import type { Period } from '../../core/time/period.ts'
import { titleOf as periodTitle } from '../../core/time/period.ts'
import { rule, text, titleOf } from './body.ts'
import { xmlText } from './element.ts'
import { fontTable } from './fonts.ts'
import { page } from './page.ts'
import { coreProperties, customProperties, type Described } from './properties.ts'
import { footers, headers } from './running-matter.ts'
import { style, styles } from './styles.ts'
import { withoutTimes } from './zip.ts'

/** A printed table as a Word file on landscape A4, its heads repeated on every page. The same input gives the same bytes. */
export const writeTableDocx = async (table: PrintedTable, about: { readonly org: string; readonly period: Period; readonly demo?: string }): Promise<Uint8Array> => {
  const described: Described = { title: table.title, org: about.org, period: { key: about.period.key, title: periodTitle(about.period).zh }, demo: about.demo, sealed: undefined, taken: undefined }
  const file = new Document({
    styles: styles(),
    evenAndOddHeaderAndFooters: true,
    customProperties: customProperties(described, new Map()),
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE }, margin } },
        headers: headers(about.demo),
        footers: footers(),
        children: [titleOf(table.title), line(table.covers), gridOf(table), ...[...table.notes, table.signature].map(line)],
      },
    ],
  })
  const packed = await Packer.toArrayBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(described) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
  return withoutTimes(new Uint8Array(packed))
}

const margin = { top: 1134, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567, gutter: 0 }
const width = page.height - margin.left - margin.right

const line = (words: string): Paragraph => new Paragraph({ style: style.cell, children: [text(words)] })

const gridOf = ({ heads, rows }: PrintedTable): Table => {
  const widths = columnWidths(heads, rows)
  const row = (cells: readonly PrintedCell[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 20, bottom: 20 },
            verticalAlign: VerticalAlignTable.CENTER,
            children: [new Paragraph({ style: style.cell, alignment: head ? AlignmentType.CENTER : cell.kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: xmlText(shownIn(cell)), bold: head, size: 21 })] })],
          }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [row(heads.map((head) => ({ kind: 'text', text: head })), true), ...rows.map((each) => row(each, false))],
  })
}

const shownIn = (cell: PrintedCell): string => {
  if (cell.kind === 'text') return cell.text
  const [whole = '', fraction = ''] = cell.value.split('.')
  const shown = cell.decimals === 0 ? whole : `${whole}.${fraction.padEnd(cell.decimals, '0')}`
  return `${cell.mark ?? ''}${shown}`
}

/** The width of the page shared out by what the columns hold, in twips. */
const columnWidths = (heads: readonly string[], rows: readonly (readonly PrintedCell[])[]): number[] => {
  const needed = heads.map((head, at) => Math.min(Math.max(head.length / 2 + 1, ...rows.map((row) => row[at]).map((cell) => (cell === undefined ? 0 : [...shownIn(cell)].reduce((all, sign) => all + (sign > '\u02ff' ? 1 : 0.55), 0))), 2.5), 16))
  const total = needed.reduce((all, each) => all + each, 0)
  return needed.map((each) => Math.floor((each / total) * width))
}
