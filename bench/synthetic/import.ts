import type { Change } from '../../src/core/ledger/change.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { RawFields } from '../../src/core/ledger/read-fields.ts'
import type { Database } from '../../src/store/database.ts'
import type { Town } from '../../src/store/town.ts'
import { eventLedger, syntheticMeasures } from './ledgers.ts'
import { entering, randomOf, rawRow, someDay } from './rows.ts'
import { checked, newTown } from './town.ts'

/** One ledger of twelve fields with four measures, as many as a ledger of the pack has on average: what imports and single writes are timed on. */

export const ledger: Ledger = eventLedger('work-1')
const measures = syntheticMeasures.filter((each) => ['work-1-n', 'work-1-head-a', 'work-1-money', 'work-1-closed'].includes(each.key))

export const importTown = (db: Database, code: string): Promise<Town> => newTown(db, code, [ledger], measures)

/** Rows as a spreadsheet of one year gives them. */
export const rawRows = (seed: number, count: number): readonly RawFields[] => {
  const random = randomOf(seed)
  return Array.from({ length: count }, (_, index) => rawRow(random, someDay(random, 0.35 + (0.35 * index) / count)))
}

/** Reads a row of text by the ledger's rules and enters it. */
export const enteringRow = (raw: RawFields): Change => entering(ledger.key, [{ from: null, to: null, fields: checked(ledger, raw) }])
