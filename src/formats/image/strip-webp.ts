import { orientationChunk } from './orientation.ts'
import type { Stripped } from './strip-jpeg.ts'

/** Chunks a WebP's image is made of (RFC 9649). */
const image: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** A WebP of its image chunks only, cut at its end, its turning kept; undefined where it is not one whole WebP. */
export const stripWebp = (bytes: Uint8Array, turned: number): Stripped | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 20) return undefined
  const until = 8 + buffer.readUInt32LE(4)
  if (until > buffer.length) return undefined
  const kept: Buffer[] = []
  let size: { width: number; height: number } | undefined
  for (let at = 12; at < until; ) {
    if (at + 8 > until) return undefined
    const type = buffer.toString('latin1', at, at + 4)
    const length = buffer.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > until) return undefined
    const chunk = Buffer.from(buffer.subarray(at, Math.min(end, until)))
    size ??= sizeOf(type, chunk.subarray(8))
    if (image.has(type)) kept.push(chunk)
    at = end
  }
  if (size === undefined || !kept.some((chunk) => ['VP8 ', 'VP8L', 'ANMF'].includes(chunk.toString('latin1', 0, 4)))) return undefined
  const [first] = kept
  if (first?.toString('latin1', 0, 4) === 'VP8X') {
    const exif = orientationChunk(turned)
    first[8] = ((first[8] ?? 0) & ~(exifFlag | xmpFlag)) | (exif === undefined ? 0 : exifFlag)
    if (exif !== undefined) kept.push(riff('EXIF', Buffer.from(exif)))
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return { bytes: Buffer.concat([head, body]), ...size }
}

const exifFlag = 0x08
const xmpFlag = 0x04

const riff = (type: string, payload: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(payload.length, 4)
  return Buffer.concat([head, payload, Buffer.alloc(payload.length % 2)])
}

/** Width and height as the first chunk tells them: 24 bits in VP8X, 14 in VP8L, 16 in the key frame of VP8. */
const sizeOf = (type: string, payload: Buffer): { width: number; height: number } | undefined => {
  if (type === 'VP8X' && payload.length >= 10) return { width: payload.readUIntLE(4, 3) + 1, height: payload.readUIntLE(7, 3) + 1 }
  if (type === 'VP8L' && payload.length >= 5 && payload[0] === 0x2f) {
    const bits = payload.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (type === 'VP8 ' && payload.length >= 10 && payload.readUIntBE(3, 3) === 0x9d012a) return { width: payload.readUInt16LE(6) & 0x3fff, height: payload.readUInt16LE(8) & 0x3fff }
  return undefined
}
