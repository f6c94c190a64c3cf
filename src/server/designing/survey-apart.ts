import { Worker } from 'node:worker_threads'
import { refuse } from '../../core/refusal/refusal.ts'
import type { SurveyMessage, SurveyTask } from './survey-task.ts'

/** The thread may use so much memory, in MB; a workbook that needs more is refused. */
const mostMemory = 1536

/** Looks at a workbook in a thread of its own, which is ended when the signal says so; undefined then. `onRows` hears how far it is. */
export const surveyApart = (task: SurveyTask, onRows: (rows: number) => void, signal: AbortSignal): Promise<Exclude<SurveyMessage, { kind: 'rows' }> | undefined> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(undefined)
    const worker = new Worker(new URL('./survey-worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
    const settle = (end: () => void): void => {
      signal.removeEventListener('abort', stop)
      end()
      void worker.terminate()
    }
    const stop = (): void => settle(() => resolve(undefined))
    signal.addEventListener('abort', stop)
    worker.on('message', (message: SurveyMessage) => (message.kind === 'rows' ? onRows(message.rows) : settle(() => resolve(message))))
    worker.once('error', (problem: Error & { code?: string }) => settle(() => (problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ kind: 'refused', refusal: refuse('workbook-swells', { max: mostMemory }) }) : reject(problem))))
    worker.once('exit', (code) => settle(() => reject(new Error(`the survey ended with ${code}`)))) // settled already unless the thread died without a word
  })
