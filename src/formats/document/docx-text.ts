import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { entryNames, unpackEntry } from '../docx/zip.ts'
import { bodyText } from './body-text.ts'
import { largestText } from './document.ts'
import { listCounter, noNumbering, readNumbering } from './numbering.ts'
import { noStyles, readStyles } from './paragraph-style.ts'
import { readXml } from './xml.ts'

/** A part is unpacked up to here, in MB. */
const largestPart = 64

/** The text of a Word file, with the numbers of its lists written out. A file with macros is refused: a report has none. */
export const docxText = (bytes: Uint8Array): string | Refusal => {
  const contents = partOf(bytes, '[Content_Types].xml')
  if (isRefusal(contents)) return contents
  if (contents === undefined) return refuse(entryNames(bytes).length === 0 ? 'document-damaged' : 'document-foreign')
  const parts = partsIn(contents)
  if (parts === undefined) return refuse('document-damaged')
  if (parts.macros || entryNames(bytes).some((name) => /vbaProject\.bin$/i.test(name))) return refuse('document-macros')
  if (parts.body === undefined) return refuse('document-foreign')
  const body = partOf(bytes, parts.body) ?? refuse('document-damaged')
  if (isRefusal(body)) return body
  const styles = optional(bytes, parts.styles, readStyles, noStyles)
  if (isRefusal(styles)) return styles
  const numbering = optional(bytes, parts.numbering, readNumbering, noNumbering)
  if (isRefusal(numbering)) return numbering
  const count = listCounter(numbering, (style) => styles.list(style)?.list)
  const text = bodyText(body, {
    isContents: styles.isContents,
    number: (style, own) => {
      const styled = styles.list(style)
      const list = own.list ?? styled?.list
      if (list === undefined || list === '0') return ''
      return count({ list, level: own.level ?? styled?.level ?? 0 }, own.list === undefined && own.level === undefined ? style : undefined)
    },
  }, largestText)
  if (text === 'damaged') return refuse('document-damaged')
  if (text === 'too-large') return refuse('document-swells', { max: largestPart })
  return text.trim() === '' ? refuse('document-no-text') : text
}

/** A part as text; undefined where there is none of the name. */
const partOf = (bytes: Uint8Array, name: string): string | Refusal | undefined => {
  const unpacked = unpackEntry(bytes, name, largestPart * 1024 * 1024)
  if (unpacked === 'missing') return undefined
  if (unpacked === 'too-large') return refuse('document-swells', { max: largestPart })
  if (unpacked === 'damaged') return refuse('document-damaged')
  const wide = unpacked[0] === 0xff && unpacked[1] === 0xfe ? 'utf-16le' : unpacked[0] === 0xfe && unpacked[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(unpacked)
}

const optional = <Value>(bytes: Uint8Array, name: string | undefined, read: (xml: string) => Value | undefined, none: Value): Value | Refusal => {
  const part = name === undefined ? undefined : partOf(bytes, name)
  if (part === undefined) return none
  return isRefusal(part) ? part : read(part) ?? refuse('document-damaged')
}

type Parts = { body: string | undefined; styles: string | undefined; numbering: string | undefined; macros: boolean }

/** Where the parts are, as the list of contents says; undefined when it is not well-formed. */
const partsIn = (contents: string): Parts | undefined => {
  const parts: Parts = { body: undefined, styles: undefined, numbering: undefined, macros: false }
  const sound = readXml(contents, {
    open: (name, attribute) => {
      if (name !== 'ct:Override' && name !== 'ct:Default') return
      const type = attribute('ContentType') ?? ''
      if (/macroEnabled|vbaProject/i.test(type)) parts.macros = true
      const path = attribute('PartName')?.replace(/^\//, '')
      if (/wordprocessingml\.(?:document|template)\.main\+xml$/.test(type)) parts.body ??= path ?? 'word/document.xml'
      else if (/wordprocessingml\.styles\+xml$/.test(type)) parts.styles ??= path
      else if (/wordprocessingml\.numbering\+xml$/.test(type)) parts.numbering ??= path
    },
    close: () => undefined,
    text: () => undefined,
  })
  return sound ? parts : undefined
}
