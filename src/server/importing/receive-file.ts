import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'

/** A file to be imported may be so large, in MB. */
export const largestFile = 128

class TooLarge extends Error {}

/** Writes what a caller sends to a file and answers its SHA-256; no more than the largest file is ever written. */
export const receiveFile = async (from: Readable, path: string): Promise<string | Refusal> => {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _, next) => {
      size += chunk.length
      hash.update(chunk)
      next(size > largestFile * 1024 * 1024 ? new TooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(from, measure, createWriteStream(path, { mode: 0o600 }))
  } catch (problem) {
    if (problem instanceof TooLarge) return refuse('import-too-large', { max: largestFile })
    throw problem
  }
  return size === 0 ? refuse('workbook-damaged') : hash.digest('hex')
}
