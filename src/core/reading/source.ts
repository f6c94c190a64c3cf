import { layOut } from './layout.ts'

/**
 * A text as it came, beside the same text made plain for the grammar: full-width signs are half-width, spaces are gone (between two
 * digits one stays), lines that were only wrapped are joined and page numbers left out. Every sign of the plain text knows where it stood, so
 * what is found in it can be quoted from the text as it came, to the letter.
 */
export type Source = {
  readonly text: string
  /** One UTF-16 unit a sign; what is beyond the basic plane is one '□'; a paragraph ends with '\n'. */
  readonly plain: string
  /** UTF-16 index in `text` of each sign of `plain`, and one more for its end. */
  readonly units: Int32Array
  /** Code points before each sign of `plain`. */
  readonly points: Int32Array
}

/** A place in the text as it came: its very letters, and their offset in code points. */
export type Place = { readonly quote: string; readonly offset: number }

export const sourceOf = (text: string): Source => {
  const { joined, left } = layOut(text)
  const units = new Int32Array(text.length + 1)
  const points = new Int32Array(text.length + 1)
  const signs = new Uint16Array(text.length * 2)
  let size = 0
  let point = 0
  let spaced = false
  const put = (sign: number, at: number): void => {
    units[size] = at
    points[size] = point
    signs[size++] = sign
  }
  for (let at = 0; at < text.length; at += 1, point += 1) {
    const here = at
    const code = text.charCodeAt(at)
    const astral = code >= 0xd800 && code < 0xdc00 && isLow(text.charCodeAt(at + 1))
    if (astral) at += 1
    if (left[here] === 1) continue
    const sign = joined[here] === 1 ? 0 : astral ? box : (plainSigns[code] ?? 0)
    if (sign === 0) spaced = spaced || joined[here] !== 1
    else {
      if (spaced && isDigit(sign) && size > 0 && isDigit(signs[size - 1] ?? 0)) put(space, here)
      spaced = false
      put(sign, here)
    }
  }
  units[size] = text.length
  points[size] = point
  return { text, plain: textOf(signs, size).replace(stopDot, '。'), units: units.subarray(0, size + 1), points: points.subarray(0, size + 1) }
}

/** What stands from one sign of the plain text up to another (exclusive). */
export const placeAt = (source: Source, from: number, to: number): Place => {
  const start = source.units[from] ?? source.text.length
  const last = source.units[to - 1] ?? source.text.length
  const wide = source.text.charCodeAt(last) >= 0xd800 && source.text.charCodeAt(last) < 0xdc00 ? 2 : 1
  return { quote: to <= from ? '' : source.text.slice(start, last + wide), offset: source.points[from] ?? 0 }
}

/** A full stop written as a dot between Chinese signs. */
const stopDot = /(?<=[\u4e00-\u9fff)”])\.(?=[\u4e00-\u9fff\n]|$)/g

const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000
const isDigit = (sign: number): boolean => sign >= 48 && sign <= 57
const space = 32
const box = '□'.charCodeAt(0)

const textOf = (signs: Uint16Array, size: number): string => {
  const parts: string[] = []
  for (let from = 0; from < size; from += 4096) parts.push(String.fromCharCode(...signs.subarray(from, Math.min(size, from + 4096))))
  return parts.join('')
}

/** Signs that are written as others in the plain text, one pair after another. */
const rewritten =
  '．. ﹣- －- –- —- ―- ─- −- 〜~ ～~ ﹪% 〔[ 〕] 【[ 】] 〈《 〉》 「“ 」” 『“ 』” 〝“ 〞” 〟” ｡。 \u2028\n \u2029\n \f\n'

/** The plain sign of each UTF-16 unit; 0 where it is only space. */
const plainSigns: Uint16Array = (() => {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0
  for (const pair of rewritten.split(' ')) table[pair.charCodeAt(0)] = pair.charCodeAt(1)
  for (const code of [0, 0x09, 0x0b, 0x0d, 0x20, 0xa0, 0x200b, 0x200c, 0x200d, 0x2060, 0x3000, 0xfeff]) table[code] = 0
  for (let code = 0x2000; code <= 0x200a; code += 1) table[code] = 0
  return table
})()
