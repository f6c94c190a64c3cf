import type { Limit } from '../../../core/matter/limit.ts'
import type { Words } from '../../../core/words.ts'
import { words } from '../../../core/words.ts'

type More = Omit<Partial<Limit>, 'key' | 'title' | 'law' | 'value'>
type Row = (key: string, zh: string, en: string, value: number, unit: Limit['unit'], more?: More) => Limit

/** Rows of one law, in force from a day: an upper bound read in the law's text, unless a row says otherwise. */
export const rowsOf = (law: Words, validFrom: string, sure: Limit['sure'] = 'law'): Row => (key, zh, en, value, unit, more = {}) => ({ key, title: words(zh, en), law, bound: 'most', value, unit, validFrom, sure, ...more })

/** More time than the clause gives, up to so much in all; the party is told unless said otherwise. */
export const extended = (value: number, approver: string, more: { readonly clause?: string; readonly notice?: boolean } = {}): Limit['extension'] => ({ notice: true, ...more, value, approver })

/** A reason for which time does not count. */
export const pause = (key: string, zh: string, en: string, clause?: string): NonNullable<Limit['pauses']>[number] => ({ key, title: words(zh, en), ...(clause === undefined ? {} : { clause }) })
