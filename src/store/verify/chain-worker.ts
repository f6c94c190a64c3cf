import { parentPort, workerData } from 'node:worker_threads'
import { chainCheck } from './chain-check.ts'
import { lineReader } from './copy-lines.ts'

/** Checks the journal on a thread of its own: takes its bytes in order, says when each part is done, and at the end what was found. */
const { visit, checked } = chainCheck(workerData as number | undefined)
const read = lineReader(visit)

parentPort?.on('message', (message: Uint8Array | 'end') => {
  if (message === 'end') return parentPort?.postMessage(checked())
  read(message)
  parentPort?.postMessage('taken')
})
