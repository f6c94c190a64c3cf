import type { Change } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Action } from '../../core/matter/matter.ts'
import { foldMatter } from '../../core/matter/matter.ts'
import { matterColumns } from '../../core/matter/matter-fields.ts'
import { actionFields, actionLedger } from '../../core/matter/take-step.ts'
import type { Day } from '../../core/time/day.ts'
import type { DemoAction } from '../../packs/zhejiang-town/demo/history.ts'
import { demoPeople } from '../../packs/zhejiang-town/demo/people.ts'
import type { TownBook } from '../../store/book.ts'

/** A case with its whole history, entered at once: the entry as its steps leave it, and each step beside it. */
export const historyChanges = (book: TownBook, ledger: Ledger, fields: Fields, told: readonly DemoAction[], people: ReadonlyMap<string, number>, raiser: string, handle: string): readonly Change[] => {
  const { procedure } = ledger
  if (procedure === undefined) throw new Error(`${ledger.key} has histories and no procedure`)
  const numberOf = (login: string): number => people.get(login) ?? 0
  const actions = told.map(({ person, ...action }): Action => ({ ...action, person: numberOf(person) }))
  const first = demoPeople.find((each) => each.login === raiser)?.org ?? ledger.owner
  const matter = foldMatter(procedure, { day: fields[ledger.dateField ?? ''] as Day, raiser: numberOf(raiser), first, fields }, actions, ledger.owner)
  const columns = Object.fromEntries(Object.entries(matterColumns(procedure, matter, book.calendar)).filter(([, value]) => value !== null))
  const verb = `${ledger.key}.create`
  return [
    { act: 'create', verb, ledger: ledger.key, spans: [{ from: null, to: null, fields: { ...fields, ...columns } }], handle },
    ...actions.map((action, at): Change => ({ act: 'create', verb: `${ledger.key}.${action.step}`, ledger: actionLedger, spans: [{ from: null, to: null, fields: withoutEmpty(actionFields(ledger.key, `@${handle}`, action, at + 1, null)) }] })),
  ]
}

const withoutEmpty = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
