import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { fillWorkbook } from '../../formats/xlsx/fill-workbook.ts'
import { readForm } from '../../formats/xlsx/read-form.ts'
import { openWorkbook } from '../../formats/xlsx/read-workbook.ts'
import { turnedWorkbook } from '../document/old-workbook.ts'
import type { FormMessage, FormTask } from './form-task.ts'

/** Reads a form, or fills one, in a thread of its own. A workbook of an older kind is turned first. */

const answer = async ({ bytes, writes }: FormTask): Promise<FormMessage> => {
  if (writes !== undefined) return { kind: 'filled', ...(await fillWorkbook(bytes, writes)) }
  let turned = bytes
  const opened = await openWorkbook(bytes, async (old) => {
    const made = await turnedWorkbook(old, process.env['PATH'] ?? '')
    if (made instanceof Uint8Array) turned = made
    return made
  })
  if (isRefusal(opened)) return { kind: 'refused', refusal: opened }
  const sheets = await readForm(turned)
  return isRefusal(sheets) ? { kind: 'refused', refusal: sheets } : { kind: 'read', bytes: turned, sheets }
}

parentPort?.postMessage(await answer(workerData as FormTask))
