import { createInflateRaw, crc32 } from 'node:zlib'
import { refuse } from '../../core/refusal/refusal.ts'
import { packedEntry } from '../docx/zip.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** A workbook is unpacked up to here, in MB, each of its parts: half a million rows of twelve columns need about 300. */
export const largestPart = 1024

const piece = 256 * 1024

/** The bytes of one part of a workbook, piece by piece, its check sum held against them at the end. Throws UnreadableWorkbook where the part is missing, damaged or swells. */
export async function* streamEntry(bytes: Uint8Array, name: string, most = largestPart * 1024 * 1024): AsyncGenerator<Buffer> {
  const entry = packedEntry(bytes, name)
  if (entry === undefined) throw new UnreadableWorkbook(refuse('workbook-damaged'))
  let size = 0
  let check = 0
  for await (const chunk of entry.deflated ? inflated(entry.packed) : pieces(entry.packed)) {
    size += chunk.length
    if (size > most) throw new UnreadableWorkbook(refuse('workbook-swells', { max: Math.floor(most / 1024 / 1024) }))
    check = crc32(chunk, check)
    yield chunk
  }
  if (check !== entry.check) throw new UnreadableWorkbook(refuse('workbook-damaged'))
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: piece })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && /^Z_/.test(String(problem.code))) throw new UnreadableWorkbook(refuse('workbook-damaged'))
    throw problem
  } finally {
    stream.destroy()
  }
}

function* pieces(packed: Uint8Array): Generator<Buffer> {
  const buffer = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  for (let at = 0; at < buffer.length; at += piece) yield buffer.subarray(at, at + piece)
}

/** The whole text of a small part; undefined where the workbook has none. Throws UnreadableWorkbook like streamEntry. */
export const entryText = async (bytes: Uint8Array, name: string): Promise<string | undefined> => {
  if (packedEntry(bytes, name) === undefined) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of streamEntry(bytes, name, 32 * 1024 * 1024)) chunks.push(chunk)
  return decoded(Buffer.concat(chunks))
}

const decoded = (bytes: Buffer): string => (bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le') : bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be') : new TextDecoder()).decode(bytes)
