import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { freshMemory, surveyColumn } from '../../core/designing/survey-column.ts'
import type { Merge, SheetRow } from '../../core/importing/cell.ts'
import { cellText, narrow } from '../../core/importing/cell.ts'
import type { Header } from '../../core/importing/find-header.ts'
import { findHeader, headerAt, isHeadAgain } from '../../core/importing/find-header.ts'
import { isFooting } from '../../core/importing/footing.ts'
import { mergedColumn } from '../../core/importing/merged-column.ts'
import { lookRows } from '../../core/importing/outline.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Workbook } from '../../formats/xlsx/read-workbook.ts'
import { openWorkbook } from '../../formats/xlsx/read-workbook.ts'
import { UnreadableWorkbook } from '../../formats/xlsx/unreadable.ts'
import { turnedWorkbook } from '../document/old-workbook.ts'
import { countedSheets } from '../importing/counted-sheets.ts'
import type { Survey, SurveyMessage, SurveyTask } from './survey-task.ts'

/** Looks at a workbook in a thread of its own: which sheet is the table, where its head is, and what every column holds to its last row. */

const task = workerData as SurveyTask
const say = (message: SurveyMessage): void => parentPort?.postMessage(message)

/** So many columns are looked at, and so often it is told how far the rows are. */
const mostColumns = 300
const tellEvery = 10_000

type Seen = { readonly sheet: string; readonly top: readonly SheetRow[]; readonly merges: readonly Merge[]; readonly header: Header | undefined }

const look = async (workbook: Workbook, sheet: string): Promise<Seen> => {
  const { rows: top, merges } = await workbook.top(sheet, lookRows)
  return { sheet, top, merges, header: task.asked.headerTo === undefined ? findHeader(top, merges) : headerAt(top, merges, task.asked.headerTo) }
}

/** The sheet asked for, or the one whose head has the most columns. */
const choose = async (workbook: Workbook): Promise<Seen | undefined> => {
  const shown = workbook.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name)
  const names = task.asked.sheet !== undefined && workbook.sheets.some((sheet) => sheet.name === task.asked.sheet) ? [task.asked.sheet] : shown.slice(0, 30)
  let best: Seen | undefined
  for (const name of names) {
    const seen = await look(workbook, name)
    if (best === undefined || (seen.header?.columns.length ?? 0) > (best.header?.columns.length ?? 0)) best = seen
  }
  return best
}

/** The words above a head that name the table. */
const headingOf = ({ top, header }: Seen): string | null => {
  const texts = top.filter((row) => row.at < (header?.from ?? 0)).flatMap((row) => row.cells.map((cell) => narrow(cellText(cell)).replace(/\s+/g, '')))
  return texts.filter((text) => text.length >= 3 && text.length <= 40 && !/[:：]|^\(/.test(text)).sort((a, b) => b.length - a.length)[0] ?? null
}

/** The survey of a sheet and how many of its rows hold anything. */
const survey = async (workbook: Workbook, seen: Seen): Promise<{ readonly survey: Survey; readonly all: number }> => {
  const { header } = seen
  if (header === undefined) return { survey: { ...seen, surveyed: undefined, more: 0 }, all: seen.top.length }
  const memory = freshMemory()
  const columns = header.columns.slice(0, mostColumns).map((column) => ({ column, merged: mergedColumn(seen.merges, column.at, header.to), eye: surveyColumn(column.unit, task.known, memory) }))
  let [rows, all] = [0, 0]
  for await (const row of workbook.rows(seen.sheet)) {
    all += 1
    if (row.at <= header.to || isFooting(row) !== undefined || isHeadAgain(row, header) || columns.every(({ column }) => cellText(row.cells[column.at]) === '')) continue
    for (const { column, merged, eye } of columns) eye.see(merged?.at(row).cell ?? row.cells[column.at] ?? null)
    rows += 1
    if (rows % tellEvery === 0) say({ kind: 'rows', rows })
  }
  return { all, survey: { ...seen, surveyed: { heading: headingOf(seen), rows, columns: columns.map(({ column, eye }) => ({ column, survey: eye.tell() })) }, more: header.columns.length - columns.length } }
}

const read = async (): Promise<void> => {
  const workbook = await openWorkbook(await readFile(task.path), (bytes) => turnedWorkbook(bytes, process.env['PATH'] ?? ''))
  if (isRefusal(workbook)) return say({ kind: 'refused', refusal: workbook })
  const seen = await choose(workbook)
  if (seen === undefined) return say({ kind: 'refused', refusal: refuse('import-no-table') })
  const { survey: told, all } = await survey(workbook, seen)
  say({ kind: 'seen', sheets: await countedSheets(workbook, { sheet: seen.sheet, rows: all }), survey: told })
}

await read().catch((problem: unknown) => {
  if (problem instanceof UnreadableWorkbook) say({ kind: 'refused', refusal: problem.refusal })
  else throw problem
})
