import type { ListPlace } from './numbering.ts'
import { walkBody, type WordParagraph } from './walk-body.ts'

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
  let size = 0

  const top = (): Frame => frames.at(-1) ?? root
  const put = (lines: string): void => {
    const frame = frames.findLast((each) => each.kind !== 'row') ?? root
    if (frame.kind === 'paragraph') frame.boxes.push(lines)
    else if (frame.kind === 'flow') frame.lines.push(lines)
  }

  const endParagraph = ({ text: pieces, boxes }: Paragraph, { style, list, markGone }: WordParagraph): void => {
    const text = pieces.join('')
    const number = markGone && text === '' ? '' : around.number(style, list)
    const shown = text === '' ? '' : `${number}${text}`
    size += shown.length - text.length
    const flow = top()
    if (flow.kind === 'flow') {
      const whole = `${flow.runsOn ?? ''}${shown}`
      flow.runsOn = markGone ? whole : undefined
      if (!markGone && !around.isContents(style)) put(whole)
    }
    if (boxes.length > 0) put(boxes.join('\n'))
  }
  const endFlow = (name: string, frame: Flow): void => {
    if (frame.runsOn !== undefined) frame.lines.push(frame.runsOn)
    const row = top()
    if (name === 'w:tc' && row.kind === 'row') row.cells.push(frame.lines.join('\n').trim().replace(/[^\S\n]*\n\s*/g, ' '))
    else put(frame.lines.join('\n'))
  }

  const sound = walkBody(xml, {
    leftOut: new Set(),
    signs: { tab: '\t', break: '\n' },
    beginChange: (kind) => kind === 'inserted',
    endChange: () => undefined,
    beginParagraph: () => frames.push({ kind: 'paragraph', text: [], boxes: [] }),
    endParagraph: (properties) => {
      const frame = frames.pop()
      if (frame?.kind === 'paragraph') endParagraph(frame, properties)
    },
    dropRow: () => {
      const row = frames.findLast((frame) => frame.kind === 'row')
      if (row !== undefined) row.gone = true
    },
    write: (text) => {
      const frame = top()
      size += text.length
      if (frame.kind === 'paragraph' && size <= most) frame.text.push(text)
    },
    open: (name) => {
      if (name === 'w:tr') frames.push({ kind: 'row', cells: [], gone: false })
      else if (flows.has(name)) frames.push({ kind: 'flow', lines: [] })
    },
    close: (name) => {
      if (name !== 'w:tr' && !flows.has(name)) return
      const frame = frames.pop()
      if (frame?.kind === 'row') {
        if (!frame.gone && frame.cells.some((cell) => cell !== '')) put(frame.cells.join(' | '))
      } else if (frame?.kind === 'flow') endFlow(name, frame)
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
type Paragraph = { readonly kind: 'paragraph'; readonly text: string[]; readonly boxes: string[] }
type Frame = Flow | Row | Paragraph

const flows: ReadonlySet<string> = new Set(['w:tc', 'w:txbxContent'])
