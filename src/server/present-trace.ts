import type { TraceRow } from '../api/figure.ts'
import type { LedgerRights } from '../core/access/ledger-rights.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Words } from '../core/words.ts'
import type { TracedRow } from '../store/trace.ts'
import { orgName } from './org-ref.ts'
import { fieldText } from './present-fields.ts'

/** How many fields a reader needs to know a row by. */
const summaryFields = 4

/** A reported value is known by its standing and its source; the figure itself tells the rest. */
const reportedBy: readonly string[] = ['status', 'source']

/** One row behind a figure, as its reader may see it. */
export const presentTraceRow = (row: TracedRow, ledger: Ledger, rights: LedgerRights, tree: OrgTree, nameOf: (person: number) => string): TraceRow => {
  const plain = rights.writes(row.fields)
  const shown = ledger.fields.filter((field) => field.key !== ledger.orgField && field.key !== ledger.dateField && field.kind !== 'document')
  const known = ledger.key === 'reported' ? reportedBy : ledger.columns
  const first = known === undefined ? shown : shown.filter((field) => known.includes(field.key))
  return {
    ledger: row.ledger,
    ledgerTitle: ledger.title,
    entry: row.entry,
    journal: row.journal,
    org: row.org,
    orgName: orgName(tree, row.org),
    day: row.day,
    amount: row.amount,
    summary: first.flatMap((field) => told(field.title, fieldText(field, row.fields, plain, tree))).slice(0, summaryFields),
    enteredBy: nameOf(row.person),
    recordedAt: row.recordedAt,
    stated: row.stated,
  }
}

const told = (title: Words, text: Words | null): TraceRow['summary'] => (text === null ? [] : [{ title, text }])
