import type { Change } from '../ledger/change.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { valueOf } from '../ledger/value.ts'
import type { Day } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { openMatter } from './matter.ts'
import { matterColumns } from './matter-fields.ts'

/**
 * A new entry of a ledger with a procedure begins as a matter, whichever way it comes in: by form, grid, workbook or command. Who enters it brings it in; the org first
 * asked is the one named, else the office that keeps the ledger. One that comes with a state comes with its actions, as a history does.
 */
export const withOpening = <Of extends Change>(ledger: Ledger, change: Of, person: number, calendar: WorkCalendar): Of => {
  const { procedure } = ledger
  if (procedure === undefined || change.act !== 'create') return change
  const spans = change.spans.map((span) => {
    const { fields } = span
    const day = valueOf(fields, ledger.dateField ?? '')
    if (typeof day !== 'string' || valueOf(fields, 'state') !== null) return span
    const first = String(valueOf(fields, 'first_org') ?? ledger.owner)
    const columns = matterColumns(procedure, openMatter(procedure, { day: day as Day, raiser: person, first, fields }), calendar)
    return { ...span, fields: { ...fields, ...Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) } }
  })
  return { ...change, spans }
}
