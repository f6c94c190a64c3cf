import type { Kind } from './kind.ts'
import { compareText, problem } from './kind.ts'

/** One of the declared choices, kept by its key; a title in either language is understood. */
export const choice: Kind = {
  sqlType: 'text',
  parse: (input, field) => {
    if (typeof input !== 'string') return problem('not-choice', { value: input })
    const text = input.trim()
    if (text === '') return null
    const found = (field.choices ?? []).find((each) => each.key === text || each.title.zh === text || each.title.en === text)
    return found?.key ?? problem('not-choice', { value: text })
  },
  format: (value, field, lang) => field.choices?.find((each) => each.key === value)?.title[lang] ?? String(value),
  compare: compareText,
}

const truths = new Set(['true', '是', 'yes', '√'])
const untruths = new Set(['false', '否', 'no', '×'])

/** Yes or no. */
export const flag: Kind = {
  sqlType: 'boolean',
  parse: (input) => {
    if (typeof input === 'boolean') return input
    const text = input.trim().toLowerCase()
    if (text === '') return null
    if (truths.has(text)) return true
    return untruths.has(text) ? false : problem('not-flag')
  },
  format: (value, _, lang) => (value === true ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[lang],
  compare: (a, b) => Number(a) - Number(b),
}
