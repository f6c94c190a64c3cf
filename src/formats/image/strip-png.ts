import { crc32 } from 'node:zlib'
import type { Stripped } from './strip-jpeg.ts'

/** Chunks a PNG's image is made of (ISO/IEC 15948); text, times and everything private is left out. */
const image: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'])

/** A PNG of its image chunks only, cut at its end; undefined where it is not one whole PNG or a checksum is wrong. */
export const stripPng = (bytes: Uint8Array): Stripped | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Buffer[] = [buffer.subarray(0, 8)]
  let size: { width: number; height: number } | undefined
  let data = false
  for (let at = 8; at + 12 <= buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    const type = buffer.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > buffer.length || crc32(buffer.subarray(at + 4, end - 4)) !== buffer.readUInt32BE(end - 4)) return undefined
    if ((type === 'IHDR') !== (size === undefined)) return undefined
    if (type === 'IHDR') {
      if (length !== 13) return undefined
      size = { width: buffer.readUInt32BE(at + 8), height: buffer.readUInt32BE(at + 12) }
      if (size.width === 0 || size.height === 0) return undefined
    }
    if (type === 'IDAT') data = true
    if (image.has(type)) kept.push(buffer.subarray(at, end))
    if (type === 'IEND') return size === undefined || !data ? undefined : { bytes: Buffer.concat(kept), ...size }
    at = end
  }
  return undefined
}
