import type { Workbook } from '../../formats/xlsx/read-workbook.ts'

/** A sheet of a workbook and how many of its rows hold anything; null where that was not counted. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly rows: number | null }

/** Longer sheets than this are not counted to their end. */
const mostCounted = 100_000
/** So many sheets are counted. */
const mostSheets = 30

/** The sheets as they are named, before anything is counted. */
export const uncounted = (sheets: Workbook['sheets']): readonly Sheet[] => sheets.map((sheet) => ({ ...sheet, rows: null }))

/** The sheets of a workbook with their rows, `read` having been gone through already; a workbook of one sheet needs no telling apart. */
export const countedSheets = async (workbook: Workbook, read: { readonly sheet: string; readonly rows: number }): Promise<readonly Sheet[]> => {
  if (workbook.sheets.length === 1) return uncounted(workbook.sheets)
  const sheets: Sheet[] = []
  for (const [at, { name, hidden }] of workbook.sheets.entries()) sheets.push({ name, hidden, rows: name === read.sheet ? read.rows : hidden || at >= mostSheets ? null : await countRows(workbook, name) })
  return sheets
}

const countRows = async (workbook: Workbook, sheet: string): Promise<number | null> => {
  let rows = 0
  for await (const _ of workbook.rows(sheet)) {
    rows += 1
    if (rows > mostCounted) return null
  }
  return rows
}
