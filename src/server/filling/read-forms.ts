import { formBlanks } from '../../core/filling/find-blanks.ts'
import type { Blanks } from '../../core/filling/find-blanks.ts'
import type { FormSheet } from '../../core/filling/form-sheet.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { readFormApart } from './form-apart.ts'

/** What a form says and asks for. */
export type ReadForm = { readonly sheets: readonly FormSheet[]; readonly found: Blanks }

/** So many forms are kept as they were read, of so many cells each: a person goes to and fro between a few. */
const most = { forms: 8, cells: 10_000 }

const kept = new Map<string, ReadForm>()

/** Reads a form of the town by the digest of its bytes; one that was read lately is not read again. */
export const readKeptForm = async (hash: string, bytes: Uint8Array): Promise<ReadForm | Refusal> => {
  const known = kept.get(hash)
  if (known !== undefined) {
    kept.delete(hash)
    kept.set(hash, known)
    return known
  }
  const read = await readFormApart(bytes)
  if (isRefusal(read)) return read
  const found = formBlanks(read.sheets)
  if (isRefusal(found)) return found
  const form = { sheets: read.sheets, found }
  if (read.sheets.reduce((sum, { cells }) => sum + cells.length, 0) <= most.cells) kept.set(hash, form)
  for (const oldest of kept.keys()) if (kept.size > most.forms) kept.delete(oldest)
  return form
}
