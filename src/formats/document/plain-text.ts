import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { isFrequent } from './frequent-character.ts'
import type { TextEncoding } from './document.ts'

/**
 * The text that bytes are: by their mark, else UTF-8 where they are valid UTF-8, else GB18030 where that makes plausible Chinese. A mark in UTF-8
 * stays in the text, as others who read the bytes as UTF-8 count it.
 */
export const plainText = (bytes: Uint8Array): { readonly encoding: TextEncoding; readonly text: string } | Refusal => {
  const marked = markOf(bytes)
  if (marked !== undefined) return checked(decoded(bytes.subarray(2), marked), marked)
  if (bytes.includes(0)) return refuse('document-foreign')
  const text = decoded(bytes, 'utf-8')
  if (text !== undefined) return checked(text, 'utf-8')
  const chinese = decoded(bytes, 'gb18030')
  if (chinese === undefined || !plausible(chinese)) return refuse(mostlyControls(bytes) ? 'document-foreign' : 'document-encoding')
  return checked(chinese, 'gb18030')
}

/** UTF-32, whose little-endian mark begins with that of UTF-16, is not taken for it. */
const markOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

const decoded = (bytes: Uint8Array, encoding: TextEncoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (problem) {
    if (problem instanceof TypeError) return undefined
    throw problem
  }
}

/** Word and old editors leave a few control characters behind; more than one in a hundred is no text. */
const checked = (text: string | undefined, encoding: TextEncoding): { readonly encoding: TextEncoding; readonly text: string } | Refusal => {
  if (text === undefined) return refuse('document-encoding')
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g)?.length ?? 0
  return text.includes('\0') || controls * 100 > text.length ? refuse('document-foreign') : { encoding, text }
}

const mostlyControls = (bytes: Uint8Array): boolean => {
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls * 100 > bytes.length
}

/** In Chinese of this kind four in five characters are among a few hundred; in bytes that mean something else at most one in five. */
const plausible = (text: string): boolean => {
  let [chinese, frequent] = [0, 0]
  for (const character of text) {
    if (character < '\u3400' || (character > '\u9fff' && character < '\u{20000}')) continue
    chinese += 1
    if (isFrequent(character)) frequent += 1
  }
  return chinese > 0 && frequent * 5 >= chinese * 2
}
