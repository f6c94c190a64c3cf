import type { ReadFigure } from '../../core/reading/reading.ts'

/** The text of a document someone handed in, and what it came as. */
export type Document = {
  readonly kind: DocumentKind
  /** What the bytes of a plain text were encoded in; null where the format knows. */
  readonly encoding: TextEncoding | null
  readonly text: string
  /** What the columns of a workbook name, at their places in the text; absent where the text is read by itself. */
  readonly figures?: readonly ReadFigure[]
}

export type DocumentKind = 'text' | 'docx' | 'doc' | 'pdf' | 'xlsx'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A document of more bytes is not read. */
export const largestDocument = 20 * 1024 * 1024

/** Nor is a longer text taken out of one, in UTF-16 units. */
export const largestText = largestDocument
