import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type XmlComponent } from 'docx'
import type { Block, FigureRun, ReportDocument, Run } from '../../core/report/document.ts'
import { xmlText } from './element.ts'
import { em, size, textWidth } from './page.ts'
import { style } from './styles.ts'
import { titleLines } from './title-lines.ts'

/** A piece of a printed figure: what stands on paper and, for the number itself, its tag and the title of its measure. */
export type PrintedPiece = { readonly text: string; readonly tag?: string; readonly title?: string }

/** What a figure run prints; words beside the number (预计) are pieces without a tag. */
export type Printed = (run: FigureRun) => readonly PrintedPiece[]

type Bound = (piece: PrintedPiece, tag: string) => XmlComponent

/** The title, a line below it, and the blocks in their order; `bound` makes the control around a number. */
export const bodyOf = (document: ReportDocument, printed: Printed, bound: Bound): readonly (Paragraph | Table)[] => [
  titleOf(document.title),
  ...(document.subtitle === undefined ? [] : [new Paragraph({ style: style.subtitle, children: [text(document.subtitle)] })]),
  new Paragraph({}),
  ...document.blocks.map((block) => blockOf(block, printed, bound)),
]

/** A title over balanced lines, one paragraph with line breaks. */
export const titleOf = (title: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    style: style.title,
    pageBreakBefore,
    children: titleLines(xmlText(title), widestTitle).map((line, at) => new TextRun(at === 0 ? { text: line } : { text: line, break: 1 })),
  })

export const text = (words: string): TextRun => new TextRun(xmlText(words))

/** The most characters of size 2 that leave the title a margin on both sides. */
const widestTitle = Math.floor(textWidth / em(size.two)) - 2

const blockOf = (block: Block, printed: Printed, bound: Bound): Paragraph | Table => {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ style: style.heading[block.level], children: [text(block.text)] })
    case 'paragraph':
      return filled(new Paragraph({ style: style.text }), [
        ...(block.lead === undefined ? [] : [new TextRun({ text: xmlText(`${block.lead}。`), style: style.lead })]),
        ...written(block.runs, printed, bound),
      ])
    case 'item':
      return filled(new Paragraph({ style: style.text }), written(block.runs, printed, bound))
    case 'table':
      return tableOf(block, printed, bound)
    default:
      return block satisfies never
  }
}

const written = (runs: readonly Run[], printed: Printed, bound: Bound): readonly XmlComponent[] =>
  runs.flatMap((run) => (run.kind === 'text' ? [text(run.text)] : printed(run).map((piece) => (piece.tag === undefined ? text(piece.text) : bound(piece, piece.tag)))))

const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

/** A ruled table over the width of the text, its head repeated on every page. */
const tableOf = (block: Extract<Block, { kind: 'table' }>, printed: Printed, bound: Bound): Table => {
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
            (cell) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { left: 100, right: 100, top: 40, bottom: 40 },
                verticalAlign: VerticalAlignTable.CENTER,
                children: [filled(new Paragraph({ style: style.cell }), written(cell.runs, printed, bound))],
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
