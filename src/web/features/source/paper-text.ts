import { layOut } from '../../../core/reading/layout.ts'
import { paragraphsOf } from '../../../core/reading/outline.ts'
import { placeAt, sourceOf } from '../../../core/reading/source.ts'

/**
 * A document's text set as paper: its paragraphs and headings as the reader of it sees them, wrapped lines joined and page furniture left out.
 * Places in it are UTF-16 indexes of the text as it came; offsets of the wire count code points and are turned into them here, once.
 */
export type PaperText = {
  readonly text: string
  readonly paragraphs: readonly PaperParagraph[]
  /** The UTF-16 index of an offset in code points. */
  readonly indexOf: (offset: number) => number
  /** What is printed between two indexes. */
  readonly print: (from: number, to: number) => string
}

export type PaperParagraph = { readonly from: number; readonly to: number; readonly kind: 'title' | 'part' | 'first' | 'second' | 'third' | 'before' | 'text' }

/** Lines above the title are the page the document was taken from. */
export const paperText = (text: string, title: string): PaperText => {
  const source = sourceOf(text)
  const { joined, left } = layOut(text)
  const bare = title.replaceAll(/\s/g, '')
  const found = paragraphsOf(source.plain).map(({ from, to, level }) => ({ ...spanOf(source, from, to), level }))
  const titled = found.findIndex(({ from, to }) => bare !== '' && text.slice(from, to).replaceAll(/\s/g, '') === bare)
  const paragraphs = found.map(({ from, to, level }, at): PaperParagraph => ({ from, to, kind: at === titled ? 'title' : at < titled ? 'before' : kindOf(level) }))
  return {
    text,
    paragraphs,
    indexOf: unitIndex(text),
    print: (from, to) => {
      let printed = ''
      for (let at = from; at < to; at += 1) if (joined[at] !== 1 && left[at] !== 1) printed += text[at]
      return printed
    },
  }
}

const spanOf = (source: ReturnType<typeof sourceOf>, first: number, last: number) => {
  const from = source.units[first] ?? source.text.length
  return { from, to: from + placeAt(source, first, last).quote.length }
}

const kindOf = (level: number | undefined): PaperParagraph['kind'] => (level === undefined ? 'text' : (['part', 'first', 'second', 'third'] as const)[level] ?? 'text')

/** Code points to UTF-16 units: equal unless something stands beyond the basic plane before it. */
const unitIndex = (text: string): ((offset: number) => number) => {
  const wide: number[] = []
  for (let at = 0, point = 0; at < text.length; at += 1, point += 1) {
    const code = text.charCodeAt(at)
    const next = text.charCodeAt(at + 1)
    if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      wide.push(point)
      at += 1
    }
  }
  return (offset) => {
    let low = 0
    let high = wide.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((wide[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
}
