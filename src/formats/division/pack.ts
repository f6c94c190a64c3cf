import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { codeLengths, divisionLevels, parentDivision } from '../../core/division/code.ts'
import type { DivisionRow } from '../../core/division/tree.ts'

/** Where the rows come from and of what day they are; `digest` is the SHA-256 of the rows as text. */
export type DivisionAbout = { readonly day: string; readonly published: string; readonly source: string; readonly package: string; readonly licence: string }

/** What stands first in a packed file: `parts` are the lengths in bytes of what follows. */
export type DivisionHead = DivisionAbout & { readonly rows: number; readonly digest: string; readonly endings: readonly string[]; readonly parts: { readonly levels: number; readonly steps: number; readonly endings: number; readonly stems: number } }

/** Endings that most names share, the longer before the shorter; each costs one byte, and far less when pressed. */
const endings: readonly string[] = ['社区居民委员会', '村村民委员会', '村民委员会', '居民委员会', '社区居委会', '街道办事处', '村村委会', '村委会', '居委会', '社区', '街道', '镇', '乡']

/**
 * Packs rows so that they come back exactly: levels, steps from one sibling to the next, endings and stems each
 * for themselves, pressed together. Every division must stand behind the one it is part of, siblings in order
 * of code; throws RangeError otherwise.
 */
export const packDivisions = (rows: readonly DivisionRow[], about: DivisionAbout): Uint8Array => {
  const levels = Buffer.from(rows.map(([code]) => levelOf(code)))
  const steps = Buffer.from(stepsOf(rows).flatMap(varint))
  const cut = rows.map(([, name]) => endings.findIndex((ending) => name.endsWith(ending)))
  const stems = Buffer.from(rows.map(([, name], at) => name.slice(0, name.length - (endings[cut[at] ?? -1]?.length ?? 0))).join('\n'), 'utf16le')
  const kept = Buffer.from(cut.map((each) => each + 1))
  const head: DivisionHead = { ...about, rows: rows.length, digest: digestOf(rows), endings, parts: { levels: levels.length, steps: steps.length, endings: kept.length, stems: stems.length } }
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), levels, steps, kept, stems])
  return brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } })
}

/** The SHA-256 of the rows as text, one `code,name` a line. */
export const digestOf = (rows: readonly DivisionRow[]): string => createHash('sha256').update(rows.map(([code, name]) => `${code},${name}\n`).join('')).digest('hex')

const levelOf = (code: string): number => divisionLevels.findIndex((level) => codeLengths[level] === code.length)

/** How far each code is from its elder sibling's, or from nought where it is the eldest. */
const stepsOf = (rows: readonly DivisionRow[]): readonly number[] => {
  const open: { code: string; last: number }[] = [{ code: '', last: -1 }]
  return rows.map(([code, name]) => {
    const above = parentDivision(code) ?? ''
    while (open.length > 1 && open.at(-1)?.code !== above) open.pop()
    const parent = open.at(-1)
    const own = Number(code.slice(above.length))
    if (levelOf(code) < 0 || parent?.code !== above || own <= parent.last || name.includes('\n')) throw new RangeError(`division out of order: ${code} ${name}`)
    const step = own - Math.max(parent.last, 0)
    parent.last = own
    open.push({ code, last: -1 })
    return step
  })
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)])
