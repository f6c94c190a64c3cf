import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { Merge } from '../../core/importing/cell.ts'
import type { Outline } from '../../core/importing/outline.ts'
import { fitOf, lookRows, outlineOf } from '../../core/importing/outline.ts'
import type { ReadRow } from '../../core/importing/read-rows.ts'
import { rowReader } from '../../core/importing/read-rows.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Workbook } from '../../formats/xlsx/read-workbook.ts'
import { openWorkbook } from '../../formats/xlsx/read-workbook.ts'
import { UnreadableWorkbook } from '../../formats/xlsx/unreadable.ts'
import { turnedWorkbook } from '../document/old-workbook.ts'
import { countedSheets, uncounted } from './counted-sheets.ts'
import type { ReadingTask, WorkerMessage } from './reading-task.ts'

/** Reads a workbook in a thread of its own: first how it will be read, then its rows part by part, each when the one before was taken. */

const task = workerData as ReadingTask
const say = (message: WorkerMessage): void => parentPort?.postMessage(message)

/** How a sheet will be read, with its merged cells. */
type Chosen = { readonly outline: Outline; readonly merges: readonly Merge[] }

const choose = async (workbook: Workbook): Promise<Chosen | undefined> => {
  const shown = workbook.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name)
  const asked = task.asked.sheet ?? (task.remembered !== undefined && shown.includes(task.remembered.sheet) ? task.remembered.sheet : undefined)
  const names = asked !== undefined && workbook.sheets.some((sheet) => sheet.name === asked) ? [asked] : shown.slice(0, 30)
  let best: Chosen | undefined
  for (const name of names) {
    const { rows, merges } = await workbook.top(name, lookRows)
    const outline = outlineOf(name, rows, merges, task.fields, task.keys, task.asked, task.remembered, task.known)
    if (outline !== undefined && (best === undefined || fitOf(outline) > fitOf(best.outline))) best = { outline, merges }
  }
  return best
}

const read = async (): Promise<void> => {
  const workbook = await openWorkbook(await readFile(task.path), (bytes) => turnedWorkbook(bytes, process.env['PATH'] ?? ''))
  if (isRefusal(workbook)) return say({ kind: 'refused', refusal: workbook, sheets: [] })
  const chosen = await choose(workbook)
  if (chosen === undefined) return say({ kind: 'refused', refusal: refuse('import-no-table'), sheets: uncounted(workbook.sheets) })
  const { outline, merges } = chosen
  say({ kind: 'outline', sheets: uncounted(workbook.sheets), outline })
  const readRow = rowReader({ fields: task.fields, mapping: outline.mapping, header: outline.header, merges, known: task.known })
  let part: ReadRow[] = []
  let rows = 0
  const hand = async (): Promise<void> => {
    say({ kind: 'rows', rows: part })
    part = []
    if (parentPort !== null) await once(parentPort, 'message')
  }
  for await (const row of workbook.rows(outline.mapping.sheet)) {
    rows += 1
    if (row.at <= outline.mapping.headerTo) continue
    part.push(readRow(row))
    if (part.length >= task.part) await hand()
  }
  if (part.length > 0) await hand()
  say({ kind: 'end', sheets: await countedSheets(workbook, { sheet: outline.mapping.sheet, rows }) })
}

await read().catch((problem: unknown) => {
  if (problem instanceof UnreadableWorkbook) say({ kind: 'refused', refusal: problem.refusal, sheets: [] })
  else throw problem
})
