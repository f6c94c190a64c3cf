import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { largestDocument } from '../document/document.ts'
import { docxParts, largestPart } from '../document/docx-parts.ts'
import { readXml } from '../document/xml.ts'
import { readTemplatePage, type TemplatePage } from './template-page.ts'
import { mapStyles } from './template-styles.ts'
import { openPackage, textOfPart, type PackedPart, type Relation, type WordPackage } from './word-package.ts'
import { mergeLists } from './template-lists.ts'
import { entryNames, unpackedSize } from './zip.ts'

/** A layout template that can be written into: its page, its styles and lists, and the parts that stay. */
export type Template = {
  readonly page: TemplatePage
  readonly main: string
  readonly styles: NamedPart
  /** Without a list where the template has none. */
  readonly numbering: { readonly name: string; readonly xml: string | undefined }
  /** What the main part goes on pointing to. */
  readonly relations: readonly Relation[]
  readonly kept: readonly PackedPart[]
}

export type NamedPart = { readonly name: string; readonly xml: string }

/**
 * Opens a Word file as a layout template, or says why it is none. Only what the layout needs is kept: nothing of its text, its notes, its
 * comments or its pictures comes into a report, nor a template it is attached to.
 */
export const openTemplate = (bytes: Uint8Array): Template | Refusal => {
  if (bytes.length > largestDocument) return refuse('template-too-large', { max: largestDocument / 1024 / 1024 })
  const parts = docxParts(bytes)
  if (isRefusal(parts)) return parts.code === 'document-foreign' || (parts.code === 'document-damaged' && entryNames(bytes).length === 0) ? refuse('template-foreign') : parts
  const size = unpackedSize(bytes, largestPart * 1024 * 1024)
  if (size === 'too-large') return refuse('document-swells', { max: largestPart })
  const opened = size === 'damaged' ? undefined : openPackage(bytes)
  if (opened === undefined) return refuse('document-damaged')
  const xml = textOfPart(opened.parts.get(parts.body))
  if (/^[^>]*http:\/\/purl\.oclc\.org\/ooxml\//.test(xml)) return refuse('template-strict')
  const [page, links] = [readTemplatePage(xml), opened.relations(parts.body)]
  if (page === undefined || links === undefined) return refuse('document-damaged')
  const partOf = (kind: string): string | undefined => links.find((each) => kindOf(each) === kind && !each.external && opened.parts.has(each.target))?.target
  const [styles, numbering] = [partOf('styles'), partOf('numbering')]
  if (styles === undefined) return refuse('template-no-styles')
  const around = `${page.head}${page.section ?? ''}`
  const relations = links.filter((each) => lasting.has(kindOf(each)) || new RegExp(`="${each.id.replace(/\W/g, '\\$&')}"`).test(around))
  const kept = keptParts(opened, relations, new Set([parts.body, styles, ...(numbering === undefined ? [] : [numbering])]))
  if (isRefusal(kept)) return kept
  const template: Template = {
    page,
    main: parts.body,
    styles: { name: styles, xml: textOfPart(opened.parts.get(styles)) },
    numbering: numbering === undefined ? { name: parts.body.replace(/[^/]*$/, 'report-numbering.xml'), xml: undefined } : { name: numbering, xml: textOfPart(opened.parts.get(numbering)) },
    relations: relations.filter(({ target }) => target !== styles && target !== numbering),
    kept,
  }
  return mapStyles(template.styles.xml, '') === undefined || mergeLists(template.numbering.xml, '', '') === undefined ? refuse('document-damaged') : template
}

/** Kinds of relations that belong to the document and not to its text. */
const lasting: ReadonlySet<string> = new Set(['styles', 'numbering', 'settings', 'webSettings', 'theme', 'fontTable'])

const kindOf = ({ type }: Relation): string => type.slice(type.lastIndexOf('/') + 1)

/** All parts that can be reached, each once, without those written anew. Links are the only thing that may lie outside. */
const keptParts = ({ parts, defaults, overrides, relations }: WordPackage, from: readonly Relation[], written: ReadonlySet<string>): readonly PackedPart[] | Refusal => {
  const kept = new Map<string, PackedPart>()
  const waiting = [...from]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { target: name, external } = next
    if (external && kindOf(next) !== 'hyperlink') return refuse('template-linked', { what: name.slice(0, 100) })
    if (external || written.has(name) || kept.has(name)) continue
    const content = parts.get(name)
    if (content === undefined) return refuse('document-damaged')
    const settings = kindOf(next) === 'settings'
    const own = settings ? [] : relations(name)
    const type = overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
    const text = settings ? layoutSettings(textOfPart(content)) : content
    if (own === undefined || type === undefined || text === undefined) return refuse('document-damaged')
    kept.set(name, { name, type, content: text, relations: own })
    waiting.push(...own)
  }
  return [...kept.values()]
}

/** Settings that point to parts or files that do not come along. */
const pointing: ReadonlySet<string> = new Set(['w:attachedTemplate', 'w:mailMerge', 'w:saveThroughXslt', 'w:footnotePr', 'w:endnotePr', 'w:documentProtection', 'w:writeProtection'])

/** Undefined when the settings are not well-formed. */
const layoutSettings = (xml: string): string | undefined => {
  const pieces: string[] = []
  let done = 0
  let depth = 0
  const sound = readXml(xml, {
    open: (name, _, end) => {
      depth += 1
      if (depth === 2 && pointing.has(name)) pieces.push(xml.slice(done, xml.lastIndexOf('<', end - 1)))
    },
    close: (name, end) => {
      if (depth === 2 && pointing.has(name)) done = end
      depth -= 1
    },
    text: () => undefined,
  })
  return sound ? [...pieces, xml.slice(done)].join('') : undefined
}
