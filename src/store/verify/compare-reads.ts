import { readHash, readsAfter, readsHead } from '../reads.ts'
import type { Handle } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

/** Rows walked at a time. */
const part = 5000

/** Walks the chain of reads: no number is missing, no instant goes back, every hash is the SM3 of the one before and the row, and the head is its end. */
export const compareReads = async (handle: Handle, schema: string): Promise<readonly Difference[]> => {
  const differences: Difference[] = []
  const differs = (where: string, expected: string, found: string): void => {
    if (differences.length < mostOfAKind) differences.push({ kind: 'read', where, expected, found })
  }
  let number = 0
  let previous = '0'.repeat(64)
  let instant = ''
  for (;;) {
    const rows = await readsAfter(handle, schema, number, part)
    for (const row of rows) {
      if (row.number !== number + 1) differs(`#${number + 1}`, `#${number + 1}`, `#${row.number}`)
      if (row.previous !== previous) differs(`#${row.number}`, previous, row.previous)
      if (row.recordedAt < instant) differs(`#${row.number}`, `>= ${instant}`, row.recordedAt)
      const expected = readHash(row.previous, row)
      if (expected !== row.hash) differs(`#${row.number}`, expected, row.hash)
      number = row.number
      previous = row.hash
      instant = row.recordedAt
    }
    if (rows.length < part) break
  }
  const head = await readsHead(handle, schema)
  if (head.number !== number || head.hash !== previous) differs('head', `#${number} ${previous}`, `#${head.number} ${head.hash}`)
  return differences
}
