import { Paragraph, TextRun, type XmlComponent } from 'docx'
import type { Block, ReportDocument } from '../../core/report/document.ts'
import { xmlText } from './element.ts'
import { em, size, textWidth } from './page.ts'
import { style } from './styles.ts'
import { titleLines } from './title-lines.ts'

/** A piece of a printed figure: what stands on paper and, for the number itself, its tag and the title of its measure. */
export type PrintedPiece = { readonly text: string; readonly tag?: string; readonly title?: string }

/** What a figure run prints, by the places of its block and its run; words beside the number (预计) are pieces without a tag. */
export type Printed = (block: number, run: number) => readonly PrintedPiece[]

/** The title, a line below it, and the blocks in their order; `bound` makes the control around a number. */
export const bodyOf = (document: ReportDocument, printed: Printed, bound: (piece: PrintedPiece, tag: string) => XmlComponent): readonly Paragraph[] => [
  titleOf(document.title),
  ...(document.subtitle === undefined ? [] : [new Paragraph({ style: style.subtitle, children: [text(document.subtitle)] })]),
  new Paragraph({}),
  ...document.blocks.map((block, at) => paragraphOf(block, (run) => printed(at, run), bound)),
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

const paragraphOf = (block: Block, printed: (run: number) => readonly PrintedPiece[], bound: (piece: PrintedPiece, tag: string) => XmlComponent): Paragraph => {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ style: style.heading[block.level], children: [text(block.text)] })
    case 'paragraph':
      return filled(new Paragraph({ style: style.text }), [
        ...(block.lead === undefined ? [] : [new TextRun({ text: xmlText(`${block.lead}。`), style: style.lead })]),
        ...block.runs.flatMap((run, at) =>
          run.kind === 'text' ? [text(run.text)] : printed(at).map((piece) => (piece.tag === undefined ? text(piece.text) : bound(piece, piece.tag))),
        ),
      ])
    default:
      return block satisfies never
  }
}

/** The library's own list of a paragraph's children knows no content controls; adding them one by one is open to any element. */
const filled = (paragraph: Paragraph, children: readonly XmlComponent[]): Paragraph => {
  for (const child of children) paragraph.addChildElement(child)
  return paragraph
}
