import { readXml } from '../document/xml.ts'

/** The lists of a template with those a body uses, and the body with their new numbers. */
export type MergedLists = { readonly xml: string; readonly body: string }

/**
 * Adds the lists a written body uses to those of a template, under numbers of their own. Undefined when the template's are not well-formed; a
 * template without lists has `undefined` for them.
 */
export const mergeLists = (template: string | undefined, written: string, body: string): MergedLists | undefined => {
  const theirs = listsIn(template ?? `<w:numbering xmlns:w="${wordNamespace}"></w:numbering>`)
  if (theirs === undefined) return undefined
  const used = new Set([...body.matchAll(numberOf)].map(([, id = '']) => id))
  const [abstracts, lists] = [new Map<string, number>(), new Map<string, number>()]
  const nums = [...written.matchAll(/<w:num w:numId="(\d+)"[^>]*>([^]*?)<\/w:num>/g)].flatMap(([, id = '', inner = '']) => {
    if (!used.has(id)) return []
    lists.set(id, theirs.highestList + lists.size + 1)
    return [
      `<w:num w:numId="${lists.get(id)}">${inner.replace(/<w:abstractNumId w:val="(\d+)"\/>/, (_, abstract: string) => {
        if (!abstracts.has(abstract)) abstracts.set(abstract, theirs.highestAbstract + abstracts.size + 1)
        return `<w:abstractNumId w:val="${abstracts.get(abstract)}"/>`
      })}</w:num>`,
    ]
  })
  const definitions = [...written.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"[^>]*>([^]*?)<\/w:abstractNum>/g)].flatMap(([, id = '', inner = '']) =>
    abstracts.has(id) ? [`<w:abstractNum w:abstractNumId="${abstracts.get(id)}">${inner}</w:abstractNum>`] : [],
  )
  const { xml, firstList, end } = theirs
  return {
    xml: xml.slice(0, firstList) + definitions.join('') + xml.slice(firstList, end) + nums.join('') + xml.slice(end),
    body: body.replace(numberOf, (whole, id: string) => (lists.has(id) ? `<w:numId w:val="${lists.get(id)}"/>` : whole)),
  }
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const numberOf = /<w:numId w:val="(\d+)"\/>/g

/** The highest numbers given, and where definitions and lists may be added: definitions stand before all lists. */
const listsIn = (text: string): { readonly xml: string; readonly highestAbstract: number; readonly highestList: number; readonly firstList: number; readonly end: number } | undefined => {
  const xml = text.replace(/^(<w:numbering\b[^>]*)\/>\s*$/, '$1></w:numbering>')
  let [highestAbstract, highestList] = [0, 0]
  let firstList: number | undefined
  let end: number | undefined
  const sound = readXml(xml, {
    open: (name, attribute, at) => {
      const start = xml.lastIndexOf('<', at - 1)
      if (name === 'w:abstractNum') highestAbstract = Math.max(highestAbstract, Number(attribute('abstractNumId')) || 0)
      if (name === 'w:num') {
        highestList = Math.max(highestList, Number(attribute('numId')) || 0)
        firstList ??= start
      }
      if (name === 'w:numIdMacAtCleanup') end ??= start
    },
    close: (name, at) => {
      if (name === 'w:numbering') end ??= xml.lastIndexOf('<', at - 1)
    },
    text: () => undefined,
  })
  return sound && end !== undefined && xml.startsWith('<w:numbering') ? { xml, highestAbstract, highestList, firstList: firstList ?? end, end } : undefined
}
