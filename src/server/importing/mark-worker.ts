import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { markWorkbook } from '../../formats/xlsx/mark-workbook.ts'
import { turnedWorkbook } from '../document/old-workbook.ts'
import type { MarkTask } from './mark-apart.ts'

/** Marks the problem cells of a workbook in a thread of its own; one of an older kind is turned first. */

const { path, sheet, marks } = workerData as MarkTask

const isOld = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf

const given = await readFile(path)
const bytes = isOld(given) ? await turnedWorkbook(given, process.env['PATH'] ?? '') : given
parentPort?.postMessage(isRefusal(bytes) ? bytes : await markWorkbook(bytes, sheet, marks))
