import { SaxesParser } from 'saxes'

/**
 * What is told while XML is read. Names carry the prefix Word and Excel use for their namespace (`w:p`, `mc:Fallback`), whatever the file calls it; other
 * namespaces have `?:`. `end` is the index in the text right behind the tag.
 */
export type XmlEvents = {
  readonly open: (name: string, attribute: (local: string) => string | undefined, end: number) => void
  readonly close: (name: string, end: number) => void
  readonly text: (text: string) => void
}

/**
 * Reads XML in one pass. Answers false, having told what came before, where it is not well-formed, nests deeper than any
 * document does, or declares a document type: Word writes none, and entities are a known trick.
 */
export const readXml = (xml: string, events: XmlEvents): boolean => {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  parser.on('error', (problem) => {
    throw new Unreadable(problem.message)
  })
  parser.on('doctype', () => {
    throw new Unreadable('document type')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > deepest) throw new Unreadable('nesting')
    const { attributes } = tag
    events.open(nameOf(tag), (local) => Object.values(attributes).find((attribute) => attribute.local === local)?.value, parser.position)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    events.close(nameOf(tag), parser.position)
  })
  parser.on('text', events.text)
  parser.on('cdata', events.text)
  try {
    parser.write(xml).close()
    return true
  } catch (problem) {
    if (problem instanceof Unreadable) return false
    throw problem
  }
}

class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const deepest = 256

const nameOf = ({ uri, local }: { readonly uri: string; readonly local: string }): string => `${prefixes.get(uri) ?? '?'}:${local}`

/** Both the transitional and the strict form (ISO/IEC 29500). */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
])
