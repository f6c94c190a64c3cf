import { readTable } from '../../core/reading/read-table.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { documentFormat } from '../../formats/document/document-format.ts'
import type { Document } from '../../formats/document/document.ts'
import { largestDocument } from '../../formats/document/document.ts'
import { docxText } from '../../formats/document/docx-text.ts'
import { xlsxTable } from '../../formats/document/xlsx-table.ts'
import { plainText } from '../../formats/document/plain-text.ts'
import { oldWordText } from './old-word.ts'
import { pdfText } from './pdf-text.ts'

/**
 * The text of a document of any kind that can be read here. Old Word files and PDF go through programs found on `path`, which
 * is the PATH unless given; nothing else leaves this process, and nothing is kept.
 */
export const readDocument = async (bytes: Uint8Array, name: string, path: string = process.env['PATH'] ?? ''): Promise<Document | Refusal> => {
  if (bytes.length > largestDocument) return documentTooLarge()
  const kind = documentFormat(bytes, name)
  if (isRefusal(kind)) return kind
  if (kind === 'text') {
    const read = plainText(bytes)
    return isRefusal(read) ? read : { kind, ...read }
  }
  if (kind === 'xlsx') {
    const workbook = await xlsxTable(bytes)
    if (isRefusal(workbook)) return workbook
    const { text, figures } = readTable(workbook.sheets, workbook.hidden)
    return { kind, encoding: null, text, ...(figures.length > 0 && { figures }) }
  }
  const text = kind === 'docx' ? docxText(bytes) : kind === 'doc' ? await oldWordText(bytes, path) : await pdfText(bytes, path)
  return isRefusal(text) ? text : { kind, encoding: null, text }
}

export const documentTooLarge = (): Refusal => refuse('document-too-large', { max: largestDocument / 1024 / 1024 })
