import { readXml } from './xml.ts'

/** The properties of a paragraph as its own element tells them. `markGone`: its end was deleted, so that it runs on into the next. */
export type WordParagraph = { style: string | undefined; outline: string | undefined; readonly list: { list?: string; level?: number }; markGone: boolean }

export type WordRun = { bold: boolean; style: string | undefined }

export type BodyVisitor = {
  /** Elements left out with all they hold, besides what no reader wants. */
  readonly leftOut: ReadonlySet<string>
  /** What stands for a tab and for a break within a paragraph. */
  readonly signs: { readonly tab: string; readonly break: string }
  /** A tracked change around words or paragraphs begins; answers whether what stands in it is read. */
  readonly beginChange: (kind: 'inserted' | 'deleted', attribute: (local: string) => string | undefined) => boolean
  readonly endChange: () => void
  readonly beginParagraph: () => void
  readonly endParagraph: (paragraph: WordParagraph) => void
  /** The innermost row was deleted. */
  readonly dropRow: () => void
  readonly write: (text: string, run: WordRun) => void
  /** Every other element; `above` is the one it stands in. */
  readonly open: (name: string, attribute: (local: string) => string | undefined, above: string) => void
  readonly close: (name: string) => void
}

/**
 * Tells what stands in a Word body in its order: paragraphs with their properties, their words without hidden ones, field codes and
 * readings, tracked changes, deleted rows. Answers false when the XML is not well-formed.
 */
export const walkBody = (xml: string, visitor: BodyVisitor): boolean => {
  const names: string[] = []
  const paragraphs: WordParagraph[] = []
  const runs: (WordRun & { hidden: boolean })[] = []
  let skipped: number | undefined
  let listening = false

  const write = (text: string): void => {
    const run = runs.at(-1)
    if (run?.hidden !== true) visitor.write(text, run ?? plain)
  }

  return readXml(xml, {
    open: (name, attribute) => {
      const [above = '', higher = ''] = [names.at(-1), names.at(-2)]
      names.push(name)
      if (skipped !== undefined) return
      const change = markers.has(above) ? undefined : changes.get(name)
      const sign = above === 'w:r' ? signs.get(name) : undefined
      const value = attribute('val') ?? ''
      if (unread.has(name) || visitor.leftOut.has(name)) skipped = names.length
      else if (change !== undefined) {
        if (!visitor.beginChange(change, attribute)) skipped = names.length
      } else if (name === 'w:p') {
        paragraphs.push({ style: undefined, outline: undefined, list: {}, markGone: false })
        visitor.beginParagraph()
      } else if (name === 'w:r') runs.push({ bold: false, style: undefined, hidden: false })
      else if (words.has(name)) listening = true
      else if (sign !== undefined) write(sign === 'hyphen' ? '-' : visitor.signs[sign])
      else if (above === 'w:rPr' && higher === 'w:r') setRun(runs.at(-1), name, value)
      else if (above === 'w:pPr' || higher === 'w:pPr') setParagraph(paragraphs.at(-1), name, above, value)
      else if (above === 'w:trPr' && changes.get(name) === 'deleted') visitor.dropRow()
      else visitor.open(name, attribute, above)
    },
    close: (name) => {
      const depth = names.length
      names.pop()
      if (skipped !== undefined) {
        if (skipped === depth) skipped = undefined
        return
      }
      if (words.has(name)) listening = false
      else if (name === 'w:r') runs.pop()
      else if (name === 'w:p') {
        const paragraph = paragraphs.pop()
        if (paragraph !== undefined) visitor.endParagraph(paragraph)
      } else if (changes.has(name)) {
        if (!markers.has(names.at(-1) ?? '')) visitor.endChange()
      } else visitor.close(name)
    },
    text: (text) => {
      if (listening && skipped === undefined) write(text.replace(/[\r\n]+/g, ' '))
    },
  })
}

const plain: WordRun = { bold: false, style: undefined }

/** `m:t` are the words of a formula; deleted words stand in a deletion, which not every reader enters. */
const words: ReadonlySet<string> = new Set(['w:t', 'm:t', 'w:delText'])
const signs: ReadonlyMap<string, 'tab' | 'break' | 'hyphen'> = new Map([['w:tab', 'tab'], ['w:ptab', 'tab'], ['w:br', 'break'], ['w:cr', 'break'], ['w:noBreakHyphen', 'hyphen']])

const changes: ReadonlyMap<string, 'inserted' | 'deleted'> = new Map([['w:ins', 'inserted'], ['w:moveTo', 'inserted'], ['w:del', 'deleted'], ['w:moveFrom', 'deleted']])

/** Under these a change speaks of a paragraph's mark, a row, a cell or a list number. */
const markers: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:numPr', 'w:tcPr'])

/** Earlier properties, readings of characters, and the second copy of a drawing for old programs. */
const unread: ReadonlySet<string> = new Set(['mc:Fallback', 'w:rt', 'w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPr', 'w:tblPrExChange'])

const no = /^(?:0|false|off)$/

const setRun = (run: (WordRun & { hidden: boolean }) | undefined, name: string, value: string): void => {
  if (run === undefined) return
  if (name === 'w:b') run.bold = !no.test(value)
  else if (name === 'w:vanish') run.hidden = !no.test(value)
  else if (name === 'w:rStyle') run.style = value
}

const setParagraph = (paragraph: WordParagraph | undefined, name: string, above: string, value: string): void => {
  if (paragraph === undefined) return
  if (name === 'w:pStyle') paragraph.style = value
  else if (name === 'w:outlineLvl') paragraph.outline = value
  else if (above === 'w:rPr' && changes.get(name) === 'deleted') paragraph.markGone = true
  else if (above === 'w:numPr' && name === 'w:numId') paragraph.list.list = value
  else if (above === 'w:numPr' && name === 'w:ilvl' && /^\d$/.test(value)) paragraph.list.level = Number(value)
}
