import { readXml } from '../document/xml.ts'

/** What of a template's main part stands around every body: what opens it, and the section that ends it. */
export type TemplatePage = {
  /** From the root's tag to that of the body. */
  readonly head: string
  /** The last section: page, headers and footers, with those it takes over from sections before it. Undefined where there is none. */
  readonly section: string | undefined
  /** Width of the text in twips, where the section tells it. */
  readonly textWidth: number | undefined
}

/** Undefined when the part is not well-formed or has no body. */
export const readTemplatePage = (xml: string): TemplatePage | undefined => {
  let head: string | undefined
  let depth = 0
  let start: number | undefined
  let section: string | undefined
  let page: { width?: number; left?: number; right?: number; gutter?: number } = {}
  const running = new Map<string, string>()
  let own = new Set<string>()
  const sound = readXml(xml, {
    open: (name, attribute, end) => {
      depth += 1
      const number = (local: string): number => Math.abs(Number(attribute(local) ?? 0)) || 0
      if (name === 'w:body' && depth === 2) head = xml.slice(0, end)
      if (name === 'w:sectPr') own = new Set()
      if (name === 'w:sectPr' && depth === 3) [start, page] = [xml.lastIndexOf('<', end - 1), {}]
      if (name === 'w:headerReference' || name === 'w:footerReference') {
        const key = `${name} ${attribute('type') ?? 'default'}`
        own.add(key)
        running.set(key, xml.slice(xml.lastIndexOf('<', end - 1), end).replace(/\s*\/?>$/, '/>'))
      }
      if (start === undefined || section !== undefined || depth !== 4) return
      if (name === 'w:pgSz') page.width = number('w')
      if (name === 'w:pgMar') page = { ...page, left: number('left'), right: number('right'), gutter: number('gutter') }
    },
    close: (name, end) => {
      if (name === 'w:sectPr' && depth === 3 && start !== undefined) section = withRunning(xml.slice(start, end), [...running].flatMap(([key, each]) => (own.has(key) ? [] : [each])))
      depth -= 1
    },
    text: () => undefined,
  })
  if (!sound || head === undefined || !/^<w:document\b/.test(head)) return undefined
  const { width, left = 0, right = 0, gutter = 0 } = page
  return { head: head.replace(/\/>$/, '>'), section, textWidth: width === undefined || width <= left + right + gutter ? undefined : width - left - right - gutter }
}

/** A section takes over the headers and footers it does not name from the one before it, which is not there any more. */
const withRunning = (section: string, inherited: readonly string[]): string =>
  inherited.length === 0 ? section : section.replace(/^(<w:sectPr\b[^>]*?)(\/?)>/, (_, tag: string, empty: string) => `${tag}>${inherited.join('')}${empty === '' ? '' : '</w:sectPr>'}`)
