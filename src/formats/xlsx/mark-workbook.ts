import { StringDecoder } from 'node:string_decoder'
import { cellName, cellText } from '../../core/importing/cell.ts'
import type { Merge } from '../../core/importing/cell.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { entryNames } from '../docx/zip.ts'
import type { ZipPart } from '../zip/stream-zip.ts'
import { streamZip } from '../zip/stream-zip.ts'
import type { Comment } from './mark-comments.ts'
import { commentedCells, withBoxes, withComments, withDrawing } from './mark-comments.ts'
import { markedSheet, restyled } from './mark-sheet.ts'
import { styleMarker } from './mark-styles.ts'
import { packageParts, relationsOf, relationsPath } from './package-parts.ts'
import { textCell } from './cell-xml.ts'
import { openWorkbook } from './read-workbook.ts'
import type { Workbook } from './read-workbook.ts'
import { entryText, streamEntry } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'
import { sheetPath, workbookParts, worksheetHead } from './workbook-parts.ts'

/** A problem at a cell, row from 1 and column from 0, and what a person is told about it. */
export type Mark = { readonly row: number; readonly column: number; readonly text: string }

/** A workbook has so many comments at most, the first ones; cells beyond them are coloured only. Excel opens more of them ever slower. */
const mostComments = 5000

/**
 * The same workbook with its problem cells coloured and commented, all else as it was: it is written anew part by part, and only the sheet, the styles and
 * the comments are other ones. A cell merged into another is marked at that one. Refuses what cannot be read as a workbook of the .xlsx kind.
 */
export const markWorkbook = async (bytes: Uint8Array, sheet: string, marks: readonly Mark[]): Promise<Uint8Array | Refusal> => {
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) return workbook
  try {
    const { merges } = await workbook.top(sheet, 1)
    const book = entryNames(bytes).length > 0 ? bytes : await joined(streamZip(plainParts(workbook, sheet)))
    return await joined(streamZip(markedParts(book, sheet, gathered(marks, merges))))
  } catch (problem) {
    if (problem instanceof UnreadableWorkbook) return problem.refusal
    throw problem
  }
}

const joined = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => Buffer.concat(await Array.fromAsync(chunks))

/** A workbook of text cells, of a file of separated values. */
async function* plainParts(workbook: Workbook, sheet: string): AsyncGenerator<ZipPart> {
  const rows = async function* (): AsyncGenerator<string> {
    yield worksheetHead('')
    for await (const { at, cells } of workbook.rows(sheet)) yield `<row r="${at}">${cells.map((cell, column) => (cell === null ? '' : textCell(cellName(at, column), cellText(cell)))).join('')}</row>`
    yield '</sheetData></worksheet>'
  }
  yield { name: sheetPath(0), chunks: rows() }
  for (const [name, xml] of workbookParts([{ name: sheet }], { title: sheet, creator: '镇务', created: '2000-01-01T00:00:00Z', description: '' })) yield { name, chunks: [xml] }
}

