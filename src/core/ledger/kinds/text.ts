import type { Kind } from './kind.ts'
import { compareText, problem } from './kind.ts'

const readText = (longest: number): Kind['parse'] => (input, field) => {
  if (typeof input !== 'string') return problem('not-text')
  const text = input.toWellFormed().normalize('NFC').replaceAll('\u0000', '').trim()
  if (text === '') return null
  const max = field.maxLength ?? longest
  return text.length > max ? problem('text-too-long', { max }) : text
}

/** One line of text. */
export const text: Kind = {
  sqlType: 'text',
  parse: readText(400),
  format: (value) => String(value),
  compare: compareText,
}

/** Several lines of text. */
export const note: Kind = { ...text, parse: readText(20_000) }
