import type { Field } from '../ledger/field.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'

/**
 * What a reader sees of a personal field she may not read in full (HANDBOOK §4.3; 个人信息保护法 art. 51):
 * by the shape of the text, so that a number written in the wrong column is still covered.
 */
export const maskValue = (field: Field, value: Value): Value => {
  if (value === null || field.personal === undefined) return value
  if (field.personal === 'sealed') return sealedMark
  return typeof value === 'string' && (field.kind === 'text' || field.kind === 'note') ? maskText(value) : '*'
}

/** A field as one reader sees it: in full where the row is hers to write, sealed facts never. */
export const seenValue = (field: Field, fields: Fields, plain: boolean): Value => {
  const value = valueOf(fields, field.key)
  return plain && field.personal !== 'sealed' ? value : maskValue(field, value)
}

/** 138****1234; 330282********1234; an account keeps its last four; of anything else the first character stays. */
export const maskText = (text: string): string => {
  const plain = text.replace(/[\s-]/g, '')
  if (/^(\+?86)?1\d{10}$/.test(plain)) return `${plain.slice(-11, -8)}****${plain.slice(-4)}`
  if (/^(\d{17}[\dXx]|\d{15})$/.test(plain)) return `${plain.slice(0, 6)}********${plain.slice(-4)}`
  if (/^0\d{9,11}$/.test(plain)) return `${plain.slice(0, 3)}*****${plain.slice(-2)}`
  if (/^\d{8,}$/.test(plain)) return `****${plain.slice(-4)}`
  const [first = ''] = text
  return `${first}*`
}

/** Sealed facts are shown to nobody in a list; revealing one is its own verb. */
export const sealedMark = '••••••'
