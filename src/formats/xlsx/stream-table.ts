import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { columnName } from '../../core/importing/cell.ts'
import type { ZipPart } from '../zip/stream-zip.ts'
import { streamZip } from '../zip/stream-zip.ts'
import { cellXml, styleOf, textCell } from './cell-xml.ts'
import { sheetPath, workbookParts, worksheetHead } from './workbook-parts.ts'
import type { WorkbookProperties } from './workbook-parts.ts'
import { escaped, sheetName } from './xml-escape.ts'

/** A table of any length as a workbook: its rows come while it is written, and what is told of them comes after the last. */
export type StreamedTable = {
  readonly name: string
  readonly columns: readonly { readonly head: string; readonly width: number }[]
  readonly rows: AsyncIterable<readonly SheetCell[]>
  /** The second sheet, lines of a name and a text, asked for when all rows are written. */
  readonly about: () => { readonly name: string; readonly lines: readonly (readonly [name: string, text: string])[] }
  readonly properties: () => WorkbookProperties
  /** Stands at the head of every printed page: who took the list, and the number it is recorded under. */
  readonly mark?: string
}

/** The most rows of a sheet, the heads with them. */
const mostRows = 1_048_576

/**
 * Writes the workbook piece by piece. Rows beyond what a sheet holds go on in another under the same heads; the first row is the heads
 * and nothing stands above it, so that the sheet can be read back.
 */
export const streamTable = (table: StreamedTable, limit: number = mostRows): AsyncGenerator<Uint8Array, void, undefined> => streamZip(partsOf(table, limit))

async function* partsOf({ name, columns, rows, about, properties, mark }: StreamedTable, limit: number): AsyncGenerator<ZipPart, void, undefined> {
  const letters = columns.map((_, at) => columnName(at))
  const sheets: { name: string; filter?: string }[] = []
  const iterator = rows[Symbol.asyncIterator]()
  try {
    let next = await iterator.next()
    do {
      const title = sheetName(sheets.length === 0 ? name : `${name.slice(0, 26)} ${sheets.length + 1}`)
      const counted = { rows: 1 }
      yield { name: sheetPath(sheets.length), chunks: sheetChunks() }
      sheets.push({ name: title, filter: rangeOf(counted.rows, '$') })

      async function* sheetChunks(): AsyncGenerator<string, void, undefined> {
        yield worksheetHead(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${sheets.length === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`)
        yield `<row r="1" ht="30" customHeight="1">${columns.map(({ head }, at) => textCell(`${letters[at]}1`, head, styleOf.head)).join('')}</row>`
        for (; next.done !== true && counted.rows < limit; next = await iterator.next()) {
          counted.rows += 1
          yield `<row r="${counted.rows}">${next.value.map((cell, at) => cellXml(`${letters[at]}${counted.rows}`, cell)).join('')}</row>`
        }
        yield `</sheetData><autoFilter ref="${rangeOf(counted.rows, '')}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>${mark === undefined ? '' : `<oddHeader>&amp;R${escaped(mark.replaceAll('&', '&&'))}</oddHeader>`}<oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
      }
    } while (next.done !== true)
  } finally {
    await iterator.return?.()
  }
  const told = about()
  yield { name: sheetPath(sheets.length), chunks: aboutChunks(told.lines) }
  sheets.push({ name: sheetName(told.name) })
  for (const [part, xml] of workbookParts(sheets, properties())) yield { name: part, chunks: [xml] }

  function rangeOf(count: number, fix: string): string {
    return `${fix}A${fix}1:${fix}${letters[letters.length - 1] ?? 'A'}${fix}${count}`
  }
}

const aboutChunks = (lines: readonly (readonly [string, string])[]): readonly string[] => [
  worksheetHead('<sheetFormatPr defaultRowHeight="16"/><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols>'),
  ...lines.map(([name, text], at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, name, styleOf.about)}${textCell(`B${at + 1}`, text, styleOf.about)}</row>`),
  '</sheetData></worksheet>',
]

