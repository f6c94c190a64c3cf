import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Document } from '../../formats/document/document.ts'
import { largestDocument } from '../../formats/document/document.ts'
import { hashOf } from '../../store/files.ts'
import { fieldProblem } from '../read-scope.ts'
import { documentTooLarge, readDocument } from './read-document.ts'

/** A document as a call hands it over: a file's bytes in base64, or pasted text. */
export type GivenDocument = { readonly name: string; readonly content?: string | undefined; readonly text?: string | undefined }

/** A document that was read: its bytes under their digest, and its text as it is kept. */
export type TakenDocument = Document & { readonly name: string; readonly hash: string; readonly bytes: Uint8Array }

/** Reads what was handed over; what is wrong with it is told at its field. */
export const takeDocument = async ({ name, content, text }: GivenDocument): Promise<TakenDocument | Refusal> => {
  if (content !== undefined && text !== undefined) return fieldProblem('text', 'one-document')
  if (content === undefined) {
    if (text === undefined) return fieldProblem('content', 'field-required')
    if (text.trim() === '') return fieldProblem('text', 'field-required')
    const bytes = new TextEncoder().encode(text)
    return bytes.length > largestDocument ? at('text', documentTooLarge()) : { name, kind: 'text', encoding: 'utf-8', text, bytes, hash: hashOf(bytes) }
  }
  if (content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) return fieldProblem('content', 'not-base64')
  const bytes = Buffer.from(content, 'base64')
  const read = await readDocument(bytes, name)
  if (isRefusal(read)) return at('content', read)
  if (read.text.trim() === '') return fieldProblem('content', 'document-no-text')
  return { ...read, name, text: keptText(read.text), bytes, hash: hashOf(bytes) }
}

const at = (field: string, { code, details }: Refusal): Refusal => fieldProblem(field, code, details)

/** The text with a space for each sign that no document shows and no field keeps, so that every place stays where it is. */
const keptText = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{7E}\u{80}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u202A-\u202E\u2066-\u2069]/gu, ' ')
