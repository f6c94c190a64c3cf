import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { FormWrites } from '../../formats/xlsx/fill-workbook.ts'
import { turns } from '../turns.ts'
import type { FormFilled, FormMessage, FormRead, FormTask } from './form-task.ts'

/** The thread may use so much memory, in MB; a form that needs more is refused. */
const mostMemory = 1024

/** Forms that are read or filled at once. */
const working = turns(2)

/** Reads a form in a thread of its own. */
export const readFormApart = async (bytes: Uint8Array): Promise<FormRead | Refusal> => {
  const told = await apart({ bytes })
  if (told.kind === 'filled') throw new Error('the thread filled what it was to read')
  return told.kind === 'refused' ? told.refusal : told
}

/** Fills a form that was read before. */
export const fillFormApart = async (bytes: Uint8Array, writes: FormWrites): Promise<FormFilled | Refusal> => {
  const told = await apart({ bytes, writes })
  if (told.kind === 'read') throw new Error('the thread read what it was to fill')
  return told.kind === 'refused' ? told.refusal : told
}

const apart = async (task: FormTask): Promise<FormMessage> => {
  const give = await working.take()
  try {
    return await inThread(task)
  } finally {
    give()
  }
}

const inThread = (task: FormTask): Promise<FormMessage> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./form-worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
    const settle = (end: () => void): void => {
      end()
      void worker.terminate()
    }
    worker.once('message', (message: FormMessage) => settle(() => resolve(message)))
    worker.once('error', (problem: Error & { code?: string }) => settle(() => (problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ kind: 'refused', refusal: refuse('workbook-swells', { max: mostMemory }) }) : reject(problem))))
    worker.once('exit', (code) => settle(() => reject(new Error(`the form ended with ${code}`)))) // settled already unless the thread died without a word
  })
