import { Document, DocumentGridType, Packer, Paragraph, type XmlComponent } from 'docx'
import type { ReportDocument } from '../../core/report/document.ts'
import { titleOf, type Period } from '../../core/time/period.ts'
import { bodyOf, endOfText, text, type Controls, type Printed } from './body.ts'
import { bookmarked, bookmarkName } from './bookmark.ts'
import { contentControl, markedTags, shortTags, statedTags } from './content-control.ts'
import { editionRecord, type SealedEdition } from './edition-record.ts'
import { fontTable } from './fonts.ts'
import { lists } from './list.ts'
import { line, page } from './page.ts'
import { coreProperties, customProperties, type Described, type TakenAt } from './properties.ts'
import { restatementOf, type RestatedFigure } from './restatement.ts'
import { footers, headers } from './running-matter.ts'
import { style, styles } from './styles.ts'
import { withoutTimes } from './zip.ts'

export type DocxInput = {
  readonly document: ReportDocument
  readonly printed: Printed
  readonly footer: {
    /** The mark of a demonstration, printed at the head of every page and at the end. */
    readonly demo?: string
    /** Present when the document is a sealed edition. */
    readonly sealed?: SealedEdition
    readonly period: Period
    /** Whose report it is, in Chinese. */
    readonly org: string
  }
  /** Where the words were taken from, so that the file can come back. */
  readonly taken?: TakenAt
  /** What changed after sealing, printed behind the edition; none when empty. */
  readonly restatement?: readonly RestatedFigure[]
}

/**
 * A report or sealed edition as a Word file in the layout of GB/T 9704-2012, each bound number inside a content
 * control with its tag. The same input gives the same bytes, whenever and wherever it is written.
 */
export const writeDocx = async ({ document, printed, footer: { demo, sealed, period, org }, taken, restatement = [] }: DocxInput): Promise<Uint8Array> => {
  const tags = shortTags()
  const sources = statedTags()
  const marks = markedTags()
  let count = 0
  const control = (tag: string, short: string, name: string, words: string): readonly XmlComponent[] => {
    const id = ++count
    return bookmarked(bookmarkName.control(marks.of(tag), id), firstControl + id, [contentControl({ id, tag: short, name, text: words })])
  }
  const controls: Controls = {
    figure: (piece, tag) => control(tag, tags.of(tag), piece.title ?? tag, piece.text),
    stated: (words, source) => control(sources.of(source), sources.of(source), source, words),
  }
  const periodTitle = titleOf(period).zh
  const children = [
    ...bodyOf(document, printed, controls),
    ...(sealed === undefined && restatement.length === 0 && demo === undefined ? [] : [endOfText()]),
    ...(sealed === undefined ? [] : [editionRecord(sealed, org, periodTitle)]),
    ...(restatement.length === 0 ? [] : restatementOf(restatement, sealed)),
    ...(demo === undefined ? [] : [...(sealed === undefined && restatement.length === 0 ? [] : [new Paragraph({})]), new Paragraph({ style: style.remark, children: [text(demo)] })]),
  ]
  const described: Described = { title: document.title, org, period: { key: period.key, title: periodTitle }, demo, sealed, taken }
  const file = new Document({
    styles: styles(),
    numbering: lists,
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 420,
    customProperties: customProperties(described, new Map([...tags.long, ...sources.long, ...marks.long])),
    sections: [{ properties, headers: headers(demo), footers: footers(), children }],
  })
  const packed = await Packer.toArrayBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(described) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
  return withoutTimes(new Uint8Array(packed))
}

/** Numbers of bookmarks around controls begin behind those of blocks. */
const firstControl = 100_000

const { width, height, ...margin } = page
const properties = {
  page: { size: { width, height }, margin: { ...margin, gutter: 0 } },
  grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: line },
}
