import { Worker } from 'node:worker_threads'
import type { Understood } from './understand.ts'
import { understand } from './understand.ts'

/** Up to so many signs are read where the call is answered: a report; a longer text would keep every other call waiting. */
const short = 40_000

/** Reads a text, a long one in a thread of its own. */
export const understandApart = (text: string): Promise<Understood> =>
  text.length <= short
    ? Promise.resolve(understand(text))
    : new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./understand-worker.ts', import.meta.url), { workerData: text })
        worker.once('message', (understood: Understood) => resolve(understood))
        worker.once('error', reject)
        worker.once('exit', (code) => reject(new Error(`the reading ended with ${code}`)))
      })
