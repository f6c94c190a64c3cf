import { textCell } from './cell-xml.ts'
import { relationsPath } from './package-parts.ts'
import { cellName } from '../../core/importing/cell.ts'
import { escaped, sheetName } from './xml-escape.ts'

/** The parts of a workbook by name. */
export type Parts = Map<string, string>

/** Adds a sheet of plain words behind the others, under a name none of them has. */
export const addSheet = (parts: Parts, files: readonly string[], workbook: string, wanted: string, taken: readonly string[], lines: readonly (readonly string[])[]): void => {
  const name = freeName(wanted, taken)
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const file = freeFile(`${folder}worksheets/sheet`, files)
  const relations = relationsPath(workbook)
  const known = parts.get(relations) ?? ''
  const type = /Type="([^"]*\/worksheet)"/.exec(known)?.[1] ?? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'
  parts.set(file, sheetXml(lines))
  parts.set(relations, known.replace(/<\/((?:\w+:)?)Relationships>/, (close, prefix: string) => `<${prefix}Relationship Id="${sourceId}" Type="${type}" Target="${file.slice(folder.length)}"/>${close}`))
  const book = parts.get(workbook) ?? ''
  const numbers = [...book.matchAll(/\ssheetId="(\d+)"/g)].map(([, number]) => Number(number))
  const own = /\s(\w+):id="/.exec(/<(?:\w+:)?sheet\s[^>]*>/.exec(book)?.[0] ?? '')?.[1] ?? 'r'
  parts.set(workbook, book.replace(/<\/((?:\w+:)?)sheets>/, (close, prefix: string) => `<${prefix}sheet name="${escaped(name)}" sheetId="${Math.max(0, ...numbers) + 1}" ${own}:id="${sourceId}"/>${close}`))
  const types = parts.get('[Content_Types].xml') ?? ''
  parts.set('[Content_Types].xml', types.replace(/<\/((?:\w+:)?)Types>/, (close, prefix: string) => `<${prefix}Override PartName="/${file}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${close}`))
}

/** The next number that no part has; some readers know sheets by it. */
const freeFile = (stem: string, files: readonly string[]): string => {
  const used = new Set(files)
  let number = 1
  while (used.has(`${stem}${number}.xml`)) number += 1
  return `${stem}${number}.xml`
}

const sourceId = 'rIdSources'

const freeName = (wanted: string, taken: readonly string[]): string => {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let n = 1; ; n += 1) {
    const name = sheetName(n === 1 ? wanted : `${wanted}${n}`)
    if (!used.has(name.toLowerCase())) return name
  }
}

const widths = [18, 34, 18, 30, 16, 16, 14, 8, 24, 40] as const

const sheetXml = (lines: readonly (readonly string[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetFormatPr defaultRowHeight="15"/><cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${lines.map((line, row) => `<row r="${row + 1}">${line.map((text, column) => (text === '' ? '' : textCell(cellName(row + 1, column), text, 0))).join('')}</row>`).join('')}</sheetData></worksheet>`
