import type { ListPlace } from './numbering.ts'
import { readXml } from './xml.ts'

/** What the text of a body needs from the other parts of its document. */
export type BodySurroundings = {
  /** The number a paragraph shows; asked of every paragraph, in order. */
  readonly number: (style: string | undefined, list: Partial<ListPlace>) => string
  readonly isContents: (style: string | undefined) => boolean
}

/**
 * The text of a Word body as it reads: a paragraph a line, a row of a table a line with its cells joined by ' | ', text boxes
 * behind the paragraph they hang on, what was deleted or moved away left out. Content controls, links and insertions are seen through.
 */
export const bodyText = (xml: string, around: BodySurroundings, most: number): string | 'damaged' | 'too-large' => {
  const root: Flow = { kind: 'flow', lines: [] }
  const frames: Frame[] = [root]
  const names: string[] = []
  let skipped: number | undefined
  let hidden = false
  let listening = false
  let size = 0

  const top = (): Frame => frames.at(-1) ?? root
  const paragraph = (): Paragraph | undefined => frames.findLast((frame) => frame.kind === 'paragraph')
  const write = (text: string): void => {
    const frame = top()
    size += text.length
    if (frame.kind === 'paragraph' && !hidden && size <= most) frame.text.push(text)
  }
  const put = (lines: string): void => {
    const frame = frames.findLast((each) => each.kind !== 'row') ?? root
    if (frame.kind === 'paragraph') frame.boxes.push(lines)
    else if (frame.kind === 'flow') frame.lines.push(lines)
  }

  const endParagraph = (frame: Paragraph): void => {
    const text = frame.text.join('')
    const number = frame.markGone && text === '' ? '' : around.number(frame.style, frame.list)
    const shown = text === '' ? '' : `${number}${text}`
    size += shown.length - text.length
    const flow = top()
    if (flow.kind === 'flow') {
      const whole = `${flow.runsOn ?? ''}${shown}`
      flow.runsOn = frame.markGone ? whole : undefined
      if (!frame.markGone && !around.isContents(frame.style)) put(whole)
    }
    if (frame.boxes.length > 0) put(frame.boxes.join('\n'))
  }
  const endFlow = (name: string, frame: Flow): void => {
    if (frame.runsOn !== undefined) frame.lines.push(frame.runsOn)
    const row = top()
    if (name === 'w:tc' && row.kind === 'row') row.cells.push(frame.lines.join('\n').trim().replace(/[^\S\n]*\n\s*/g, ' '))
    else put(frame.lines.join('\n'))
  }

  const sound = readXml(xml, {
    open: (name, attribute) => {
      const [above = '', higher = ''] = [names.at(-1), names.at(-2)]
      names.push(name)
      if (skipped !== undefined) return
      if (leftOut.has(name) || (gone.has(name) && !markers.has(above))) skipped = names.length
      else if (name in begin) frames.push((begin[name as keyof typeof begin] as () => Frame)())
      else if (name === 'w:t' || name === 'm:t') listening = true
      else if (name in signs && above === 'w:r') write(signs[name as keyof typeof signs])
      else if (name === 'w:r') hidden = false
      else if (name === 'w:vanish' && above === 'w:rPr' && higher === 'w:r') hidden = !no.test(attribute('val') ?? '')
      else if (higher === 'w:pPr' || above === 'w:pPr') setParagraph(paragraph(), name, above, attribute('val') ?? '')
      else if (gone.has(name) && above === 'w:trPr') {
        const row = frames.findLast((frame) => frame.kind === 'row')
        if (row !== undefined) row.gone = true
      }
    },
    close: (name) => {
      const depth = names.length
      names.pop()
      if (skipped !== undefined) {
        if (skipped === depth) skipped = undefined
        return
      }
      if (name === 'w:t' || name === 'm:t') listening = false
      if (name === 'w:r') hidden = false
      if (!(name in begin)) return
      const frame = frames.pop()
      if (frame?.kind === 'paragraph') endParagraph(frame)
      else if (frame?.kind === 'row') {
        if (!frame.gone && frame.cells.some((cell) => cell !== '')) put(frame.cells.join(' | '))
      } else if (frame !== undefined) endFlow(name, frame)
    },
    text: (text) => {
      if (listening && skipped === undefined) write(text.replace(/[\r\n]+/g, ' '))
    },
  })

  if (!sound) return 'damaged'
  if (size > most) return 'too-large'
  if (root.runsOn !== undefined) root.lines.push(root.runsOn)
  return root.lines.join('\n')
}

/** Where paragraphs gather, each a line or, with soft breaks, several: the body, a cell, a text box. `runsOn` is a paragraph whose end was deleted, waiting for the next. */
type Flow = { readonly kind: 'flow'; readonly lines: string[]; runsOn?: string | undefined }
type Row = { readonly kind: 'row'; readonly cells: string[]; gone: boolean }
type Paragraph = { readonly kind: 'paragraph'; readonly text: string[]; readonly boxes: string[]; readonly list: { list?: string; level?: number }; style: string | undefined; markGone: boolean }
type Frame = Flow | Row | Paragraph

const flow = (): Flow => ({ kind: 'flow', lines: [] })

const begin = {
  'w:p': (): Paragraph => ({ kind: 'paragraph', text: [], boxes: [], list: {}, style: undefined, markGone: false }),
  'w:tr': (): Row => ({ kind: 'row', cells: [], gone: false }),
  'w:tc': flow,
  'w:txbxContent': flow,
} as const

const signs = { 'w:tab': '\t', 'w:ptab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' } as const

/** Left out with all they hold: earlier properties, readings of characters, and the second copy of a drawing for old programs. */
const leftOut: ReadonlySet<string> = new Set(['mc:Fallback', 'w:rt', 'w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPr', 'w:tblPrExChange'])

/** Deleted, or moved to another place; under the properties of a row or of a paragraph's mark they only say so of those. */
const gone: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])
const markers: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:numPr'])

const no = /^(?:0|false|off)$/

const setParagraph = (paragraph: Paragraph | undefined, name: string, above: string, value: string): void => {
  if (paragraph === undefined) return
  if (name === 'w:pStyle') paragraph.style = value
  else if (above === 'w:rPr' && gone.has(name)) paragraph.markGone = true
  else if (above === 'w:numPr' && name === 'w:numId') paragraph.list.list = value
  else if (above === 'w:numPr' && name === 'w:ilvl' && /^\d$/.test(value)) paragraph.list.level = Number(value)
}
