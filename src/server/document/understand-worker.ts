import { parentPort, workerData } from 'node:worker_threads'
import { understand } from './understand.ts'

parentPort?.postMessage(understand(String(workerData)))
