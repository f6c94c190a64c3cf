import type { ListPlace } from './numbering.ts'
import { readXml } from './xml.ts'

/** What of a document's paragraph styles its text depends on. */
export type ParagraphStyles = {
  /** The list a style puts its paragraphs in, itself or by the style it is based on. Without a name, the style of paragraphs that name none. */
  readonly list: (style: string | undefined) => ListPlace | undefined
  /** A line of a table of contents: it repeats a heading, and is no text of its own. */
  readonly isContents: (style: string | undefined) => boolean
}

export const noStyles: ParagraphStyles = { list: () => undefined, isContents: () => false }

type Style = { name: string; base: string | undefined; list: string | undefined; level: number | undefined }

/** Undefined when the part is not well-formed. */
export const readStyles = (xml: string): ParagraphStyles | undefined => {
  const styles = new Map<string, Style>()
  let usual: string | undefined
  let style: Style | undefined
  let numbered = false
  const sound = readXml(xml, {
    open: (name, attribute) => {
      const value = attribute('val') ?? ''
      if (name === 'w:style') {
        const id = attribute('styleId') ?? ''
        style = { name: '', base: undefined, list: undefined, level: undefined }
        styles.set(id, style)
        if (attribute('type') === 'paragraph' && /^(?:1|true|on)$/.test(attribute('default') ?? '')) usual = id
      } else if (name === 'w:numPr') numbered = true
      else if (style === undefined) return
      else if (name === 'w:name') style.name = value
      else if (name === 'w:basedOn') style.base = value
      else if (name === 'w:numId' && numbered) style.list = value
      else if (name === 'w:ilvl' && numbered && /^\d$/.test(value)) style.level = Number(value)
    },
    close: (name) => {
      if (name === 'w:style') style = undefined
      if (name === 'w:numPr') numbered = false
    },
    text: () => undefined,
  })
  if (!sound) return undefined
  return {
    list: (id) => {
      let level: number | undefined
      for (let [at, step] = [styles.get(id ?? usual ?? ''), 0]; at !== undefined && step < 20; [at, step] = [styles.get(at.base ?? ''), step + 1]) {
        level ??= at.level
        if (at.list !== undefined) return at.list === '0' ? undefined : { list: at.list, level: level ?? 0 }
      }
      return undefined
    },
    isContents: (id) => /^toc \d$/i.test(styles.get(id ?? '')?.name ?? ''),
  }
}
