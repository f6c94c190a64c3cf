import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { WordBlock, WordDocument, WordPiece, WordRemark } from '../../core/report/word/word-document.ts'
import { parseDay } from '../../core/time/day.ts'
import { largestDocument } from '../document/document.ts'
import { docxParts, optionalPart, partOf } from '../document/docx-parts.ts'
import { noNumbering, readNumbering, type Numbering } from '../document/numbering.ts'
import { blockOfBookmark, bookmarkName } from './bookmark.ts'
import { readFigureTag } from './content-control.ts'
import { readProperties } from './properties.ts'
import { readBody, type Body, type BodyControl, type BodyParagraph, type BodyPart, type BodyPiece } from './read-body.ts'
import { readComments, type Comment } from './read-comments.ts'
import { bodyLevel, noStyleNames, outlineLevel, readStyleNames, type StyleNames } from './style-names.ts'

/** Reads a report back from a Word file, as Word, WPS or LibreOffice saved it. */
export const readDocx = (bytes: Uint8Array): WordDocument | Refusal => {
  if (bytes.length > largestDocument) return refuse('document-too-large', { max: largestDocument / 1024 / 1024 })
  const parts = docxParts(bytes)
  if (isRefusal(parts)) return parts
  const xml = partOf(bytes, parts.body) ?? refuse('document-damaged')
  if (isRefusal(xml)) return xml
  const styles = optionalPart(bytes, parts.styles, readStyleNames, noStyleNames)
  const numbering = optionalPart(bytes, parts.numbering, readNumbering, noNumbering)
  const comments = optionalPart(bytes, parts.comments, readComments, new Map<string, Comment>())
  const custom = optionalPart(bytes, 'docProps/custom.xml', readProperties, new Map<string, string>())
  if (isRefusal(styles)) return styles
  if (isRefusal(numbering)) return numbering
  if (isRefusal(comments)) return comments
  if (isRefusal(custom)) return custom
  const body = readBody(xml)
  if (body === undefined) return refuse('document-damaged')
  const reading: Reading = { body, styles, numbering, custom, seen: new Set(), begun: new Set() }
  const blocks: WordBlock[] = []
  /** The block each part of the body became, or stands before. */
  const places: number[] = []
  let title: string | undefined
  for (const part of textOf(body.parts, styles)) {
    places.push(blocks.length)
    if (part.kind === 'paragraph' && isTitle(part, styles)) {
      const words = plain(part.pieces).trim()
      if (part.bookmarks.includes(bookmarkName.title) || (title === undefined && styles.name(part.style) === 'title')) title = words.replaceAll(' ', '') === '' ? title : words
      continue
    }
    const block = part.kind === 'table' ? tableBlock(part.rows, idOf(part.bookmarks, reading), reading) : paragraphBlock(part, reading)
    if (block !== undefined) blocks.push(block)
  }
  const remarks = body.remarks.flatMap((remark): readonly WordRemark[] => {
    const block = places[remark.part]
    if (block === undefined || blocks.length === 0) return []
    const at = { quote: remark.kind === 'comment' ? remark.text : '', block: Math.min(block, blocks.length - 1) }
    const comment = remark.kind === 'comment' ? comments.get(remark.comment) : remark
    return comment === undefined || comment.text.trim() === '' ? [] : [{ kind: remark.kind, author: comment.author, day: parseDay(comment.date.slice(0, 10)) ?? null, text: comment.text, ...at }]
  })
  return { taken: takenOf(custom), title, blocks, remarks }
}

type Reading = {
  readonly body: Body
  readonly styles: StyleNames
  readonly numbering: Numbering
  readonly custom: ReadonlyMap<string, string>
  /** Ids of blocks and numbers of controls met so far: a second one is a copy, or the rest of a divided paragraph. */
  readonly seen: Set<string>
  readonly begun: Set<number>
}

/** Where the bookmark of the end is gone, the styles of what stands behind the text show it. */
const textOf = (parts: readonly BodyPart[], styles: StyleNames): readonly BodyPart[] => {
  const end = parts.findIndex((part) => part.kind === 'paragraph' && /^(?:remark|record text)$/.test(styles.name(part.style)) && !part.bookmarks.some((name) => blockOfBookmark(name) !== undefined))
  return end < 0 ? parts : parts.slice(0, end)
}

const isTitle = (part: BodyParagraph, styles: StyleNames): boolean =>
  part.bookmarks.some((name) => name === bookmarkName.title || name === bookmarkName.subtitle) || /^(?:title|subtitle|标题|副标题)$/.test(styles.name(part.style))

