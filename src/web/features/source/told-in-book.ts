import type { ReadFigureOut } from '../../../api/source.ts'
import { compare, parseDecimal } from '../../../core/quantity/decimal.ts'
import type { Word } from '../../../core/quantity/word.ts'
import { wordingHolds } from '../../../core/quantity/wording.ts'
import { readUnit } from '../../../core/reading/read-unit.ts'
import { scaleIn } from './quantity-in-unit.ts'

/**
 * Whether what a text tells is true of the book's value: 1.52万余件 is true of 15,233 件, 90% of 90.002 %. Undefined where either is not known.
 */
export const toldInBook = ({ value, unit, value_high, qualifier }: ReadFigureOut, suggestion: ReadFigureOut['suggestions'][number]): boolean | undefined => {
  const told = suggestion.value === null ? undefined : parseDecimal(suggestion.value)
  const book = suggestion.book === null ? undefined : parseDecimal(suggestion.book)
  if (told === undefined || book === undefined || value === null || unit === null) return undefined
  if (told === book) return true
  if (qualifier === 'at_most') return compare(book, told) <= 0
  const known = readUnit(unit)
  if (value_high !== null || known === undefined || known.unit !== suggestion.unit || !['1', '10000', '100000000'].includes(known.scale)) return false
  const number = parseDecimal(value)
  return number !== undefined && wordingHolds({ number, word: qualifier === null || qualifier === 'range' ? null : words[qualifier], scale: scaleIn(unit) ?? '' }, book)
}

const words: Readonly<Record<'over' | 'about' | 'at_least', Word>> = { over: '余', about: '约', at_least: '以上' }
