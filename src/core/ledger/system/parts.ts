import { words } from '../../words.ts'
import type { Field } from '../field.ts'
import type { Ledger } from '../ledger.ts'

/** The short forms in which the product's own ledgers are written down. */

export const text = (key: string, zh: string, en: string, required = true): Field => ({ key, title: words(zh, en), kind: 'text', required })
export const note = (key: string, zh: string, en: string, required = true): Field => ({ key, title: words(zh, en), kind: 'note', required })
export const whole = (key: string, zh: string, en: string, required = true): Field => ({ key, title: words(zh, en), kind: 'integer', required })
export const content = (key: string, zh: string, en: string, required = true): Field => ({ key, title: words(zh, en), kind: 'document', required })
export const points = (key: string, zh: string, en: string, ledger: string, required = true): Field => ({ key, title: words(zh, en), kind: 'reference', ledger, required })
export const dayOf = (key: string, zh: string, en: string, required = true): Field => ({ key, title: words(zh, en), kind: 'day', required })

/** A required choice; options are [key, zh, en]. */
export const choice = (key: string, zh: string, en: string, options: readonly (readonly [key: string, zh: string, en: string])[], required = true): Field => ({
  key, title: words(zh, en), kind: 'choice', required, choices: options.map(([option, optionZh, optionEn]) => ({ key: option, title: words(optionZh, optionEn) })),
})

/** The digest of a file of the town, kept beside the book. */
export const fileHash = (required = true): Field => ({ key: 'hash', title: words('摘要（SHA-256）', 'Digest (SHA-256)'), kind: 'file', required, max: '1' })

export const org: Field = { key: 'org', title: words('单位', 'Organisation'), kind: 'org', required: true }
export const day: Field = { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }

/** Where in a document something stands: code points from its beginning, and the words there. */
export const offset: Field = { key: 'offset', title: words('位置', 'Offset'), kind: 'integer', required: true, min: '0' }
export const quote: Field = { key: 'quote', title: words('原文', 'Quote'), kind: 'note', required: true }

export const system = (ledger: Omit<Ledger, 'line' | 'owner' | 'system'>): Ledger => ({ ...ledger, line: 'system', owner: 'system', system: true })

/** A ledger of events, dated by their `day` at an `org`. */
export const events = (ledger: Omit<Ledger, 'line' | 'owner' | 'system' | 'shape' | 'dateField' | 'orgField'>): Ledger => system({ shape: 'event', dateField: 'day', orgField: 'org', ...ledger })
