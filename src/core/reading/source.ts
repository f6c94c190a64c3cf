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
  const signs: string[] = []
  let size = 0
  let point = 0
  let spaced = false
  for (let at = 0; at < text.length; at += 1, point += 1) {
    const here = at
    const code = text.charCodeAt(at)
    const astral = code >= 0xd800 && code < 0xdc00 && isLow(text.charCodeAt(at + 1))
    if (astral) at += 1
    if (left[here] === 1) continue
    const sign = astral ? '□' : joined[here] === 1 ? '' : plainSign(code)
    if (sign === '') {
      spaced = spaced || joined[here] !== 1
      continue
    }
    if (spaced && isDigit(sign) && isDigit(signs[size - 1] ?? '')) {
      units[size] = here
      points[size] = point
      signs[size++] = ' '
    }
    spaced = false
    units[size] = here
    points[size] = point
    signs[size++] = sign
  }
  units[size] = text.length
  points[size] = point
  return { text, plain: signs.join(''), units: units.subarray(0, size + 1), points: points.subarray(0, size + 1) }
}

/** What stands from one sign of the plain text up to another (exclusive). */
export const placeAt = (source: Source, from: number, to: number): Place => {
  const start = source.units[from] ?? source.text.length
  const last = source.units[to - 1] ?? source.text.length
  const wide = source.text.charCodeAt(last) >= 0xd800 && source.text.charCodeAt(last) < 0xdc00 ? 2 : 1
  return { quote: to <= from ? '' : source.text.slice(start, last + wide), offset: source.points[from] ?? 0 }
}

const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9'

const spaces = new Set([0x09, 0x0b, 0x0d, 0x20, 0xa0, 0x200b, 0x200c, 0x200d, 0x2060, 0x3000, 0xfeff, ...Array.from({ length: 11 }, (_, n) => 0x2000 + n)])

const others: ReadonlyMap<number, string> = new Map([
  ['。', '。'], ['．', '.'], ['、', '、'], ['〜', '~'], ['～', '~'], ['﹣', '-'], ['－', '-'], ['–', '-'], ['—', '-'], ['―', '-'], ['─', '-'], ['−', '-'], ['‰', '‰'], ['﹪', '%'],
  ['㎡', '㎡'], ['〔', '['], ['〕', ']'], ['【', '['], ['】', ']'], ['〈', '《'], ['〉', '》'], ['「', '“'], ['」', '”'], ['『', '“'], ['』', '”'], ['｡', '。'], ['〝', '“'], ['〞', '”'], ['〟', '”'], ['\u2028', '\n'], ['\u2029', '\n'], ['\f', '\n'],
].map(([from, to]) => [from?.charCodeAt(0) ?? 0, to ?? '']))

const plainSign = (code: number): string => {
  if (code < 0x80) return spaces.has(code) ? '' : code === 0x0c ? '\n' : ascii[code] ?? ''
  if (code >= 0x4e00 && code < 0xa000) return String.fromCharCode(code)
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff5e && code !== 0xff0e && code !== 0xff0d) return ascii[code - 0xfee0] ?? ''
  if (spaces.has(code)) return ''
  return others.get(code) ?? String.fromCharCode(code)
}

const ascii: readonly string[] = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
