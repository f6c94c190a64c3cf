import type { Ledger } from './ledger.ts'

/** A file an entry names: the SHA-256 of its bytes in hex, and the name it was handed over under. */
export type Attached = { readonly hash: string; readonly name: string }

/** Most files in one field unless the field says less. */
export const mostFiles = 20

/** A file that somebody brought and no entry ever named is kept so many days. */
export const unnamedDays = 7

/** Ledgers whose rows may name files. Corrections hold what would be written to another. */
export const namingFiles = (ledgers: Iterable<Ledger>): readonly string[] => [...ledgers].flatMap((ledger) => (ledger.system === true || ledger.fields.some((field) => field.kind === 'file') ? [ledger.key] : []))

/** The value of a file field, one line a file: the digest, and after a space the name. */
export const attachedText = (files: readonly Attached[]): string | null => (files.length === 0 ? null : files.map(({ hash, name }) => (name === '' ? hash : `${hash} ${name}`)).join('\n'))

/** The files a value names; a line that is none is left out. */
export const attachedOf = (value: unknown): readonly Attached[] =>
  typeof value === 'string' ? value.split('\n').flatMap((line) => (digest.test(line.slice(0, 64)) && (line.length === 64 || line[64] === ' ') ? [{ hash: line.slice(0, 64), name: line.slice(65) }] : [])) : []

/** A name safe to write to any disk and to show in a line: no path, no control or direction marks, and the ending its content has. */
export const fileName = (given: string, ending: string): string => {
  const last = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}:*?"<>|]/gu, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const known = plain.toLowerCase().endsWith(`.${ending}`) || (ending === 'jpg' && plain.toLowerCase().endsWith('.jpeg'))
  const stem = known ? plain.slice(0, plain.lastIndexOf('.')) : plain
  return `${[...stem].slice(0, 100).join('') || '文件'}.${ending}`
}

const digest = /^[0-9a-f]{64}$/
