import type { z } from 'zod'
import type { EditionRef, RestatementOut } from '../api/report.ts'
import type { LedgerRights } from '../core/access/ledger-rights.ts'
import { isNothing } from '../core/access/predicate.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Measure } from '../core/measure/measure.ts'
import { toldByPin } from '../core/report/edition.ts'
import { words } from '../core/words.ts'
import type { Recorded } from '../store/recorded.ts'
import type { EditionEntry } from '../store/reports.ts'
import type { MovedRow, Restated } from '../store/restatement.ts'
import { toldText } from './told-text.ts'

export const presentEditionRef = (edition: EditionEntry, nameOf: (person: number) => string): z.infer<typeof EditionRef> => ({
  entry: edition.id,
  number: edition.number,
  day: edition.day,
  headNumber: edition.headNumber,
  headHash: edition.headHash,
  sealedBy: nameOf(edition.person),
  recordedAt: edition.recordedAt,
})

export type RestatementView = {
  readonly measures: ReadonlyMap<string, Measure>
  readonly ledgers: ReadonlyMap<string, Ledger>
  readonly rightsOf: (ledger: Ledger) => LedgerRights
  readonly recorded: ReadonlyMap<number, Recorded>
  readonly nameOf: (person: number) => string
}

/** One figure that moved: both values as printed, and every row that moved it; of rows a reader may not see, only that and by how much. */
export const presentRestated = ({ pin, now, cause, rows }: Restated, view: RestatementView): RestatementOut => ({
  measure: pin.measure,
  title: view.measures.get(pin.measure)?.title ?? words(pin.measure, pin.measure),
  then: toldText(toldByPin(pin)),
  now: now === undefined ? '—' : toldText(now),
  cause,
  rows: rows.flatMap((row) => presentMoved(row, view)),
})

const presentMoved = (row: MovedRow, view: RestatementView): RestatementOut['rows'] => {
  const ledger = view.ledgers.get(row.ledger)
  const recorded = view.recorded.get(row.journal)
  if (ledger === undefined || recorded === undefined) return []
  const rights = view.rightsOf(ledger)
  const open = !isNothing(rights.read)
  const visible = [row.before, row.after].every((entry) => entry === undefined || rights.reads(lastSpan(entry).fields))
  return [
    {
      ledger: open ? row.ledger : '',
      ledgerTitle: open ? ledger.title : words('未公开的台账', 'A ledger not open to you'),
      entry: visible ? row.entry : 0,
      journal: row.journal,
      verb: visible ? recorded.verb : '',
      by: visible ? { id: recorded.person, name: view.nameOf(recorded.person) } : { id: 0, name: '' },
      recordedAt: recorded.recordedAt,
      reason: visible ? recorded.reason : null,
      then: row.then,
      now: row.now,
      visible,
    },
  ]
}
