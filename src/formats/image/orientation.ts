/** An EXIF segment that says how the picture is turned (1 to 8) and nothing else; empty where it stands upright. */
export const orientationSegment = (turned: number): Uint8Array => {
  if (!Number.isInteger(turned) || turned < 2 || turned > 8) return new Uint8Array(0)
  return Buffer.from([0xff, 0xe1, 0x00, 0x22, ...Buffer.from('Exif\0\0', 'latin1'), ...tiff(turned)])
}

/** The same as the payload of a WebP or PNG chunk. */
export const orientationChunk = (turned: number): Uint8Array | undefined => (Number.isInteger(turned) && turned >= 2 && turned <= 8 ? Buffer.from(tiff(turned)) : undefined)

/** A TIFF head, big-endian, with one directory of one entry: Orientation (0x0112), a short. */
const tiff = (turned: number): readonly number[] => [0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]
