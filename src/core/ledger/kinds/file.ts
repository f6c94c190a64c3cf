import { attachedOf, mostFiles } from '../attached.ts'
import type { Kind } from './kind.ts'
import { compareText, problem } from './kind.ts'

/** Files of the town by the digest of their bytes, one a line, each with the name it came under. */
export const file: Kind = {
  sqlType: 'text',
  parse: (input, field) => {
    if (typeof input !== 'string') return problem('not-files')
    const text = input.trim()
    if (text === '') return null
    const lines = text.split('\n')
    const max = field.max === undefined ? mostFiles : Number(field.max)
    if (lines.length > max) return problem('too-many-files', { max })
    const files = attachedOf(text)
    const sound = files.length === lines.length && new Set(files.map(({ hash }) => hash)).size === files.length && files.every(({ name }) => name.length <= 120 && !/[\p{Cc}\\/]/u.test(name))
    return sound ? text : problem('not-files')
  },
  format: (value) => attachedOf(value).map(({ name, hash }) => name || hash.slice(0, 8)).join('、'),
  compare: compareText,
}
