import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { bodyText } from './body-text.ts'
import { largestText } from './document.ts'
import { docxParts, largestPart, optionalPart, partOf } from './docx-parts.ts'
import { listCounter, noNumbering, readNumbering } from './numbering.ts'
import { noStyles, readStyles } from './paragraph-style.ts'

/** The text of a Word file, with the numbers of its lists written out. A file with macros is refused: a report has none. */
export const docxText = (bytes: Uint8Array): string | Refusal => {
  const parts = docxParts(bytes)
  if (isRefusal(parts)) return parts
  const body = partOf(bytes, parts.body) ?? refuse('document-damaged')
  if (isRefusal(body)) return body
  const styles = optionalPart(bytes, parts.styles, readStyles, noStyles)
  if (isRefusal(styles)) return styles
  const numbering = optionalPart(bytes, parts.numbering, readNumbering, noNumbering)
  if (isRefusal(numbering)) return numbering
  const count = listCounter(numbering, (style) => styles.list(style)?.list)
  const text = bodyText(body, {
    isContents: styles.isContents,
    number: (style, own) => {
      const styled = styles.list(style)
      const list = own.list ?? styled?.list
      if (list === undefined || list === '0') return ''
      return count({ list, level: own.level ?? styled?.level ?? 0 }, own.list === undefined && own.level === undefined ? style : undefined)
    },
  }, largestText)
  if (text === 'damaged') return refuse('document-damaged')
  if (text === 'too-large') return refuse('document-swells', { max: largestPart })
  return text.trim() === '' ? refuse('document-no-text') : text
}
