import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { entryNames, unpackEntry } from '../docx/zip.ts'
import { documentFormat } from './document-format.ts'
import { readXml } from './xml.ts'

/** A part is unpacked up to here, in MB. */
export const largestPart = 64

/** Where the parts of a Word file are, as its list of contents says. Its pictures are never unpacked. */
export type DocxParts = { readonly body: string; readonly styles: string | undefined; readonly numbering: string | undefined; readonly comments: string | undefined }

/** The parts of a Word file. A file with macros is refused: a report has none. */
export const docxParts = (bytes: Uint8Array): DocxParts | Refusal => {
  const contents = partOf(bytes, '[Content_Types].xml')
  if (isRefusal(contents)) return contents
  if (contents === undefined) return entryNames(bytes).length > 0 ? refuse('document-foreign') : isLocked(bytes) ? refuse('document-locked') : refuse('document-damaged')
  const parts = partsIn(contents)
  if (parts === undefined) return refuse('document-damaged')
  if (parts.macros || entryNames(bytes).some((name) => /vbaProject\.bin$/i.test(name))) return refuse('document-macros')
  const { body } = parts
  return body === undefined ? refuse('document-foreign') : { ...parts, body }
}

const isLocked = (bytes: Uint8Array): boolean => {
  const kind = documentFormat(bytes, '')
  return isRefusal(kind) && kind.code === 'document-locked'
}

/** A part as text; undefined where there is none of the name. */
export const partOf = (bytes: Uint8Array, name: string): string | Refusal | undefined => {
  const unpacked = unpackEntry(bytes, name, largestPart * 1024 * 1024)
  if (unpacked === 'missing') return undefined
  if (unpacked === 'too-large') return refuse('document-swells', { max: largestPart })
  if (unpacked === 'damaged') return refuse('document-damaged')
  const wide = unpacked[0] === 0xff && unpacked[1] === 0xfe ? 'utf-16le' : unpacked[0] === 0xfe && unpacked[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(unpacked)
}

/** What a part that need not be there says. */
export const optionalPart = <Value>(bytes: Uint8Array, name: string | undefined, read: (xml: string) => Value | undefined, none: Value): Value | Refusal => {
  const part = name === undefined ? undefined : partOf(bytes, name)
  if (part === undefined) return none
  return isRefusal(part) ? part : read(part) ?? refuse('document-damaged')
}

type Parts = { body: string | undefined; styles: string | undefined; numbering: string | undefined; comments: string | undefined; macros: boolean }

/** Undefined when the list is not well-formed. */
const partsIn = (contents: string): Parts | undefined => {
  const parts: Parts = { body: undefined, styles: undefined, numbering: undefined, comments: undefined, macros: false }
  const sound = readXml(contents, {
    open: (name, attribute) => {
      if (name !== 'ct:Override' && name !== 'ct:Default') return
      const type = attribute('ContentType') ?? ''
      if (/macroEnabled|vbaProject/i.test(type)) parts.macros = true
      const path = attribute('PartName')?.replace(/^\//, '')
      if (/wordprocessingml\.(?:document|template)\.main\+xml$/.test(type)) parts.body ??= path ?? 'word/document.xml'
      else if (/wordprocessingml\.styles\+xml$/.test(type)) parts.styles ??= path
      else if (/wordprocessingml\.numbering\+xml$/.test(type)) parts.numbering ??= path
      else if (/wordprocessingml\.comments\+xml$/.test(type)) parts.comments ??= path
    },
    close: () => undefined,
    text: () => undefined,
  })
  return sound ? parts : undefined
}
