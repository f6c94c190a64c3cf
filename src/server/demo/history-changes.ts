import type { Change } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { beginMatter } from '../../core/matter/begin-matter.ts'
import type { Action } from '../../core/matter/matter.ts'
import type { Day } from '../../core/time/day.ts'
import type { DemoAction } from '../../packs/zhejiang-town/demo/history.ts'
import { demoPeople } from '../../packs/zhejiang-town/demo/people.ts'
import type { TownBook } from '../../store/book.ts'
import type { Attaching } from './keep-photos.ts'

/** An invented case with its whole history, entered at once. */
export const historyChanges = (book: TownBook, ledger: Ledger, fields: Fields, told: readonly DemoAction[], people: ReadonlyMap<string, number>, raiser: string, handle: string, attached: Attaching): readonly Change[] => {
  const { procedure } = ledger
  if (procedure === undefined) throw new Error(`${ledger.key} has histories and no procedure`)
  const numberOf = (login: string): number => people.get(login) ?? 0
  const actions = told.map(({ person, photos = [], given, ...action }): Action => ({ ...action, given: photos.length === 0 ? given : { ...given, files: attached(photos) }, person: numberOf(person) }))
  const first = demoPeople.find((each) => each.login === raiser)?.org ?? ledger.owner
  return beginMatter(ledger, procedure, { day: fields[ledger.dateField ?? ''] as Day, raiser: numberOf(raiser), first, fields }, actions, book.calendar, `${ledger.key}.create`, handle)
}
