import { crc32, deflateSync } from 'node:zlib'

/** Pictures of one grey pixel, with what a phone would say in them. */

export type Said = { readonly day: string; readonly north: readonly [number, number, number]; readonly east: readonly [number, number, number]; readonly turned: number; readonly maker: string }

/** A baseline JPEG of 8 × 8 grey pixels that any browser shows. */
export const jpegOf = (said?: Said): Buffer => {
  const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
  const counts = (...list: number[]): Buffer => Buffer.from([...list, ...Array.from({ length: 16 - list.length }, () => 0)])
  const told = said === undefined ? [] : [segment(0xe1, exifOf(said)), segment(0xfe, Buffer.from('comment Serial', 'latin1')), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>Serial</x>', 'latin1'))]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from([...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...told,
    segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 16)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.concat([Buffer.from([0x00]), counts(1), Buffer.from([0])])),
    segment(0xc4, Buffer.concat([Buffer.from([0x10]), counts(1), Buffer.from([0])])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ])
}

/** A PNG of one grey pixel with further chunks before its data; the size told may be another. */
export const pngOf = (more: readonly (readonly [type: string, body: Buffer])[], width = 1, height = 1): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...more.map(([type, body]) => chunk(type, body)), chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))])
}

/** A lossless WebP of one pixel in the extended form, with further chunks after its data. */
export const webpOf = (more: readonly (readonly [type: string, body: Buffer])[]): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(body.length)
    return Buffer.concat([Buffer.from(type, 'latin1'), length, body, Buffer.alloc(body.length % 2)])
  }
  const flags = (more.some(([type]) => type === 'EXIF') ? 8 : 0) | (more.some(([type]) => type === 'XMP ') ? 4 : 0)
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), chunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])), chunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 7, 16, 0, 0, 0])), ...more.map(([type, each]) => chunk(type, each))])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), length, body])
}

/** An EXIF segment as phones write it, little-endian: turning, maker, day and place. */
const exifOf = ({ day, north, east, turned, maker }: Said): Buffer => {
  const main = 8
  const entries = 4
  const sub = main + 2 + entries * 12 + 4
  const gps = sub + 2 + 12 + 4
  const data = gps + 2 + 4 * 12 + 4
  const [makerAt, dayAt, northAt, eastAt] = [data, data + maker.length + 1, data + maker.length + 21, data + maker.length + 45]
  const tiff = Buffer.alloc(eastAt + 24)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(main, 4)
  const directory = (at: number, rows: readonly (readonly [tag: number, type: number, count: number, value: number])[]): void => {
    tiff.writeUInt16LE(rows.length, at)
    rows.forEach(([tag, type, count, value], n) => {
      const row = at + 2 + n * 12
      tiff.writeUInt16LE(tag, row)
      tiff.writeUInt16LE(type, row + 2)
      tiff.writeUInt32LE(count, row + 4)
      tiff.writeUInt32LE(value, row + 8)
    })
  }
  const letter = (text: string): number => text.charCodeAt(0)
  directory(main, [[0x010f, 2, maker.length + 1, makerAt], [0x0112, 3, 1, turned], [0x8769, 4, 1, sub], [0x8825, 4, 1, gps]])
  directory(sub, [[0x9003, 2, 20, dayAt]])
  directory(gps, [[1, 2, 2, letter('N')], [2, 5, 3, northAt], [3, 2, 2, letter('E')], [4, 5, 3, eastAt]])
  tiff.write(`${maker}\0`, makerAt, 'latin1')
  tiff.write(`${day}\0`, dayAt, 'latin1')
  ;[north, east].forEach((degrees, n) => degrees.forEach((part, at) => {
    tiff.writeUInt32LE(part, (n === 0 ? northAt : eastAt) + at * 8)
    tiff.writeUInt32LE(1, (n === 0 ? northAt : eastAt) + at * 8 + 4)
  }))
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}
