import type pg from 'pg'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { toldOfStep, waitsFor } from '../../core/notice/told.ts'
import type { Day } from '../../core/time/day.ts'
import { addDeliveries } from '../../store/deliveries.ts'
import { findEntries } from '../../store/entries.ts'
import type { Numbered } from '../../store/matters.ts'
import { findSteps, foldEntry } from '../../store/matters.ts'
import type { MovedMatter } from '../../store/notice-place.ts'
import { movedMatters, putPlace, takePlace } from '../../store/notice-place.ts'
import type { NewNotice } from '../../store/notices.ts'
import { addNotices } from '../../store/notices.ts'
import type { Town } from '../../store/town.ts'
import { inTransaction } from '../../store/transaction.ts'
import { loadAudience } from './audience.ts'
import { loadOutside, mailsOf } from './outside.ts'
import type { Telling } from './remind.ts'
import { remind } from './remind.ts'

/** Journal numbers gone through in one transaction. */
const part = 20_000

/**
 * Tells people of the steps that were recorded since it was last done, and reminds of clocks those matters have come to. It goes by the journal and keeps its place in
 * the same transaction as what it tells: whenever a process ends, and however many do it, each step is told once. Answers how many people were told something.
 */
export const tellSteps = async (town: Town, today: Day, now: string): Promise<number> => {
  let told = 0
  for (let more = true; more; ) {
    const book = await town.book()
    const done = await inTransaction(town.db, async (client) => {
      const place = await takePlace(client, town.schema, book.head)
      if (place === undefined || place >= book.head) return undefined
      const until = Math.min(place + part, book.head)
      const keys = [...book.declared.ledgers.values()].flatMap((ledger) => (ledger.procedure === undefined ? [] : [ledger.key]))
      const moved = await movedMatters(client, town.schema, keys, place, until)
      const telling = moved.length === 0 ? undefined : { schema: town.schema, book, today, audience: await loadAudience(client, town.schema, book, today), outside: await loadOutside(client, town.schema, book, now) }
      let people = 0
      for (const key of new Set(moved.map(({ ledger }) => ledger))) {
        const ledger = book.declared.ledgers.get(key)
        if (ledger !== undefined && telling !== undefined) people += await tellOfLedger(client, telling, ledger, moved.filter((each) => each.ledger === key))
      }
      await putPlace(client, town.schema, until)
      return { people, more: until < book.head }
    })
    told += done?.people ?? 0
    more = done?.more === true
  }
  return told
}

const tellOfLedger = async (client: pg.PoolClient, telling: Telling, ledger: Ledger, moved: readonly MovedMatter[]): Promise<number> => {
  const ids = [...new Set(moved.map(({ matter }) => matter))]
  const entries = await findEntries(client, telling.schema, ledger, ids)
  const actions = await findSteps(client, telling.schema, telling.book, ledger.key, ids)
  const told = moved.flatMap((each) => {
    const entry = entries.get(each.matter)
    return entry === undefined || entry.void ? [] : toldOf(telling, ledger, entry, actions.get(each.matter) ?? [], each)
  })
  const made = await addNotices(client, telling.schema, told.map(({ notice }) => notice))
  await addDeliveries(client, telling.schema, told.flatMap(({ notice, org }) => (notice.kind === 'moved' ? [] : mailsOf(telling.outside, [notice.person], { kind: notice.kind, ledger: ledger.key, matter: notice.matter, org, clock: null, due: null }))))
  return made.length + (await remind(client, telling, ledger, [...entries.values()], actions))
}

/** Who is told of one step: the matter before it against the matter after it. */
const toldOf = ({ book, audience }: Telling, ledger: Ledger, entry: Entry, actions: readonly Numbered[], { number, step, person }: MovedMatter): readonly { readonly notice: NewNotice; readonly org: string }[] => {
  const at = (holds: (action: Numbered) => boolean) => foldEntry(book, ledger, entry, actions.filter(holds))?.matter
  const before = step === null ? undefined : at(({ id }) => id < number)
  const after = at(({ id }) => id <= number)
  if (after === undefined) return []
  const { fields } = lastSpan(entry)
  return toldOfStep(before === undefined ? undefined : waitsFor(before), waitsFor(after), person, audience.seats, audience.tree)
    .filter((each) => audience.reads(each.person, ledger, fields))
    .map((each) => ({ org: after.holder, notice: { ...each, ledger: ledger.key, matter: entry.id, journal: number, step, clock: null, term: null, mark: null, due: null } }))
}
