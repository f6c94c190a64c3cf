import { StringDecoder } from 'node:string_decoder'
import type { Merge, SheetRow } from '../../core/importing/cell.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { entryNames } from '../docx/zip.ts'
import { numberFormats } from './number-formats.ts'
import type { Workbook } from './read-workbook.ts'
import { scanSheet } from './scan-sheet.ts'
import { sharedStrings } from './shared-strings.ts'
import type { SheetContext } from './sheet-cell.ts'
import { streamEntry } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'
import { packageParts } from './package-parts.ts'

/** Opens a workbook of the .xlsx kind. One with macros is refused: what it shows may be their work. */
export const openXlsx = async (bytes: Uint8Array): Promise<Workbook | Refusal> => {
  const names = namesIn(bytes)
  if (names.length === 0) return refuse('workbook-damaged')
  if (!names.includes('[Content_Types].xml')) return refuse('workbook-foreign')
  if (names.some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) return refuse('workbook-macros')
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return refuse('workbook-foreign')
  const parts = await packageParts(bytes)
  let context: Promise<SheetContext> | undefined
  const known = (): Promise<SheetContext> => (context ??= Promise.all([sharedStrings(bytes, parts.strings), numberFormats(bytes, parts.styles)]).then(([strings, formats]) => ({ strings, formats, from1904: parts.from1904 })))
  const pathOf = (sheet: string): string => {
    const path = parts.sheets.find((each) => each.name === sheet)?.path
    if (path === undefined) throw new UnreadableWorkbook(refuse('workbook-damaged'))
    return path
  }
  return {
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    top: async (sheet, count) => topOf(bytes, pathOf(sheet), await known(), count),
    rows: async function* (sheet) {
      const scan = scanSheet(await known())
      const decoder = new StringDecoder('utf8')
      for await (const piece of streamEntry(bytes, pathOf(sheet))) yield* scan.feed(decoder.write(piece))
      scan.end()
    },
  }
}

const namesIn = (bytes: Uint8Array): readonly string[] => {
  try {
    return entryNames(bytes)
  } catch (problem) {
    if (problem instanceof RangeError) return []
    throw problem
  }
}

/** The first rows of a sheet, and its merged cells from the end of it; the rows between are passed over unread. */
const topOf = async (bytes: Uint8Array, path: string, context: SheetContext, count: number): Promise<{ readonly rows: readonly SheetRow[]; readonly merges: readonly Merge[] }> => {
  const rows: SheetRow[] = []
  const scan = scanSheet(context)
  const decoder = new StringDecoder('utf8')
  let passing: Buffer | undefined
  for await (const piece of streamEntry(bytes, path)) {
    if (passing === undefined) {
      const more = scan.feed(decoder.write(piece))
      if (rows.length < count) rows.push(...more)
      if (rows.length < count || scan.ended()) continue
      scan.skip()
      passing = Buffer.alloc(0)
    } else {
      const joined = Buffer.concat([passing, piece])
      const at = joined.indexOf('sheetData')
      if (at >= 0) scan.feed(decoder.write(joined.subarray(Math.max(0, at - 32))))
      passing = at >= 0 ? undefined : joined.subarray(-64)
    }
  }
  return { rows: rows.slice(0, count), merges: scan.end() }
}
