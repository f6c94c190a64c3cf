import { walkBody } from '../document/walk-body.ts'
import { bookmarkName, tagOfBookmark } from './bookmark.ts'

/** A stretch of words as it stands in a body; `control` is the innermost tagged control around it, `mark` the bookmark of one, by their place in the file. */
export type BodyPiece = { readonly text: string; readonly control: number | undefined; readonly mark: number | undefined; readonly bold: boolean; readonly style: string | undefined }

export type BodyParagraph = {
  readonly kind: 'paragraph'
  style: string | undefined
  outline: string | undefined
  list: string | undefined
  readonly bookmarks: string[]
  readonly pieces: BodyPiece[]
}
export type BodyTable = { readonly kind: 'table'; readonly bookmarks: string[]; readonly rows: BodyPiece[][][] }
export type BodyPart = BodyParagraph | BodyTable

/** A tracked change, or where a comment stands (`comment` is its id); `part` is the index of the paragraph or table. */
export type BodyRemark = { readonly kind: 'inserted' | 'deleted' | 'comment'; readonly author: string; readonly date: string; readonly comment: string; readonly part: number; text: string }

export type Body = { readonly parts: readonly BodyPart[]; readonly remarks: readonly BodyRemark[]; readonly controls: readonly BodyControl[]; readonly marks: readonly BodyControl[] }
export type BodyControl = { readonly tag: string; readonly alias: string }

/**
 * The paragraphs and tables of a Word body up to the end of the report's text. Insertions stand in it and deletions do not, each told as a
 * remark; pictures, text boxes and earlier properties are left out; links, smart tags and controls are seen through. Undefined when the
 * XML is not well-formed.
 */
