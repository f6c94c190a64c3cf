import { readStyles } from '../document/paragraph-style.ts'
import { readXml } from '../document/xml.ts'
import { style } from './styles.ts'

/** How the styles of a written report become those of a template. */
export type StyleMap = {
  /** The template's id for one of ours. */
  readonly id: (own: string) => string
  /** Whether the template counts the paragraphs of a style, by the template's id: our headings carry their numbers as words. */
  readonly counted: (id: string) => boolean
  /** The template's styles with those of ours it has none for. */
  readonly xml: string
}

/** Styles are the same by the names Word and WPS give them, never by ids. Undefined when the template's styles are not well-formed. */
export const mapStyles = (template: string, written: string): StyleMap | undefined => {
  const [theirs, lists] = [stylesIn(template), readStyles(template)]
  if (theirs === undefined || lists === undefined) return undefined
  const usual = theirs.styles.find((each) => each.type === 'paragraph' && each.usual)
  const taken = new Set(theirs.styles.map(({ id }) => id))
  const ids = new Map<string, string>()
  const added: string[] = []
  for (const { own, names, type, fallback } of wanted) {
    const found = names.map((name) => theirs.styles.find((each) => each.type === type && each.name === name)).find((each) => each !== undefined) ?? (fallback === true ? usual : undefined)
    if (found !== undefined) {
      ids.set(own, found.id)
      continue
    }
    const free = freeId(own, taken)
    taken.add(free)
    ids.set(own, free)
    added.push(definition(written, own, free, usual?.id))
  }
  return {
    id: (own) => ids.get(own) ?? own,
    counted: (id) => lists.list(id) !== undefined,
    xml: template.slice(0, theirs.end) + added.join('') + template.slice(theirs.end),
  }
}

type Wanted = { readonly own: string; readonly names: readonly string[]; readonly type: 'paragraph' | 'character'; readonly fallback?: boolean }
type Found = { readonly id: string; readonly type: string; readonly usual: boolean; name: string }

const heading = (level: 1 | 2 | 3 | 4): Wanted => ({ own: style.heading[level], names: [`heading ${level}`, `标题 ${level}`, `标题${level}`], type: 'paragraph' })

/** The styles a body uses; the text may stand in the template's own default (正文). */
const wanted: readonly Wanted[] = [
  { own: style.title, names: ['title', '标题'], type: 'paragraph' },
  { own: style.subtitle, names: ['subtitle', '副标题'], type: 'paragraph' },
  heading(1), heading(2), heading(3), heading(4),
  { own: style.text, names: ['body text', '正文文本'], type: 'paragraph', fallback: true },
  { own: style.lead, names: ['run-in head'], type: 'character' },
  { own: style.remark, names: ['remark'], type: 'paragraph' },
  { own: style.cell, names: ['cell text'], type: 'paragraph' },
  { own: style.record, names: ['record text'], type: 'paragraph' },
]

const freeId = (own: string, taken: ReadonlySet<string>): string => {
  let id = own
  for (let count = 2; taken.has(id); count++) id = `${own}${count}`
  return id
}

/** Our definition of a style under an id, on top of the template's default; without an indent of its own it takes none from there. */
const definition = (written: string, own: string, id: string, base: string | undefined): string => {
  const found = (written.match(/<w:style [^>]*>[^]*?<\/w:style>/g) ?? []).find((each) => each.includes(` w:styleId="${own}"`)) ?? ''
  const based = found.replace(` w:styleId="${own}"`, ` w:customStyle="1" w:styleId="${id}"`).replace(/<w:basedOn [^>]*\/>/, base === undefined ? '' : `<w:basedOn w:val="${base}"/>`)
  return based.includes('<w:ind ') ? based : based.replace('<w:jc ', '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc ')
}

const stylesIn = (xml: string): { readonly styles: readonly Found[]; readonly end: number } | undefined => {
  const styles: Found[] = []
  let current: Found | undefined
  let end: number | undefined
  const sound = readXml(xml, {
    open: (name, attribute) => {
      if (name === 'w:style') {
        current = { id: attribute('styleId') ?? '', type: attribute('type') ?? 'paragraph', usual: /^(?:1|true|on)$/.test(attribute('default') ?? ''), name: '' }
        styles.push(current)
      } else if (name === 'w:name' && current !== undefined) current.name = (attribute('val') ?? '').toLowerCase()
    },
    close: (name, at) => {
      if (name === 'w:style') current = undefined
      if (name === 'w:styles') end = xml.lastIndexOf('<', at - 1)
    },
    text: () => undefined,
  })
  return sound && end !== undefined && xml.startsWith('</w:styles', end) ? { styles, end } : undefined
}
