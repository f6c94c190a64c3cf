import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { DocumentKind } from './document.ts'

/**
 * What a document is, by its first bytes: names lie. The name only tells an empty text from a Word file that was
 * emptied. `doc` is the old Word format, WPS's, or RTF.
 */
export const documentFormat = (bytes: Uint8Array, name: string): DocumentKind | Refusal => {
  if (bytes.length === 0) return /\.(?:docx?|wps|rtf|pdf)$/i.test(name) ? refuse('document-damaged') : 'text'
  const head = latin(bytes.subarray(0, 1024))
  if (head.startsWith('%PDF-') || (/\.pdf$/i.test(name) && head.includes('%PDF-'))) return 'pdf'
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return isWorkbook(bytes) ? 'xlsx' : 'docx'
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFile(bytes)
  if (head.startsWith('{\\rtf')) return 'doc'
  if (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype|<html|<svg|mime-version:)/i.test(head) || head.startsWith('\xff\xd8\xff')) return refuse('document-foreign')
  return 'text'
}

/** A zip is a workbook when it holds one; else it is taken for a Word file, whose reader looks closer. */
const isWorkbook = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes('xl/workbook.xml', 0, 'latin1') && !buffer.includes('word/document.xml', 0, 'latin1')
}

/** The container of old Office files, [MS-CFB]; its directory holds the names of its streams in UTF-16. */
const compoundFile = (bytes: Uint8Array): DocumentKind | Refusal => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => buffer.includes(stream, 0, 'utf16le')
  if (holds('EncryptedPackage')) return refuse('document-locked')
  if (!holds('WordDocument') && (holds('Workbook\0') || holds('Book\0'))) return refuse('document-old-workbook')
  if (!holds('WordDocument')) return refuse('document-foreign')
  return isLocked(buffer) ? refuse('document-locked') : 'doc'
}

/** The document's own header, [MS-DOC] 2.5.2, mostly stands in the first sector; its flag fEncrypted is the lowest bit of byte 11. */
const isLocked = (buffer: Buffer): boolean => buffer.length > 524 && buffer.readUInt16LE(512) === 0xa5ec && ((buffer[523] ?? 0) & 1) === 1

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
