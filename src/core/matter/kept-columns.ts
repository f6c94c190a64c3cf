import type { Change } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import type { Action } from './matter.ts'
import { foldMatter } from './matter.ts'
import { matterColumns } from './matter-fields.ts'
import type { Procedure } from './procedure.ts'
import { openingOf } from './take-step.ts'

/** What is recorded of a matter beside its entry: the procedure it follows and its steps, in their order. */
export type Told = { readonly procedure: Procedure; readonly actions: readonly Action[] }

/** What the columns of a matter should say: the fold of its steps over what its entry says of its own. Undefined for an entry that stood before its ledger had a procedure and never took a step. */
export const toldColumns = (ledger: Ledger, entry: Entry, { procedure, actions }: Told, calendar: WorkCalendar): Fields | undefined =>
  actions.length === 0 && valueOf(lastSpan(entry).fields, 'state') === null ? undefined : matterColumns(procedure, foldMatter(procedure, openingOf(ledger, entry), actions, ledger.owner), calendar)

/** A matter whose entry was corrected, with the columns its steps make of what it says now: another first day means other limits. */
export const keptColumns = (ledger: Ledger, entry: Entry, told: Told, calendar: WorkCalendar): Entry => {
  const columns = toldColumns(ledger, entry, told, calendar)
  if (columns === undefined) return entry
  const last = lastSpan(entry)
  const fields: Record<string, Value> = { ...last.fields, ...columns }
  for (const [key, value] of Object.entries(columns)) if (value === null) delete fields[key]
  return { ...entry, spans: entry.spans.with(-1, { ...last, fields }) }
}

/** Whether a change may leave the columns of a matter saying what its steps do not: a new one, a step, and a void mark are right in themselves. */
export const correctsMatter = ({ act }: Change): boolean => act === 'correct' || act === 'change' || act === 'end' || act === 'restore' || act === 'repoint'
