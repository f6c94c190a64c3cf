import { textWidth } from './page.ts'
import { mergeLists } from './template-lists.ts'
import { demonstrationOf } from './properties.ts'
import { markPages } from './template-mark.ts'
import { mapStyles } from './template-styles.ts'
import type { Template } from './template.ts'
import { packWord, type PackedPart, type Relation } from './word-package.ts'
import { readEntry } from './zip.ts'

/**
 * A report as `writeDocx` wrote it, in the layout of a town's own template: the template's page, headers, footers, theme, fonts, settings and
 * styles, and the report's words with their bookmarks, controls and properties. The same report and template give the same bytes.
 */
export const withTemplate = (written: Uint8Array, { page, main, styles, numbering, relations, kept }: Template): Uint8Array => {
  const part = (name: string): string => readEntry(written, name)?.replace(/^<\?xml[^?]*\?>/, '') ?? missing(name)
  const [, own = '', ownSection = ''] = /<w:body>([^]*)(<w:sectPr>[^]*<\/w:sectPr>)<\/w:body>/.exec(part('word/document.xml')) ?? missing('body')
  const map = mapStyles(styles.xml, part('word/styles.xml')) ?? missing('styles')
  const lists = mergeLists(numbering.xml, part('word/numbering.xml'), inWidth(own, page.textWidth)) ?? missing('lists')
  const body = lists.body
    .replace(/<w:rStyle w:val="([^"]*)"\/>/g, (_, id: string) => `<w:rStyle w:val="${map.id(id)}"/>`)
    .replace(/<w:pStyle w:val="([^"]*)"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)\/>)*)(<w:numPr>)?/g, (_, id: string, between: string, numbered = '') => {
      const theirs = map.id(id)
      return `<w:pStyle w:val="${theirs}"/>${between}${numbered === '' && map.counted(theirs) ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' : numbered}`
    })
  const plain = { section: page.section ?? ownSection.replace(/<w:(?:header|footer)Reference [^>]*\/>/g, ''), kept, relations }
  const mark = demonstrationOf(written)
  const set = mark === undefined ? plain : markPages(mark, plain)
  const document: PackedPart = {
    name: main,
    type: `${wordType}document.main+xml`,
    content: `${page.head}${body}${set.section}</w:body></w:document>`,
    relations: [...set.relations, link('reportStyles', 'styles', styles.name), link('reportNumbering', 'numbering', numbering.name)],
  }
  return packWord(
    [
      document,
      { name: styles.name, type: `${wordType}styles+xml`, content: map.xml, relations: [] },
      { name: numbering.name, type: `${wordType}numbering+xml`, content: lists.xml, relations: [] },
      { name: 'docProps/core.xml', type: 'application/vnd.openxmlformats-package.core-properties+xml', content: part('docProps/core.xml'), relations: [] },
      { name: 'docProps/custom.xml', type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml', content: part('docProps/custom.xml'), relations: [] },
      ...set.kept,
    ],
    [link('rId1', 'officeDocument', main), { ...link('rId2', '', 'docProps/core.xml'), type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' }, link('rId3', 'custom-properties', 'docProps/custom.xml')],
  )
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

const link = (id: string, kind: string, target: string): Relation => ({ id, type: `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`, target, external: false })

/** Tables as wide as the template's text, where it is not as wide as ours. */
const inWidth = (body: string, width: number | undefined): string =>
  width === undefined || width === textWidth ? body : body.replace(/(<w:(?:tblW|tcW|gridCol)\b[^>]* w:w=")(\d+)"/g, (_, before: string, twips: string) => `${before}${Math.floor((Number(twips) * width) / textWidth)}"`)

const missing = (what: string): never => {
  throw new Error(`a written report has no ${what}`)
}
