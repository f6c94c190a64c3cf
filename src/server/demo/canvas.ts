import { crc32, deflateSync } from 'node:zlib'

/** A picture in the making: one byte a pixel, each an index of its palette. Shapes may run over the edge. */
export type Canvas = {
  readonly rect: (x: number, y: number, width: number, height: number, colour: number) => void
  readonly disc: (x: number, y: number, across: number, down: number, colour: number) => void
  readonly line: (x: number, y: number, toX: number, toY: number, thick: number, colour: number) => void
  /** Rows of a bitmap, `#` for ink, each dot so many pixels wide. */
  readonly bitmap: (rows: readonly string[], x: number, y: number, dot: number, colour: number) => void
  readonly png: () => Buffer
}

/** Colours as 0xRRGGBB, at most 256. */
export const canvas = (width: number, height: number, palette: readonly number[], ground: number): Canvas => {
  const pixels = Buffer.alloc(width * height, ground)
  const rect: Canvas['rect'] = (x, y, across, down, colour) => {
    const [left, right] = [Math.max(0, Math.round(x)), Math.min(width, Math.round(x + across))]
    for (let row = Math.max(0, Math.round(y)); row < Math.min(height, Math.round(y + down)); row += 1) if (right > left) pixels.fill(colour, row * width + left, row * width + right)
  }
  return {
    rect,
    disc: (x, y, across, down, colour) => {
      for (let row = -down; row <= down; row += 1) {
        const half = across * Math.sqrt(1 - (row / down) ** 2)
        rect(x - half, y + row, half * 2, 1, colour)
      }
    },
    line: (x, y, toX, toY, thick, colour) => {
      const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y)))
      for (let at = 0; at <= steps; at += 1) rect(x + ((toX - x) * at) / steps - thick / 2, y + ((toY - y) * at) / steps - thick / 2, thick, thick, colour)
    },
    bitmap: (rows, x, y, dot, colour) =>
      rows.forEach((row, down) => [...row].forEach((mark, across) => {
        if (mark === '#') rect(x + across * dot, y + down * dot, dot, dot, colour)
      })),
    png: () => {
      const lines = Buffer.concat(Array.from({ length: height }, (_, row) => Buffer.concat([Buffer.from([0]), pixels.subarray(row * width, (row + 1) * width)])))
      const head = Buffer.alloc(13)
      head.writeUInt32BE(width, 0)
      head.writeUInt32BE(height, 4)
      head.set([8, 3, 0, 0, 0], 8)
      return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]))), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
    },
  }
}

/** A chunk of a PNG (ISO/IEC 15948): length, type, body, checksum. */
const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