export const readBody = (xml: string): Body | undefined => {
  const parts: BodyPart[] = []
  const remarks: BodyRemark[] = []
  const controls: { tag: string; alias: string }[] = []
  const marks: { tag: string; alias: string }[] = []
  const marked = new Map<string, number>()
  const aliases: string[] = []
  /** Bookmarks that begin between paragraphs, where LibreOffice and WPS put some: they name the next one. */
  const between: string[] = []
  const open: (number | undefined)[] = []
  /** Depths of controls that are empty and show what to type into them. */
  const prompting = new Set<number>()
  const tracked: BodyRemark[] = []
  const commented = new Map<string, BodyRemark>()
  let ended = false
  let paragraph: BodyParagraph | undefined
  let runsOn: BodyParagraph | undefined
  let table: BodyTable | undefined
  let rowGone = false
  let cell: BodyPiece[] | undefined
  let tables = 0
  let span = 1

  const beginRemark = (kind: BodyRemark['kind'], attribute: (local: string) => string | undefined): BodyRemark => {
    const remark = { kind, author: attribute('author') ?? '', date: attribute('date') ?? '', comment: kind === 'comment' ? (attribute('id') ?? '') : '', part: parts.length, text: '' }
    remarks.push(remark)
    return remark
  }
  const mark = (name: string, id: string): void => {
    const tag = tagOfBookmark(name)
    if (tag !== undefined) marked.set(id, marks.push({ tag: `mark:${tag}`, alias: '' }) - 1)
    if (name === bookmarkName.end) ended = true
    else if (!ended && tag === undefined) (table?.bookmarks ?? paragraph?.bookmarks ?? between).push(name)
  }

  const sound = walkBody(xml, {
    leftOut,
    signs: { tab: ' ', break: ' ' },
    beginChange: (kind, attribute) => {
      tracked.push(beginRemark(kind, attribute))
      return true
    },
    endChange: () => tracked.pop(),
    beginParagraph: () => {
      if (tables > 0) {
        if (cell !== undefined && cell.length > 0) cell.push({ text: ' ', control: undefined, mark: undefined, bold: false, style: undefined })
        return
      }
      paragraph = runsOn ?? { kind: 'paragraph', style: undefined, outline: undefined, list: undefined, bookmarks: [], pieces: [] }
      paragraph.bookmarks.push(...between.splice(0))
      runsOn = undefined
    },
    endParagraph: ({ style, outline, list, markGone }) => {
      if (paragraph === undefined || tables > 0) return
      paragraph.style = style ?? paragraph.style
      paragraph.outline = outline ?? paragraph.outline
      paragraph.list = list.list ?? paragraph.list
      if (markGone && !ended) runsOn = paragraph
      else if (!ended || paragraph.pieces.length > 0) parts.push(paragraph)
      paragraph = undefined
    },
    dropRow: () => {
      rowGone = tables === 1
    },
    write: (text, { bold, style }) => {
      if (text === '' || ended || prompting.has(open.length)) return
      const change = tracked.findLast((each) => each.kind === 'deleted') ?? tracked.at(-1)
      if (change !== undefined) change.text += text
      if (change?.kind === 'deleted') return
      for (const remark of commented.values()) remark.text += text
      ;(cell ?? paragraph?.pieces)?.push({ text, control: open.findLast((each) => each !== undefined), mark: [...marked.values()].at(-1), bold, style })
    },
    open: (name, attribute, above) => {
      if (name === 'w:tbl') {
        tables += 1
        if (tables === 1) table = { kind: 'table', bookmarks: between.splice(0), rows: [] }
      } else if (name === 'w:tr' && tables === 1) {
        table?.rows.push([])
        rowGone = false
      } else if (name === 'w:tc' && tables === 1) {
        cell = []
        span = 1
      } else if (name === 'w:gridSpan' && tables === 1) span = Math.min(63, Number(attribute('val')) || 1)
      else if (name === 'w:sdt') open.push(undefined)
      else if (name === 'w:tag' && above === 'w:sdtPr') {
        const tag = attribute('val') ?? ''
        if (ourTag.test(tag)) open[open.length - 1] = controls.push({ tag, alias: '' }) - 1
      } else if (name === 'w:showingPlcHdr' && above === 'w:sdtPr') prompting.add(open.length)
      else if (name === 'w:alias' && above === 'w:sdtPr') aliases.push(attribute('val') ?? '')
      else if (name === 'w:commentRangeStart') commented.set(attribute('id') ?? '', beginRemark('comment', attribute))
      else if (name === 'w:commentRangeEnd') commented.delete(attribute('id') ?? '')
      else if (name === 'w:commentReference' && !remarks.some((remark) => remark.kind === 'comment' && remark.comment === attribute('id'))) beginRemark('comment', attribute)
      else if (name === 'w:bookmarkStart') mark(attribute('name') ?? '', attribute('id') ?? '')
      else if (name === 'w:bookmarkEnd') marked.delete(attribute('id') ?? '')
    },
    close: (name) => {
      if (name === 'w:sdt') {
        prompting.delete(open.length)
        open.pop()
      } else if (name === 'w:sdtPr') {
        const control = controls[open.at(-1) ?? -1]
        const alias = aliases.splice(0).at(-1)
        if (control !== undefined && alias !== undefined) control.alias = alias
      } else if (name === 'w:tc' && tables === 1) {
        table?.rows.at(-1)?.push(cell ?? [], ...Array.from({ length: span - 1 }, () => []))
        cell = undefined
      } else if (name === 'w:tr' && tables === 1 && rowGone) {
        table?.rows.pop()
        rowGone = false
      } else if (name === 'w:tbl') {
        tables -= 1
        if (tables === 0 && table !== undefined) {
          if (!ended && table.rows.length > 0) parts.push(table)
          table = undefined
        }
      }
    },
  })
  if (!sound) return undefined
  if (runsOn !== undefined) parts.push(runsOn)
  return { parts, remarks: remarks.filter((remark) => remark.part < parts.length && (remark.kind === 'comment' || remark.text !== '')), controls, marks }
}

const ourTag = /^(?:figure|stated):/

/** Pictures and what hangs on them: a report has none. */
const leftOut: ReadonlySet<string> = new Set(['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object'])
