import type { Choice, Field } from '../../core/ledger/field.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Definition, Measure } from '../../core/measure/measure.ts'
import type { Display, UnitKey } from '../../core/quantity/unit.ts'
import type { Word } from '../../core/quantity/word.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'

/** The short forms in which the lines of this pack are written down. */

const field = (kind: Field['kind']) => (key: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({ key, title: words(zh, en), kind, ...more })

export const text = field('text')
export const note = field('note')
export const whole = field('integer')
export const flag = field('flag')
export const dayField = field('day')

/** Where it happened: a village, a grid or an office; every ledger of the pack has it. */
export const org: Field = { key: 'org', title: words('单位', 'Organisation'), kind: 'org', required: true }

/** The day an event counts by. */
export const day = (zh = '日期', en = 'Day'): Field => dayField('day', zh, en, { required: true })

/** Money in yuan, to the fen. */
export const yuan = (key: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({ key, title: words(zh, en), kind: 'decimal', unit: '元', decimals: 2, min: '0', ...more })

/** A measured amount that is not money. */
export const measured = (key: string, zh: string, en: string, unit: UnitKey, decimals: number, more: Partial<Field> = {}): Field => ({
  key, title: words(zh, en), kind: 'decimal', unit, decimals, min: '0', ...more,
})

/** A whole number of something. */
export const number = (key: string, zh: string, en: string, unit: UnitKey, more: Partial<Field> = {}): Field => ({ key, title: words(zh, en), kind: 'integer', unit, min: '0', ...more })

/** A required choice; options are [key, zh, en]. */
export const choice = (key: string, zh: string, en: string, options: readonly (readonly [key: string, zh: string, en: string])[], more: Partial<Field> = {}): Field => ({
  key, title: words(zh, en), kind: 'choice', required: true, choices: options.map(([option, optionZh, optionEn]): Choice => ({ key: option, title: words(optionZh, optionEn) })), ...more,
})

/** A person's name, address or phone: masked by rule. */
export const restricted = (key: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({ key, title: words(zh, en), kind: 'text', personal: 'restricted', ...more })

/** An identity number or bank account: kept as ciphertext. */
export const sealed = (key: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({ key, title: words(zh, en), kind: 'sealed', personal: 'sealed', ...more })

/** An entry of a register, found in a form by what is typed. */
export const link = (key: string, zh: string, en: string, ledger: string): Field => ({ key, title: words(zh, en), kind: 'reference', ledger })

/** Photos and documents of an entry; the day a photo was taken goes into the day of the entry where that is still empty. */
export const photos = (day = 'day'): Field => ({ key: 'photos', title: words('照片和附件', 'Photos and files'), kind: 'file', max: '9', taken: { day } })

export type LedgerMore = Omit<Partial<Ledger>, 'key' | 'title' | 'about' | 'shape' | 'fields' | 'dateField' | 'orgField' | 'line' | 'owner'>

/** A ledger of events, dated by their `day`. */
export const events = (line: string, owner: string, key: string, title: Words, about: Words, fields: readonly Field[], more: LedgerMore = {}): Ledger => ({
  key, title, about, shape: 'event', line, owner, dateField: 'day', orgField: 'org', fields, ...more,
})

/** A register: its entries last from a day to a day. */
export const register = (line: string, owner: string, key: string, title: Words, about: Words, fields: readonly Field[], more: LedgerMore = {}): Ledger => ({
  key, title, about, shape: 'register', line, owner, orgField: 'org', fields, ...more,
})

type MeasureMore = Partial<Pick<Measure, 'change' | 'better' | 'part' | 'owner'>>

/** Measures of one line and its answering office. */
export const measuresOf = (line: string, owner: string) => (key: string, title: Words, display: Display, definition: Definition, about: Words, more: MeasureMore = {}): Measure => ({
  key, title, about, line, owner, display, definition, change: 'percent', ...more,
})

/** A plain count. */
export const counted = (unit: UnitKey): Display => ({ unit, scale: '', decimals: 0, changeDecimals: 1 })

/** A number told whole or to a few decimals, folded by 万 or 亿. */
export const told = (unit: UnitKey, scale: Display['scale'], decimals: number, more: Partial<Display> = {}): Display => ({ unit, scale, decimals, changeDecimals: 1, ...more })

/** A number printed with a word and brought to a step: 1400余亩. */
export const worded = (unit: UnitKey, word: Word, step: string, scale: Display['scale'] = ''): Display => ({ unit, scale, decimals: 2, changeDecimals: 1, wording: { word, step } })

export const percent = (decimals = 1): Display => ({ unit: '%', scale: '', decimals, changeDecimals: 1 })

/** A share compares in percentage points. */
export const asShare: MeasureMore = { change: 'points' }
export const part: MeasureMore = { part: true }
export const up: MeasureMore = { better: 'up' }
export const down: MeasureMore = { better: 'down' }
