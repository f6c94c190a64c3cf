import type { Change } from '../ledger/change.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import type { Action, Opening } from './matter.ts'
import { foldMatter } from './matter.ts'
import { matterColumns } from './matter-fields.ts'
import type { Procedure } from './procedure.ts'
import { actionFields, actionLedger } from './take-step.ts'

/** A matter that comes with its first steps, entered at once: the entry as they leave it, and each step beside it. `handle` names it within the change set, `verb` says how it came. */
export const beginMatter = (ledger: Ledger, procedure: Procedure, opening: Opening, actions: readonly Action[], calendar: WorkCalendar, verb: string, handle: string): readonly Change[] => {
  const matter = foldMatter(procedure, opening, actions, ledger.owner)
  return [
    { act: 'create', verb, ledger: ledger.key, spans: [{ from: null, to: null, fields: withoutEmpty({ ...opening.fields, ...matterColumns(procedure, matter, calendar) }) }], handle },
    ...actions.map((action, at): Change => ({ act: 'create', verb: `${ledger.key}.${action.step}`, ledger: actionLedger, spans: [{ from: null, to: null, fields: withoutEmpty(actionFields(ledger.key, `@${handle}`, action, at + 1, null)) }] })),
  ]
}

const withoutEmpty = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
