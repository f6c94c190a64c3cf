import { Worker } from 'node:worker_threads'
import type { Outline } from '../../core/importing/outline.ts'
import type { ReadRow } from '../../core/importing/read-rows.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Sheet } from './counted-sheets.ts'
import type { ReadingTask, WorkerMessage } from './reading-task.ts'

type Hearing = {
  readonly onSheets: (sheets: readonly Sheet[]) => void
  readonly onOutline: (outline: Outline) => void
  /** The next part is read when this one was taken. */
  readonly onRows: (rows: readonly ReadRow[]) => Promise<void>
  readonly signal: AbortSignal
}

/** The reading thread may use so much memory, in MB; a workbook that needs more is refused. */
const mostMemory = 1536

/** Reads a workbook in a thread of its own, which is ended when the signal says so. Answers why not, or undefined at its end. */
export const readApart = (task: ReadingTask, { onSheets, onOutline, onRows, signal }: Hearing): Promise<Refusal | undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
    const settle = (end: () => void): void => {
      signal.removeEventListener('abort', stop)
      end()
      void worker.terminate()
    }
    const stop = (): void => settle(() => resolve(undefined))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    const hear = async (message: WorkerMessage): Promise<void> => {
      switch (message.kind) {
        case 'outline':
          onSheets(message.sheets)
          return onOutline(message.outline)
        case 'rows':
          await onRows(message.rows)
          return worker.postMessage('more')
        case 'end':
          onSheets(message.sheets)
          return settle(() => resolve(undefined))
        case 'refused':
          onSheets(message.sheets)
          return settle(() => resolve(message.refusal))
        default:
          return message satisfies never
      }
    }
    worker.on('message', (message: WorkerMessage) => void hear(message).catch((problem: unknown) => settle(() => reject(problem as Error))))
    worker.once('error', (problem: Error & { code?: string }) => settle(() => (problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refuse('workbook-swells', { max: mostMemory })) : reject(problem))))
    worker.once('exit', (code) => settle(() => reject(new Error(`the reading ended with ${code}`)))) // settled already unless the thread died without a word
  })