const idOf = (bookmarks: readonly string[], { seen }: Reading): string | undefined => {
  const id = bookmarks.flatMap((name) => blockOfBookmark(name) ?? []).find((each) => !seen.has(each))
  if (id !== undefined) seen.add(id)
  return id
}

const plain = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join('')

/** Undefined for an empty line. */
const paragraphBlock = (part: BodyParagraph, reading: Reading): WordBlock | undefined => {
  const id = idOf(part.bookmarks, reading)
  if (id === undefined && plain(part.pieces).trim() === '') return undefined
  const { styles, numbering } = reading
  const level = part.outline === undefined ? styles.level(part.style) : outlineLevel(part.outline)
  if (level !== undefined && level !== bodyLevel) return { kind: 'heading', id, level: Math.min(level, 4) as 1 | 2 | 3 | 4, pieces: piecesFrom(part.pieces, reading) }
  if (part.list !== undefined && part.list !== '0') return { kind: 'item', id, marker: isBullet(part.list, numbering) ? 'dot' : 'number', pieces: piecesFrom(part.pieces, reading) }
  const { lead, rest } = leadOf(part.pieces, styles)
  return { kind: 'paragraph', id, lead, pieces: piecesFrom(rest, reading) }
}

const isBullet = (list: string, { lists, abstracts }: Numbering): boolean => abstracts.get(lists.get(list)?.abstract ?? '')?.levels.get(0)?.format === 'bullet'

/** The run-in head: words in its style, or in bold, that open a paragraph and end in a full stop. */
const leadOf = (pieces: readonly BodyPiece[], styles: StyleNames): { readonly lead: string | undefined; readonly rest: readonly BodyPiece[] } => {
  const end = pieces.findIndex((piece) => piece.control !== undefined || piece.mark !== undefined || !(piece.bold || styles.name(piece.style) === 'run-in head'))
  const head = pieces.slice(0, end < 0 ? pieces.length : end)
  const words = plain(head)
  return words.length > 1 && words.endsWith('。') ? { lead: words.slice(0, -1), rest: pieces.slice(head.length) } : { lead: undefined, rest: pieces }
}

const tableBlock = (rows: readonly (readonly (readonly BodyPiece[])[])[], id: string | undefined, reading: Reading): WordBlock | undefined => {
  const filled = rows.filter((row) => row.length > 0)
  const columns = Math.max(0, ...filled.map((row) => row.length))
  if (columns === 0) return undefined
  return { kind: 'table', id, rows: filled.map((row) => Array.from({ length: columns }, (_, at) => piecesFrom(row[at] ?? [], reading))) }
}

/**
 * Joins what one control shows, however many runs it was saved in; a control that another paragraph began with is over. Where a program forgot
 * the tags of all controls, the bookmarks around them say the same.
 */
const piecesFrom = (pieces: readonly BodyPiece[], { body, custom, begun }: Reading): readonly WordPiece[] => {
  const done: WordPiece[] = []
  let current: number | undefined
  const tagged = body.controls.length > 0
  for (const { text, control: inControl, mark } of pieces) {
    const control = tagged ? inControl : mark
    const own = control !== undefined && (control === current || !begun.has(control)) ? control : undefined
    if (own !== undefined) begun.add(own)
    const piece: WordPiece = own === undefined ? { kind: 'text', text } : controlled((tagged ? body.controls : body.marks)[own] ?? { tag: '', alias: '' }, text, custom)
    const last = done.at(-1)
    if (last !== undefined && ((own !== undefined && own === current) || (last.kind === 'text' && piece.kind === 'text'))) done[done.length - 1] = { ...last, text: last.text + text }
    else done.push(piece)
    current = own
  }
  return done
}

const controlled = ({ tag: own, alias }: BodyControl, text: string, custom: ReadonlyMap<string, string>): WordPiece => {
  const tag = own.startsWith('mark:') ? (custom.get(own) ?? own) : own
  if (tag.startsWith('stated:')) {
    const source = (custom.get(tag) ?? alias).trim()
    return source === '' ? { kind: 'text', text } : { kind: 'stated', text, source: source.slice(0, 200) }
  }
  const binding = readFigureTag(custom.get(tag) ?? tag)
  return binding === undefined ? { kind: 'text', text } : { kind: 'figure', text, binding }
}

const takenOf = (custom: ReadonlyMap<string, string>): WordDocument['taken'] => {
  const town = custom.get('TownCode')
  const [report, journal, figures] = ['Report', 'Journal', 'Figures'].map((name) => (/^[1-9]\d{0,14}$/.test(custom.get(name) ?? '') ? Number(custom.get(name)) : undefined))
  return town === undefined || report === undefined || journal === undefined ? undefined : { town, report, journal, figures: figures ?? journal }
}
