import type { Day } from '../../core/time/day.ts'
import { parseDay } from '../../core/time/day.ts'

/** What a picture says of itself: how it is turned (1 is upright), the day it was taken, and the place in degrees north and east. */
export type Exif = { readonly turned: number; readonly day: Day | undefined; readonly place: string | undefined }

const silent: Exif = { turned: 1, day: undefined, place: undefined }

/** Reads the EXIF part of a JPEG, PNG or WebP (CIPA DC-008). What cannot be read is not there. */
export const readExif = (bytes: Uint8Array): Exif => {
  const tiff = findTiff(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (tiff === undefined) return silent
  try {
    return readTiff(tiff)
  } catch (problem) {
    if (problem instanceof RangeError) return silent
    throw problem
  }
}

/** The TIFF structure: after `Exif\0\0` in a JPEG's head, in a PNG's eXIf chunk, in a WebP's EXIF chunk. */
const findTiff = (bytes: Buffer): Buffer | undefined => {
  const jpeg = bytes[0] === 0xff ? bytes.subarray(0, 256 * 1024).indexOf('Exif\0\0', 0, 'latin1') : -1
  if (jpeg !== -1) return bytes.subarray(jpeg + 6)
  const chunk = bytes.indexOf(bytes[0] === 0x89 ? 'eXIf' : 'EXIF', 0, 'latin1')
  if (chunk === -1) return undefined
  const rest = bytes.subarray(chunk + (bytes[0] === 0x89 ? 4 : 8))
  return rest.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? rest.subarray(6) : rest
}

type Tags = ReadonlyMap<number, { readonly type: number; readonly count: number; readonly at: number }>

const readTiff = (tiff: Buffer): Exif => {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  if (!little && tiff.toString('latin1', 0, 2) !== 'MM') return silent
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const tags = (at: number): Tags => new Map(Array.from({ length: Math.min(short(at), 200) }, (_, n) => at + 2 + n * 12).map((entry) => [short(entry), { type: short(entry + 2), count: long(entry + 4), at: entry + 8 }]))
  const below = (of: Tags, tag: number): Tags => {
    const pointer = of.get(tag)
    return pointer === undefined ? new Map() : tags(long(pointer.at))
  }
  const text = (of: Tags, tag: number): string => {
    const it = of.get(tag)
    return it === undefined ? '' : tiff.toString('latin1', it.count > 4 ? long(it.at) : it.at, (it.count > 4 ? long(it.at) : it.at) + Math.min(it.count, 40)).replace(/\0.*$/s, '')
  }
  const degrees = (of: Tags, tag: number): number | undefined => {
    const it = of.get(tag)
    if (it === undefined || it.count !== 3 || it.type !== 5) return undefined
    const from = long(it.at)
    const [whole = 0, minutes = 0, seconds = 0] = [0, 8, 16].map((step) => long(from + step) / long(from + step + 4))
    const value = whole + minutes / 60 + seconds / 3600
    return Number.isFinite(value) ? value : undefined
  }
  const main = tags(long(4))
  const gps = below(main, 0x8825)
  const turned = main.get(0x0112)
  const [north, east] = [degrees(gps, 2), degrees(gps, 4)]
  const signed = (value: number, behind: boolean): string => `${behind ? '-' : ''}${value.toFixed(5)}`
  return {
    turned: turned === undefined ? 1 : short(turned.at),
    day: parseDay((text(below(main, 0x8769), 0x9003) || text(main, 0x0132)).slice(0, 10).replaceAll(':', '-')),
    place: north === undefined || east === undefined || north > 90 || east > 180 ? undefined : `${signed(north, text(gps, 1) === 'S')},${signed(east, text(gps, 3) === 'W')}`,
  }
}
