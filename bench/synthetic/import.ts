import { setImmediate as breath } from 'node:timers/promises'
import type { Change } from '../../src/core/ledger/change.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { RawFields } from '../../src/core/ledger/read-fields.ts'
import type { Database } from '../../src/store/database.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { eventLedger, syntheticMeasures } from './ledgers.ts'
import { entering, randomOf, rawRow, someDay } from './rows.ts'
import { checked, newTown, part } from './town.ts'

/** One ledger of twelve fields with four measures, as many as a ledger of the pack has on average: what imports and single writes are timed on. */

export const ledger: Ledger = eventLedger('work-1')
const measures = syntheticMeasures.filter((each) => ['work-1-n', 'work-1-head-a', 'work-1-money', 'work-1-closed'].includes(each.key))

export const importTown = (db: Database, code: string): Promise<Town> => newTown(db, code, [ledger], measures)

/** Rows of a spreadsheet that covers so many months from 2022-01 on. */
export const rawRows = (seed: number, count: number, months = 12): readonly RawFields[] => {
  const random = randomOf(seed)
  return Array.from({ length: count }, (_, index) => rawRow(random, someDay(random, (12 + (months * index) / count) / 34)))
}

/** Reads a row of text by the ledger's rules and enters it. */
export const enteringRow = (raw: RawFields): Change => entering(ledger.key, [{ from: null, to: null, fields: checked(ledger, raw) }])

/** Imports rows in parts: reads the next part, a little at a time, while the one before is being committed. */
export const importRows = async (town: Town, rows: readonly RawFields[]): Promise<void> => {
  let under: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < rows.length; from += part) {
    const changes: Change[] = []
    for (const raw of rows.slice(from, from + part)) {
      changes.push(enteringRow(raw))
      if (changes.length % 500 === 0) await breath()
    }
    await under
    under = town.commit({ by: installation, changes, batch: 'import' }, { bulk: true }).then(accepted)
  }
  await under
}
