import type { Fields } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import { firstText } from '../linking/naming-fields.ts'
import { metresBetween } from './distance.ts'

/** How far before and after a matter others are looked for, in days. */
export const similarDays = 90

/** Why two matters may be the same thing: the same words, one's words in the other's, or the same spot. */
export type Likeness = 'same-words' | 'words-within' | 'same-spot'

/** Within so many metres two positions are one spot. */
const spot = 60

/** How two matters of one ledger are alike by what they are and where; what is told of people is not looked at. Undefined where they are not. */
export const likenessOf = (ledger: Ledger, one: Fields, other: Fields): Likeness | undefined => {
  const key = firstText(ledger)
  const field = key === undefined || findField(ledger, key)?.personal !== undefined ? undefined : key
  const [a, b] = [wordsIn(one, field), wordsIn(other, field)]
  if (a !== '' && a === b) return 'same-words'
  const position = ledger.procedure?.reportable?.position ?? 'position'
  const metres = metresBetween(textOf(one, position), textOf(other, position))
  if (metres !== null && metres <= spot) return 'same-spot'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 4 && long.includes(short) ? 'words-within' : undefined
}

const textOf = (fields: Fields, key: string): string | null => {
  const value = valueOf(fields, key)
  return typeof value === 'string' ? value : null
}

/** Words without what writing varies in: blanks and marks. */
const wordsIn = (fields: Fields, key: string | undefined): string => (key === undefined ? '' : (textOf(fields, key) ?? '').replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase())
