import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { Mark } from '../../formats/xlsx/mark-workbook.ts'

/** The file, its sheet and what is told at which cells. */
export type MarkTask = { readonly path: string; readonly sheet: string; readonly marks: readonly Mark[] }

/** A workbook with its problem cells marked, made in a thread of its own. */
export const markApart = (task: MarkTask): Promise<Uint8Array | Refusal> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./mark-worker.ts', import.meta.url), { workerData: task })
    worker.once('message', (marked: Uint8Array | Refusal) => {
      resolve(marked)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the marking ended with ${code}`))) // settled already unless the thread died without a word
  })
