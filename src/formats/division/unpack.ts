import { brotliDecompressSync } from 'node:zlib'
import { codeLengths, divisionLevels } from '../../core/division/code.ts'
import type { DivisionRow } from '../../core/division/tree.ts'
import type { DivisionHead } from './pack.ts'

/** The rows of a packed file, in order of code, and what it says of itself. Throws where the bytes are no such file. */
export const unpackDivisions = (packed: Uint8Array): { readonly head: DivisionHead; readonly rows: readonly DivisionRow[] } => {
  const whole = brotliDecompressSync(packed)
  const line = whole.indexOf('\n')
  const head = JSON.parse(whole.subarray(0, line).toString('utf8')) as DivisionHead
  let at = line + 1
  const part = (length: number): Buffer => whole.subarray(at, (at += length))
  const [levels, steps, endings, stems] = [part(head.parts.levels), part(head.parts.steps), part(head.parts.endings), part(head.parts.stems)]
  const names = stems.toString('utf16le').split('\n')
  const step = stepper(steps)
  const codes: string[] = []
  const last: number[] = []
  const rows: DivisionRow[] = []
  for (let row = 0; row < head.rows; row++) {
    const depth = levels[row] ?? 0
    codes.length = depth
    last.length = depth + 1
    const own = (last[depth] ?? 0) + step()
    last[depth] = own
    const above = codes[depth - 1] ?? ''
    const level = divisionLevels[depth] ?? 'village'
    codes[depth] = above + String(own).padStart(codeLengths[level] - above.length, '0')
    rows.push([codes[depth], (names[row] ?? '') + (head.endings[(endings[row] ?? 0) - 1] ?? '')])
  }
  return { head, rows }
}

const stepper = (bytes: Buffer): (() => number) => {
  let at = 0
  return () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
}
