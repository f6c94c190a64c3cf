import type { Kind } from './kind.ts'
import { compareText, problem } from './kind.ts'

/**
 * Ciphertext of a sealed fact: `blind.key.cipher`. `blind` is a keyed digest of the plain value, so equal
 * values can be found and counted as one without being read; `key` names the key of the person it is
 * about. The journal hash covers this text, so destroying the key erases the fact and breaks nothing.
 */
export const sealed: Kind = {
  sqlType: 'text',
  parse: (input) => {
    if (typeof input !== 'string') return problem('not-sealed')
    if (input.trim() === '') return null
    return /^[0-9a-f]{32}\.[0-9a-z]{1,32}\.[0-9A-Za-z_-]{16,}$/.test(input) ? input : problem('not-sealed')
  },
  format: () => '••••••',
  compare: (a, b) => compareText(blindOf(String(a)), blindOf(String(b))),
}

/** The part of a sealed value that equal plain values share. */
export const blindOf = (value: string): string => value.slice(0, 32)

/** A structured document as JSON text: a report, the pins of an edition. */
export const document: Kind = {
  sqlType: 'text',
  parse: (input) => {
    if (typeof input !== 'string') return problem('not-document')
    if (input === '') return null
    try {
      JSON.parse(input)
      return input
    } catch {
      return problem('not-document')
    }
  },
  format: () => '',
  compare: compareText,
}
