import { orientationSegment } from './orientation.ts'

/** A JPEG without anything but its image: what was kept of it, and its size in pixels; undefined where it is not one whole JPEG. */
export type Stripped = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/**
 * Rewrites a JPEG segment by segment (ITU-T T.81 annex B) and keeps only what the image is made of: no EXIF, no place, no
 * comment, no second picture, nothing after its end. How it is turned stays, in a segment of its own that says nothing else.
 */
export const stripJpeg = (bytes: Uint8Array, turned: number): Stripped | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let scanned = false
  let headed = false
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return undefined
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (marker === undefined) return undefined
    if (marker === eoi) {
      kept.push(bytes.subarray(at, at + 2))
      return size === undefined || !scanned ? undefined : { bytes: Buffer.concat(kept), ...size }
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (!headed && marker !== app0) {
      kept.push(orientationSegment(turned))
      headed = true
    }
    if (isFrame(marker)) {
      if (size !== undefined || length < 8) return undefined
      size = { height: ((segment[5] ?? 0) << 8) | (segment[6] ?? 0), width: ((segment[7] ?? 0) << 8) | (segment[8] ?? 0) }
      if (size.width === 0 || size.height === 0) return undefined
    }
    if (isImage(marker, segment)) kept.push(segment)
    at = end
    if (marker === sos) {
      scanned = true
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, at))
    }
  }
}

const [soi, eoi, sos, app0] = [0xd8, 0xd9, 0xda, 0xe0]

/** SOF0 to SOF15; C4, C8 and CC in between are tables and an extension. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Tables, frames and scans; of the application's segments the JFIF head, a colour profile and Adobe's colour transform. */
const isImage = (marker: number, segment: Uint8Array): boolean => {
  if (isFrame(marker) || marker === 0xc4 || marker === 0xcc || (marker >= 0xda && marker <= 0xdd)) return true
  if (marker === app0) return begins(segment, 'JFIF\0')
  if (marker === 0xe2) return begins(segment, 'ICC_PROFILE\0')
  return marker === 0xee && begins(segment, 'Adobe')
}

const begins = (segment: Uint8Array, text: string): boolean => Buffer.from(segment.subarray(4, 4 + text.length)).toString('latin1') === text

/** Coded data runs to the next marker that is no restart and no stuffed byte. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at === -1) return bytes.length
    const next = bytes[at + 1]
    if (next === undefined) return bytes.length
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}