/** One comment a cell, in the order of the sheet; problems of one cell below each other. */
const gathered = (marks: readonly Mark[], merges: readonly Merge[]): readonly Comment[] => {
  const over = mergesOver(new Set(marks.map(({ row }) => row)), merges)
  const byCell = new Map<string, Comment>()
  for (const mark of marks) {
    const merge = over.get(mark.row)?.find((each) => each.fromColumn <= mark.column && each.toColumn >= mark.column)
    const [row, column] = merge === undefined ? [mark.row, mark.column] : [merge.fromRow, merge.fromColumn]
    const text = row === mark.row && column === mark.column ? mark.text : `${cellName(mark.row, mark.column)}：${mark.text}`
    const before = byCell.get(cellName(row, column))
    byCell.set(cellName(row, column), { row, column, text: before === undefined ? text : `${before.text}\n${text}` })
  }
  return [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}

const mergesOver = (rows: ReadonlySet<number>, merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> => {
  const over = new Map<number, Merge[]>()
  for (const merge of merges) for (let row = merge.fromRow; row <= merge.toRow; row += 1) if (rows.has(row)) over.set(row, [...(over.get(row) ?? []), merge])
  return over
}

/** What of a workbook is written otherwise: where its comments and their boxes stand, or will. */
type Places = { readonly sheet: string; readonly styles: string | undefined; readonly comments: string | undefined; readonly boxes: string | undefined; readonly newComments: string; readonly newBoxes: string; readonly office: string }

const boxesId = 'rIdProblemBoxes'

const placesOf = async (bytes: Uint8Array, sheet: string, styles: string | undefined, names: readonly string[]): Promise<Places> => {
  const relations = await relationsOf(bytes, sheet)
  const drawings = await Promise.all(relations.filter(({ kind }) => kind === 'vmlDrawing').map(async ({ target }) => ({ target, xml: (await entryText(bytes, target)) ?? '' })))
  const strict = ((await entryText(bytes, '_rels/.rels')) ?? '').includes('purl.oclc.org')
  return {
    sheet,
    styles,
    comments: relations.find(({ kind }) => kind === 'comments')?.target,
    boxes: drawings.find(({ xml }) => xml.includes('ClientData'))?.target,
    newComments: unused(names, 'xl/comments', 'xml'),
    newBoxes: unused(names, 'xl/drawings/vmlDrawing', 'vml'),
    office: strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  }
}

async function* markedParts(bytes: Uint8Array, sheet: string, marks: readonly Comment[]): AsyncGenerator<ZipPart> {
  const parts = await packageParts(bytes)
  const path = parts.sheets.find((each) => each.name === sheet)?.path
  if (path === undefined) throw new UnreadableWorkbook(refuse('workbook-damaged'))
  const names = entryNames(bytes)
  const places = await placesOf(bytes, path, parts.styles, names)
  const styles = styleMarker(parts.styles === undefined ? undefined : await entryText(bytes, parts.styles))
  const rows = Map.groupBy(marks, ({ row }) => row)
  yield {
    name: path,
    chunks: markedSheet(text(bytes, path), new Set(rows.keys()), (row, at) => restyled(row, at, (rows.get(at) ?? []).map(({ column }) => column), styles.style), (tail, prefix) => (places.boxes === undefined ? withDrawing(tail, prefix, boxesId, places.office) : tail)),
  }
  const changed = await changedParts(bytes, places, parts.path, marks.slice(0, mostComments))
  const written = [...changed, [parts.styles ?? newStyles, styles.xml()] as const]
  for (const [name, xml] of written) yield { name, chunks: [xml] }
  const done = new Set([path, ...written.map(([name]) => name)])
  for (const name of names) if (!done.has(name) && !name.endsWith('/')) yield { name, chunks: streamEntry(bytes, name) }
}

const newStyles = 'xl/styles.xml'

/** The small parts that are written otherwise: comments, their boxes, and what leads to them. */
const changedParts = async (bytes: Uint8Array, places: Places, workbook: string, comments: readonly Comment[]): Promise<readonly (readonly [name: string, xml: string])[]> => {
  const { sheet, office } = places
  const [commentsPath, boxesPath] = [places.comments ?? places.newComments, places.boxes ?? places.newBoxes]
  const old = { comments: places.comments === undefined ? undefined : await entryText(bytes, places.comments), boxes: places.boxes === undefined ? undefined : await entryText(bytes, places.boxes) }
  const had = commentedCells(old.comments)
  const made = [
    ...(places.comments === undefined ? [{ id: 'rIdProblems', of: sheet, kind: 'comments', target: commentsPath, type: 'spreadsheetml.comments+xml' }] : []),
    ...(places.boxes === undefined ? [{ id: boxesId, of: sheet, kind: 'vmlDrawing', target: boxesPath, type: 'vmlDrawing' }] : []),
    ...(places.styles === undefined ? [{ id: 'rIdProblemStyles', of: workbook, kind: 'styles', target: newStyles, type: 'spreadsheetml.styles+xml' }] : []),
  ]
  const related = await Promise.all([...new Set([sheet, ...made.map(({ of }) => of)])].map(async (of) => {
    const xml = (await entryText(bytes, relationsPath(of))) ?? '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return [relationsPath(of), inRoot(xml, made.filter((each) => each.of === of).map(({ id, kind, target }) => `Relationship Id="${id}" Type="${office}/${kind}" Target="${seenFrom(of, target)}"`))] as const
  }))
  const types = inRoot((await entryText(bytes, '[Content_Types].xml')) ?? '', made.map(({ target, type }) => `Override PartName="/${target}" ContentType="application/vnd.openxmlformats-officedocument.${type}"`))
  return [['[Content_Types].xml', types], ...related, [commentsPath, withComments(old.comments, comments)], [boxesPath, withBoxes(old.boxes, comments.filter(({ row, column }) => !had.has(cellName(row, column))))]]
}

/** Adds empty elements at the end of a document's root, under its prefix. */
const inRoot = (xml: string, elements: readonly string[]): string => {
  const [, open = '', prefix = ''] = /<((\w+:)?(?:Types|Relationships))\b/.exec(xml) ?? []
  const whole = xml.replace(new RegExp(`<${open}\\b([^>]*)/>`), `<${open}$1></${open}>`)
  return whole.replace(`</${open}>`, () => `${elements.map((each) => `<${prefix}${each}/>`).join('')}</${open}>`)
}

/** '../comments1.xml' of 'xl/comments1.xml' beside 'xl/worksheets/sheet1.xml': some readers know no other way to write it. */
const seenFrom = (part: string, target: string): string => {
  const [from, to] = [part.split('/').slice(0, -1), target.split('/')]
  while (from.length > 0 && from[0] === to[0]) {
    from.shift()
    to.shift()
  }
  return [...from.map(() => '..'), ...to].join('/')
}

const unused = (names: readonly string[], stem: string, ending: string): string => {
  let at = 1
  while (names.includes(`${stem}${at}.${ending}`)) at += 1
  return `${stem}${at}.${ending}`
}

async function* text(bytes: Uint8Array, name: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  for await (const piece of streamEntry(bytes, name)) yield decoder.write(piece)
}
