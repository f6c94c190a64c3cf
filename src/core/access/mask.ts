import type { Field, MaskRule } from '../ledger/field.ts'
import { blindOf } from '../ledger/kinds/protected.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import { words } from '../words.ts'

/**
 * What a reader sees of a personal field she may not read in full (HANDBOOK §4.3; 个人信息保护法 art. 51): by the rule its ledger
 * declares, else by the shape of the text, so that a number written in the wrong column is still covered.
 */
export const maskValue = (field: Field, value: Value): Value => {
  if (value === null || field.personal === undefined) return value
  if (field.personal === 'sealed') return sealedMark
  if (typeof value !== 'string' || (field.kind !== 'text' && field.kind !== 'note')) return '*'
  return field.mask === undefined ? maskText(value) : rules[field.mask](value)
}

/** A field as one reader sees it: in full where the row is hers to write, sealed facts never. */
export const seenValue = (field: Field, fields: Fields, plain: boolean): Value => {
  const value = valueOf(fields, field.key)
  return plain && field.personal !== 'sealed' ? value : maskValue(field, value)
}

/** 138****1234; 330282********1234; an account keeps its last four; of anything else the first character stays. */
export const maskText = (text: string): string => {
  const plain = bare(text)
  if (mobile.test(plain)) return rules.phone(text)
  if (identity.test(plain)) return rules.identity(text)
  if (/^0\d{9,11}$/.test(plain)) return `${plain.slice(0, 3)}*****${plain.slice(-2)}`
  if (/^\d{8,}$/.test(plain)) return rules.account(text)
  return rules.name(text)
}

/** Sealed facts are shown to nobody in a list; revealing one is its own verb. */
export const sealedMark = '••••••'

/** Stands where a sealed fact stood whose key was destroyed; the screen says so in words. */
export const erasedMark = '†'

/** What a file says there. */
export const erasedWords = words('已依法删除', 'Erased by law')

/** Whether a field of a row holds a sealed fact that can no longer be read; `erased` has the blind indexes of those. */
export const isErased = (field: Field, fields: Fields, erased: ReadonlySet<string>): boolean => field.kind === 'sealed' && typeof fields[field.key] === 'string' && erased.has(blindOf(String(fields[field.key])))

const mobile = /^(\+?86)?1\d{10}$/
const identity = /^(\d{17}[\dXx]|\d{15})$/
const bare = (text: string): string => text.replace(/[\s-]/g, '')

const rules: Readonly<Record<MaskRule, (text: string) => string>> = {
  name: (text) => `${[...text][0] ?? ''}*`,
  phone: (text) => (mobile.test(bare(text)) ? `${bare(text).slice(-11, -8)}****${bare(text).slice(-4)}` : bare(text).length < 8 ? '****' : `${bare(text).slice(0, 3)}*****${bare(text).slice(-2)}`),
  identity: (text) => (identity.test(bare(text)) ? `${bare(text).slice(0, 6)}********${bare(text).slice(-4)}` : '********'),
  account: (text) => (bare(text).length < 8 ? '****' : `****${bare(text).slice(-4)}`),
  address: (text) => `${(/^.{2,}?(?<![镇乡])(?:村|社区)(?![路街道巷])/su.exec(text) ?? /^.*?(?:镇|乡|街道)/su.exec(text))?.[0] ?? ''}***`,
}
