import { Buffer } from 'node:buffer'
import type { Merge, SheetRow } from '../../core/importing/cell.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { csvRows } from './read-csv.ts'
import { openXlsx } from './read-xlsx.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/**
 * A workbook that is read sheet by sheet. `rows` streams what has a value, in bounded memory, and reading stops when the caller does; `top` is the
 * first rows and all merged cells. Both throw UnreadableWorkbook, which carries the refusal, where the file turns out to be damaged or to swell.
 */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly top: (sheet: string, count: number) => Promise<{ readonly rows: readonly SheetRow[]; readonly merges: readonly Merge[] }>
  readonly rows: (sheet: string) => AsyncGenerator<SheetRow>
}

/** Turns a workbook of an older kind (.xls, .et) into .xlsx, or says why not. */
export type OldWorkbook = (bytes: Uint8Array) => Promise<Uint8Array | Refusal>

/** Opens a workbook or a CSV text by its first bytes; what it cannot read is refused in one sentence before any row. Without `old` an older kind is refused. */
export const openWorkbook = async (bytes: Uint8Array, old?: OldWorkbook): Promise<Workbook | Refusal> => {
  try {
    const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
    if (bytes.length === 0) return refuse('workbook-damaged')
    if (head.startsWith('PK')) return await openXlsx(bytes)
    if (head.startsWith('\xd0\xcf\x11\xe0')) return await openCompound(bytes, old)
    if (/^(%PDF|\{\\rtf|<|\x89PNG|\xff\xd8\xff|Rar!|7z)/.test(head) || head.includes('\u0000\u0000')) return refuse('workbook-foreign')
    return openCsv(bytes)
  } catch (problem) {
    if (problem instanceof UnreadableWorkbook) return problem.refusal
    throw problem
  }
}

/** A compound file holds an older workbook, an encrypted one of any kind, or something else. */
const openCompound = async (bytes: Uint8Array, old: OldWorkbook | undefined): Promise<Workbook | Refusal> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(`${stream}\u0000`, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return refuse('workbook-locked')
  if (!holds('Workbook') && !holds('Book')) return refuse('workbook-foreign')
  if (holds('_VBA_PROJECT_CUR')) return refuse('workbook-macros')
  if (isLocked(buffer)) return refuse('workbook-locked')
  if (old === undefined) return refuse('workbook-old')
  const turned = await old(bytes)
  return turned instanceof Uint8Array ? openXlsx(turned) : turned
}

/** An encrypted .xls says so in the FILEPASS record (2F 00) that follows the first one of its stream. */
const isLocked = (buffer: Buffer): boolean => {
  for (const begin of ['0908100000060500', '0908080000050500']) {
    const at = buffer.indexOf(Buffer.from(begin, 'hex'))
    if (at < 0 || at % 512 !== 0) continue
    const next = at + 4 + buffer.readUInt16LE(at + 2)
    if (next + 2 <= buffer.length && buffer.readUInt16LE(next) === 0x2f) return true
  }
  return false
}

const openCsv = (bytes: Uint8Array): Workbook | Refusal => {
  const rows = csvRows(bytes)
  if (rows === undefined) return refuse('workbook-foreign')
  return {
    sheets: [{ name: 'CSV', hidden: false }],
    top: async (_, count) => {
      const first: SheetRow[] = []
      for (const row of rows()) {
        first.push(row)
        if (first.length >= count) break
      }
      return { rows: first, merges: [] }
    },
    rows: async function* () {
      yield* rows()
    },
  }
}
