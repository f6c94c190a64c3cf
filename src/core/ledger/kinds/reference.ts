import type { Kind } from './kind.ts'
import { compareText, problem } from './kind.ts'

/** An organisation by its code; whether the code exists is checked against the tree. */
export const org: Kind = {
  sqlType: 'text',
  parse: (input) => {
    if (typeof input !== 'string') return problem('not-org', { value: input })
    const code = input.trim()
    if (code === '') return null
    return /^[0-9A-Za-z][0-9A-Za-z.-]{0,31}$/.test(code) ? code : problem('not-org', { value: code })
  },
  format: (value) => String(value),
  compare: compareText,
}

/** An entry of another ledger by its number. */
export const reference: Kind = {
  sqlType: 'bigint',
  parse: (input) => {
    if (typeof input !== 'string') return problem('not-reference', { value: input })
    const text = input.trim()
    if (text === '') return null
    return /^[1-9][0-9]{0,14}$/.test(text) ? text : problem('not-reference', { value: text })
  },
  format: (value) => `#${String(value)}`,
  compare: (a, b) => Number(a) - Number(b),
}
