import { entryOfPayload, entryPayload } from '../../src/core/journal/row.ts'
import { rowHash } from '../../src/store/row-hash.ts'
import { journalRows } from '../../src/store/journal-rows.ts'
import type { Town } from '../../src/store/town.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import type { Context } from '../context.ts'
import { interleave, median, milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'

/** Walking the chain, comparing every table and recounting every figure, against a loop that only writes canonical text and hashes it. */
export const name = 'verify'

const sample = 100_000

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await context.town(1_000_000)
  const { head } = await town.book()
  const loop = await textAndHash(town, head)
  const times = await interleave(context.full ? 3 : 1, {
    verify: () => milliseconds(async () => {
      const { ok, differences } = await verifyTown(town.db, town)
      if (!ok) throw new Error(`the town does not verify: ${JSON.stringify(differences[0])}`)
    }),
    loop: async () => (median([loop(), loop(), loop()]) * head) / sample,
  })
  const rate = (ms: number): number => (head * 1000) / ms
  return [compared({ name: 'verify: 1M journal rows ÷ canonical text and SM3 alone', value: rate(times.verify), baseline: rate(times.loop), unit: 'rows/s', least: 0.5 })]
}

/** Milliseconds to write and hash a sample of entries that lie ready in memory. */
const textAndHash = async (town: Town, head: number): Promise<() => number> => {
  const { declared } = await town.book()
  const rows = (await journalRows(town.db.pool, town.schema, head - sample, head, sample)).map((row) => {
    if (row.entry === null) throw new Error('the last rows are entries')
    const ledger = declared.ledgers.get(row.ledger)
    if (ledger === undefined) throw new Error(`${row.ledger} is not declared`)
    const { was = null } = JSON.parse(row.payload) as { was?: number }
    return { row, ledger, entry: entryOfPayload({ ...row, entry: row.entry }), was }
  })
  return () => {
    const from = performance.now()
    for (const { row, ledger, entry, was } of rows) if (rowHash(row.previous, { ...row, payload: entryPayload(ledger, entry, was) }) !== row.hash) throw new Error(`#${row.number} does not hash as it says`)
    return performance.now() - from
  }
}
