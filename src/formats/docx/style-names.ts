import { readXml } from '../document/xml.ts'

/** What the styles of a Word file say of the paragraphs and words in them. Programs rename ids when they save, and keep names. */
export type StyleNames = {
  /** Lower-case name of a style, '' where there is none. */
  readonly name: (id: string | undefined) => string
  /** Level of a heading, by name or outline, its own or that of a style below it. */
  readonly level: (id: string | undefined) => number | undefined
}

export const noStyleNames: StyleNames = { name: () => '', level: () => undefined }

/** Undefined when the part is not well-formed. */
export const readStyleNames = (xml: string): StyleNames | undefined => {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  const sound = readXml(xml, {
    open: (name, attribute) => {
      if (name === 'w:style') {
        style = { name: '', base: undefined, outline: undefined }
        styles.set(attribute('styleId') ?? '', style)
      } else if (style === undefined) return
      else if (name === 'w:name') style.name = (attribute('val') ?? '').toLowerCase()
      else if (name === 'w:basedOn') style.base = attribute('val')
      else if (name === 'w:outlineLvl') style.outline = outlineLevel(attribute('val'))
    },
    close: (name) => {
      if (name === 'w:style') style = undefined
    },
    text: () => undefined,
  })
  if (!sound) return undefined
  return {
    name: (id) => styles.get(id ?? '')?.name ?? '',
    level: (id) => {
      for (let [at, step] = [styles.get(id ?? ''), 0]; at !== undefined && step < 20; [at, step] = [styles.get(at.base ?? ''), step + 1]) {
        const level = headingLevel(at.name) ?? at.outline
        if (level !== undefined) return level === bodyLevel ? undefined : level
      }
      return undefined
    },
  }
}

/** The level of an outline as Word counts it, 0 for the first; 10 is body text. */
export const outlineLevel = (value: string | undefined): number | undefined => (/^\d$/.test(value ?? '') ? Number(value) + 1 : undefined)

/** The level that says a paragraph is no heading. */
export const bodyLevel = 10

type Style = { name: string; base: string | undefined; outline: number | undefined }

/** Word's and WPS's names of heading styles. */
const headingLevel = (name: string): number | undefined => {
  const [, level] = /^(?:heading|标题) ?([1-9])$/.exec(name) ?? []
  return level === undefined ? undefined : Number(level)
}
