import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Understood } from './understand.ts'
import { understand } from './understand.ts'

/** Up to so many signs are read where the call is answered: a report; a longer text would keep every other call waiting. */
const short = 40_000

/** Reads a text, a long one in a thread of its own; one that is not read in time is refused. */
export const understandApart = (text: string, seconds = 90): Promise<Understood | Refusal> => (text.length <= short ? Promise.resolve(understand(text)) : inThread(text, seconds))

const inThread = (text: string, seconds: number): Promise<Understood | Refusal> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./understand-worker.ts', import.meta.url), { workerData: text })
    const clock = setTimeout(() => {
      resolve(refuse('reading-too-long', { seconds }))
      void worker.terminate()
    }, seconds * 1000)
    worker.once('message', (understood: Understood) => resolve(understood))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(clock)
      reject(new Error(`the reading ended with ${code}`)) // settled already unless the thread died without a word
    })
  })
