/** The text between two tags as it was meant: entities, character data kept apart, and Excel's own escapes (_x000D_). */
export const xmlWords = (raw: string): string => {
  if (!raw.includes('&') && !raw.includes('<![CDATA[') && !raw.includes('_x')) return raw
  const plain = raw.includes('<![CDATA[') ? raw.split(/<!\[CDATA\[([^]*?)\]\]>/).map((part, at) => (at % 2 === 1 ? part : entities(part))).join('') : entities(raw)
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const entities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex: string | undefined, number: string | undefined, name: string | undefined) => (name !== undefined ? (named[name.toLowerCase()] ?? whole) : signOf(hex === undefined ? Number(number) : Number.parseInt(hex, 16)))) : text

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const signOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')

/** All words of the `t` elements in a string item; readings in another script (`rPh`) are not part of it. */
export const itemWords = (xml: string): string => {
  const plain = xml.includes('rPh') ? xml.replace(/<(\w+:)?rPh\b[^]*?<\/(\w+:)?rPh>/g, '') : xml
  let words = ''
  for (let at = 0; ; ) {
    const tag = textTag(plain, at)
    if (tag < 0) return words
    const from = plain.indexOf('>', tag) + 1
    if (from === 0) return words
    if (plain.charCodeAt(from - 2) === slash) {
      at = from
      continue
    }
    const to = closing(plain, from)
    words += xmlWords(plain.slice(from, to))
    at = to + 1
  }
}

const slash = 47

/** Where the next `<t>` or `<x:t …>` begins. */
const textTag = (xml: string, from: number): number => {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at + 1)) {
    const end = nameEnd(xml, at + 1)
    if (xml.charCodeAt(end - 1) === letterT && (end - 1 === at + 1 || xml.charCodeAt(end - 2) === colon)) return at
  }
  return -1
}

const letterT = 116
const colon = 58

/** Where the name of a tag ends: at a space, a slash or its bracket. */
const nameEnd = (xml: string, from: number): number => {
  let at = from
  while (at < xml.length && xml.charCodeAt(at) > 32 && xml.charCodeAt(at) !== slash && xml.charCodeAt(at) !== 62) at += 1
  return at
}

/** The end of the words that begin at a place: the next tag that is no character data. */
const closing = (xml: string, from: number): number => {
  let at = xml.indexOf('<', from)
  while (at >= 0 && xml.startsWith('<![CDATA[', at)) at = xml.indexOf('<', Math.max(xml.indexOf(']]>', at), at + 1))
  return at < 0 ? xml.length : at
}
