import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { entryNames, readEntry } from '../docx/zip.ts'
import type { Exif } from './exif.ts'
import { readExif } from './exif.ts'
import type { Stripped } from './strip-jpeg.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'

/** A file as it is kept: pictures without what they said of themselves, which is told beside. */
export type Taken = { readonly bytes: Uint8Array; readonly mediaType: string; readonly ending: string; readonly about: Pick<Exif, 'day' | 'place'> | undefined }

/** Most pixels a picture may have: more than any phone takes, and what a browser can still open. */
const mostPixels = 100_000_000

/** Takes a file by what its bytes are, whatever it is called: a JPEG, PNG or WebP picture, a PDF, a Word or Excel file without macros. */
export const takeFile = (bytes: Uint8Array): Taken | Refusal => {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return picture(bytes, 'image/jpeg', 'jpg', stripJpeg)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return picture(bytes, 'image/png', 'png', stripPng)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return picture(bytes, 'image/webp', 'webp', stripWebp)
  if (head.slice(4, 8) === 'ftyp' && /^(?:hei[cxms]|hev[cx]|mif1|msf1|avi[fs])/.test(head.slice(8, 12))) return refuse('file-heic')
  if (head.startsWith('%PDF-')) return wholePdf(bytes) ? { bytes, mediaType: 'application/pdf', ending: 'pdf', about: undefined } : refuse('file-damaged')
  return head.startsWith('PK\x03\x04') ? office(bytes) : refuse('file-foreign')
}

const picture = (bytes: Uint8Array, mediaType: string, ending: string, strip: (bytes: Uint8Array, turned: number) => Stripped | undefined): Taken | Refusal => {
  const { turned, day, place } = readExif(bytes)
  const stripped = strip(bytes, turned)
  if (stripped === undefined) return refuse('file-damaged')
  if (stripped.width * stripped.height > mostPixels) return refuse('file-too-many-pixels', { max: mostPixels / 10_000 })
  return { bytes: stripped.bytes, mediaType, ending, about: { day, place } }
}

const wholePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-2048)).includes('%%EOF', 0, 'latin1')

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const office = (bytes: Uint8Array): Taken | Refusal => {
  const names = namesIn(bytes)
  if (names === undefined) return refuse('file-damaged')
  if (!names.includes('[Content_Types].xml')) return refuse('file-foreign')
  if (names.some((name) => /vbaProject|\/activeX\/|macrosheets\//i.test(name)) || readEntry(bytes, '[Content_Types].xml')?.includes('macroEnabled') === true) return refuse('file-macros')
  if (names.includes('word/document.xml')) return { bytes, mediaType: word, ending: 'docx', about: undefined }
  return names.includes('xl/workbook.xml') ? { bytes, mediaType: excel, ending: 'xlsx', about: undefined } : refuse('file-foreign')
}

const namesIn = (bytes: Uint8Array): readonly string[] | undefined => {
  try {
    const names = entryNames(bytes)
    return names.length === 0 ? undefined : names
  } catch (problem) {
    if (problem instanceof RangeError) return undefined
    throw problem
  }
}
