import { BorderStyle, type IParagraphOptions, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type XmlComponent } from 'docx'
import type { Block, FigureRun, ReportDocument, Run } from '../../core/report/document.ts'
import { bookmarked, bookmarkName } from './bookmark.ts'
import { xmlText } from './element.ts'
import { listPlaces } from './list.ts'
import { em, size, textWidth } from './page.ts'
import { style } from './styles.ts'
import { titleLines } from './title-lines.ts'

/** A piece of a printed figure: what stands on paper and, for the number itself, its tag and the title of its measure. */
export type PrintedPiece = { readonly text: string; readonly tag?: string; readonly title?: string }

/** What a figure run prints; words beside the number (预计) are pieces without a tag. */
export type Printed = (run: FigureRun) => readonly PrintedPiece[]

/** How runs that say more than words are written: the control around a number of a figure, and around words with a stated source. */
export type Controls = {
  readonly figure: (piece: PrintedPiece, tag: string) => readonly XmlComponent[]
  readonly stated: (text: string, source: string) => readonly XmlComponent[]
}

type Written = (runs: readonly Run[]) => readonly XmlComponent[]

/** The title, a line below it, and the blocks in their order, each under a bookmark that names it. */
export const bodyOf = (document: ReportDocument, printed: Printed, controls: Controls): readonly (Paragraph | Table)[] => {
  const places = listPlaces(document.blocks)
  const written: Written = (runs) => runs.flatMap((run) => writtenRun(run, printed, controls))
  return [
    titleOf(document.title, false, bookmarkName.title),
    ...(document.subtitle === undefined ? [] : [filled(new Paragraph({ style: style.subtitle }), bookmarked(bookmarkName.subtitle, 2, [text(document.subtitle)]))]),
    new Paragraph({}),
    ...document.blocks.map((block, at) => blockOf(block, written, (content) => bookmarked(block.id === undefined ? undefined : bookmarkName.block(block.id), at + firstBlock, content), places[at])),
  ]
}

/** The empty line after which nothing is text of the report. */
export const endOfText = (): Paragraph => filled(new Paragraph({}), bookmarked(bookmarkName.end, 0, []))

/** Numbers of bookmarks: 0 to 2 are the end, the title and the line below it; those of controls are far behind. */
const firstBlock = 3

/** A title over balanced lines, one paragraph with line breaks. */
export const titleOf = (title: string, pageBreakBefore = false, name?: string): Paragraph =>
  filled(
    new Paragraph({ style: style.title, pageBreakBefore }),
    bookmarked(name, 1, titleLines(xmlText(title), widestTitle).map((line, at) => new TextRun(at === 0 ? { text: line } : { text: line, break: 1 }))),
  )

export const text = (words: string): TextRun => new TextRun(xmlText(words))

/** The most characters of size 2 that leave the title a margin on both sides. */
const widestTitle = Math.floor(textWidth / em(size.two)) - 2

const blockOf = (block: Block, written: Written, named: (content: readonly XmlComponent[]) => readonly XmlComponent[], numbering: IParagraphOptions['numbering']): Paragraph | Table => {
  switch (block.kind) {
    case 'heading':
      return filled(new Paragraph({ style: style.heading[block.level] }), named([text(block.text)]))
    case 'paragraph':
      return filled(new Paragraph({ style: style.text }), named([...(block.lead === undefined ? [] : [new TextRun({ text: xmlText(`${block.lead}。`), style: style.lead })]), ...written(block.runs)]))
    case 'item':
      return filled(new Paragraph({ style: style.text, ...(numbering === undefined ? {} : { numbering }) }), named(written(block.runs)))
    case 'table':
      return tableOf(block, written, named)
    default:
      return block satisfies never
  }
}

const writtenRun = (run: Run, printed: Printed, { figure, stated }: Controls): readonly XmlComponent[] => {
  if (run.kind === 'figure') return printed(run).flatMap((piece) => (piece.tag === undefined ? [text(piece.text)] : figure(piece, piece.tag)))
  return run.source === undefined ? [text(run.text)] : stated(run.text, run.source)
}

/** A line of a table. */
export const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

/** A ruled table over the width of the text, its head repeated on every page; it is named in its first cell, as a bookmark around a table does not last. */
const tableOf = (block: Extract<Block, { kind: 'table' }>, written: Written, named: (content: readonly XmlComponent[]) => readonly XmlComponent[]): Table => {
  const columns = block.rows[0]?.length ?? 1
  const width = Math.floor(textWidth / columns)
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    layout: TableLayoutType.FIXED,
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: block.rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: row.map(
            (cell, place) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { left: 100, right: 100, top: 40, bottom: 40 },
                verticalAlign: VerticalAlignTable.CENTER,
                children: [filled(new Paragraph({ style: style.cell }), at === 0 && place === 0 ? named(written(cell.runs)) : written(cell.runs))],
              }),
          ),
        }),
    ),
  })
}

/** The library's own list of a paragraph's children knows no content controls; adding them one by one is open to any element. */
const filled = (paragraph: Paragraph, children: readonly XmlComponent[]): Paragraph => {
  for (const child of children) paragraph.addChildElement(child)
  return paragraph
}
