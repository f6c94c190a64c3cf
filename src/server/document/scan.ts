import type { Refusal } from '../../core/refusal/refusal.ts'
import { hashOf } from '../../store/files.ts'
import type { StoredFile } from '../../store/files.ts'
import { fieldProblem } from '../read-scope.ts'

/** The most bytes a scan may have. */
const largest = 20 * 1024 * 1024

/** What the first bytes say a scan is; its name says nothing. */
const kinds: readonly (readonly [mediaType: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** A scan of a paper from base64: a PDF, PNG or JPEG by its content, at most 20 MB; what is wrong is told at `field`. */
export const takeScan = (content: string, field: string): StoredFile | Refusal => {
  if (content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) return fieldProblem(field, 'not-base64')
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > largest) return fieldProblem(field, 'document-too-large', { max: largest / 1024 / 1024 })
  const kind = kinds.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))
  return kind === undefined ? fieldProblem(field, 'scan-foreign') : { hash: hashOf(bytes), mediaType: kind[0], bytes }
}
