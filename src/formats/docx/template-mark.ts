import { escaped } from './element.ts'
import type { PackedPart, Relation } from './word-package.ts'
import { textOfPart } from './word-package.ts'

/** The last section and the parts of a template, with the mark of a demonstration at the head of every page. */
export type Marked = { readonly section: string; readonly kept: readonly PackedPart[]; readonly relations: readonly Relation[] }

/**
 * Sets the mark into every header the template has, and gives each kind of page of the section that has none a header of its own: a document
 * made from a demonstration says so on every page, whatever its layout.
 */
export const markPages = (mark: string, { section, kept, relations }: Marked): Marked => {
  const headers = kept.map((part) => (part.type === headerType ? { ...part, content: textOf(part.content).replace(/(<(?:\w+:)?hdr\b[^>]*>)/, `$1${paragraph(mark)}`) } : part))
  const missing = kinds.filter((kind) => !new RegExp(`<w:headerReference\\b[^>]*w:type="${kind}"`).test(section))
  if (missing.length === 0) return { section, kept: headers, relations }
  const references = missing.map((kind) => `<w:headerReference w:type="${kind}" r:id="${own}" xmlns:r="${officeRelations}"/>`).join('')
  const head: PackedPart = { name: 'word/demonstrationMark.xml', type: headerType, content: `<w:hdr xmlns:w="${main}">${paragraph(mark)}</w:hdr>`, relations: [] }
  return {
    section: section.replace(/(<w:sectPr\b[^>]*>)/, `$1${references}`),
    kept: [...headers, head],
    relations: [...relations, { id: own, type: `${officeRelations}/header`, target: head.name, external: false }],
  }
}

const textOf = (content: PackedPart['content']): string => (typeof content === 'string' ? content : textOfPart(content))

const own = 'demonstrationMark'
/** Pages of the kinds a section may tell apart; a kind it does not tell apart leaves its reference unused. */
const kinds = ['default', 'even', 'first'] as const
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'

const paragraph = (mark: string): string => `<w:p xmlns:w="${main}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>${escaped(mark)}</w:t></w:r></w:p>`
