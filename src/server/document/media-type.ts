import type { DocumentKind } from '../../formats/document/document.ts'

/** What the bytes of a document are sent as. None of these runs anything in a page, and all of them are sent as a file to keep. */
export const mediaTypes: Readonly<Record<DocumentKind, string>> = {
  text: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
