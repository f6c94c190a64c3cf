import { entryOfPayload } from '../../core/journal/row.ts'
import type { Entry } from '../../core/ledger/entry.ts'

/** An entry as a journal row has it; undefined where the row is not what was written, which the chain tells. */
export const readVersion = (row: Parameters<typeof entryOfPayload>[0]): Entry | undefined => {
  try {
    return entryOfPayload(row)
  } catch {
    return undefined
  }
}
