import { Buffer } from 'node:buffer'
import type { Merge } from '../../core/importing/cell.ts'
import { unpackEntry } from '../docx/zip.ts'

/** What a sheet says beside its values: merged cells, and which of its first cells are shown as percent, as 'row,column'. */
export type SheetOutline = { readonly merges: readonly Merge[]; readonly percents: ReadonlySet<string> }

/** The head of a sheet is looked at this far, in bytes of its XML. */
const headBytes = 512 * 1024

/** Reads the merged cells of a sheet and its percent formats among the first rows, without reading all of it as values. */
export const sheetOutline = (bytes: Uint8Array, name: string, most: number): SheetOutline => {
  const path = pathOf(bytes, name)
  const sheet = path === undefined ? 'missing' : unpackEntry(bytes, path, most)
  if (typeof sheet === 'string') return { merges: [], percents: new Set() }
  const buffer = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength)
  const from = buffer.lastIndexOf('<mergeCells')
  const merges = from < 0 ? [] : [...buffer.subarray(from).toString('utf8').matchAll(/<mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(([, left = '', top = '', right = '', bottom = '']): Merge => ({ fromRow: Number(top), toRow: Number(bottom), fromColumn: columnOf(left), toColumn: columnOf(right) }))
  return { merges, percents: percentCells(bytes, buffer.subarray(0, headBytes).toString('utf8')) }
}

const pathOf = (bytes: Uint8Array, name: string): string | undefined => {
  const workbook = textOf(bytes, 'xl/workbook.xml')
  const relations = textOf(bytes, 'xl/_rels/workbook.xml.rels')
  const sheet = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, attributes = '']) => attributes).find((attributes) => unescaped(attribute(attributes, 'name')) === name)
  const id = sheet === undefined ? '' : (/\w+:id="([^"]*)"/.exec(sheet)?.[1] ?? '')
  const target = [...relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, attributes = '']) => attributes).find((attributes) => attribute(attributes, 'Id') === id)
  const path = target === undefined ? '' : attribute(target, 'Target')
  return path === '' ? undefined : path.startsWith('/') ? path.slice(1) : `xl/${path}`
}

const textOf = (bytes: Uint8Array, path: string): string => {
  const part = unpackEntry(bytes, path, 8 * 1024 * 1024)
  return typeof part === 'string' ? '' : new TextDecoder().decode(part)
}

const attribute = (attributes: string, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

/** Number formats 9 and 10 are percent, and any of the workbook's own with a % in it (ECMA-376 part 1, 18.8.30). */
const percentCells = (bytes: Uint8Array, head: string): ReadonlySet<string> => {
  const styles = textOf(bytes, 'xl/styles.xml')
  const own = new Set([...styles.matchAll(/<numFmt\b[^>]*numFmtId="(\d+)"[^>]*formatCode="([^"]*)"/g)].filter(([, , code = '']) => code.replace(/"[^"]*"|&quot;.*?&quot;/g, '').includes('%')).map(([, id = '']) => id))
  const formats = [.../<cellXfs\b.*?<\/cellXfs>/s.exec(styles)?.[0].matchAll(/<xf\b[^>]*>/g) ?? []].map(([xf]) => attribute(xf, 'numFmtId'))
  const percents = new Set(formats.flatMap((id, style) => (id === '9' || id === '10' || own.has(id) ? [String(style)] : [])))
  return new Set([...head.matchAll(/<c\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const [, column = '', row = ''] = /r="([A-Z]+)(\d+)"/.exec(attributes) ?? []
    return percents.has(attribute(attributes, 's')) ? [`${row},${columnOf(column)}`] : []
  }))
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
