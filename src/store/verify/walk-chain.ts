import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { readHead } from '../book.ts'
import { eachChunk } from '../copy.ts'
import { quote } from '../sql.ts'
import type { Checked } from './chain-check.ts'
import { chainColumns } from './chain-check.ts'

export type Walked = Omit<Checked, 'hash' | 'instant'> & { readonly head: string }

/** Bytes of the journal that are handed over at once, and how many such parts may wait. */
const part = 1 << 20
const mostWaiting = 4

/**
 * Walks the whole journal in order, hashing on a thread of its own (chain-check), and compares its end with the head row. `at` asks
 * for the hash found at one number.
 */
export const walkChain = async (client: pg.PoolClient, schema: string, at?: number): Promise<Walked> => {
  const { hash, instant, ...told } = await checkApart(at, (hand) => eachChunk(client, `copy (select ${chainColumns} from ${quote(schema)}.journal order by number) to stdout`, hand))
  const head = await readHead(client, schema)
  const atEnd = (expected: string, found: string): Walked => ({ ...told, head: hash, differences: [...told.differences, { kind: 'head', where: 'head', expected, found }] })
  if (head.number !== told.rows || head.hash !== hash) return atEnd(`#${told.rows} ${hash}`, `#${head.number} ${head.hash}`)
  if (told.rows > 0 && head.recordedAt !== instant) return atEnd(instant, head.recordedAt)
  return { ...told, head: hash }
}

/** Hands bytes to a thread in parts, never far ahead of it, and answers what it found. When the thread fails the rest is read for nothing: a COPY ends where it ends. */
const checkApart = async (at: number | undefined, read: (hand: (chunk: Uint8Array) => Promise<void> | undefined) => Promise<void>): Promise<Checked> => {
  const worker = new Worker(new URL('chain-worker.ts', import.meta.url), { workerData: at })
  let [bytes, filled, waiting, failed] = [new Uint8Array(part), 0, 0, false]
  let room: (() => void) | undefined
  const found = new Promise<Checked>((answer, fail) => {
    worker.on('message', (message: Checked | 'taken') => {
      if (message !== 'taken') return answer(message)
      waiting -= 1
      room?.()
    })
    worker.on('error', (problem) => {
      failed = true
      fail(problem)
      room?.()
    })
  })
  found.catch(() => undefined)
  const send = async (): Promise<void> => {
    worker.postMessage(bytes.subarray(0, filled), [bytes.buffer])
    ;[bytes, filled, waiting] = [new Uint8Array(part), 0, waiting + 1]
    if (waiting >= mostWaiting && !failed) await new Promise<void>((resolve) => (room = resolve))
  }
  const handOver = async (chunk: Uint8Array): Promise<void> => {
    for (let from = 0; from < chunk.length; ) {
      if (filled === part) await send()
      const taken = chunk.subarray(from, from + part - filled)
      bytes.set(taken, filled)
      filled += taken.length
      from += taken.length
    }
  }
  try {
    await read((chunk) => {
      if (filled + chunk.length > part) return handOver(chunk)
      bytes.set(chunk, filled)
      filled += chunk.length
      return undefined
    })
    await send()
    worker.postMessage('end')
    return await found
  } finally {
    await worker.terminate()
  }
}
