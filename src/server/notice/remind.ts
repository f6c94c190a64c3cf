import type pg from 'pg'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Reminder } from '../../core/matter/reminder.ts'
import { remindersCome, toTell } from '../../core/matter/reminder.ts'
import { toldOfReminder } from '../../core/notice/told.ts'
import type { Day } from '../../core/time/day.ts'
import type { TownBook } from '../../store/book.ts'
import type { NewDelivery } from '../../store/deliveries.ts'
import { addDeliveries } from '../../store/deliveries.ts'
import type { Numbered } from '../../store/matters.ts'
import { findSteps, findOpen, foldEntry } from '../../store/matters.ts'
import type { NewNotice } from '../../store/notices.ts'
import { addNotices } from '../../store/notices.ts'
import type { MatterReminder } from '../../store/reminders.ts'
import { claimReminders, findReminders, reminderName } from '../../store/reminders.ts'
import type { Town } from '../../store/town.ts'
import { inTransaction } from '../../store/transaction.ts'
import type { Audience } from './audience.ts'
import { loadAudience } from './audience.ts'
import type { Outside } from './outside.ts'
import { channelsOf, loadOutside, mailsOf } from './outside.ts'

/** What telling goes by: the book, the town date, who may be told, and where messages go. */
export type Telling = { readonly schema: string; readonly book: TownBook; readonly today: Day; readonly audience: Audience; readonly outside: Outside }

/** Matters looked at in one transaction. */
const part = 1000

/** Looks at the clocks of every open matter and reminds of those whose time has come; answers how many people were told something. Servers that do so at once share the work, and nobody is told twice. */
export const remindOfAll = async (town: Town, today: Day, now: string): Promise<number> => {
  const { db, schema } = town
  const book = await town.book()
  const telling = { schema, book, today, audience: await loadAudience(db.pool, schema, book, today), outside: await loadOutside(db.pool, schema, book, now) }
  let told = 0
  for (const ledger of book.declared.ledgers.values()) {
    if (ledger.procedure === undefined) continue
    for (let after = 0; ; ) {
      const entries = await findOpen(db.pool, schema, ledger, after, part)
      if (entries.length === 0) break
      const actions = await findSteps(db.pool, schema, book, ledger.key, entries.map(({ id }) => id))
      told += await inTransaction(db, (client) => remind(client, telling, ledger, entries, actions))
      after = entries[entries.length - 1]?.id ?? after
      if (entries.length < part) break
    }
  }
  return told
}

type Come = { readonly entry: Entry; readonly reminder: Reminder; readonly people: readonly number[]; readonly org: string; readonly told: boolean }

/** Reminds of some matters of one ledger, claim and message in the caller's transaction: both are there, or neither. */
export const remind = async (client: pg.PoolClient, telling: Telling, ledger: Ledger, entries: readonly Entry[], actions: ReadonlyMap<number, readonly Numbered[]>): Promise<number> => {
  const { schema } = telling
  const found = entries.flatMap((entry) => comeOf(telling, ledger, entry, actions.get(entry.id) ?? []))
  if (found.length === 0) return 0
  const known = await findReminders(client, schema, ledger.key, found.map(({ entry }) => entry.id))
  const come = found.flatMap(({ entry, reminders, ...rest }): readonly Come[] => {
    const { tell, passed } = toTell(reminders, (each) => known.has(reminderName(named(entry, each))))
    return [...tell.map((reminder) => ({ ...rest, entry, reminder, told: true, people: rest.peopleOf(reminder) })), ...passed.map((reminder) => ({ ...rest, entry, reminder, told: false, people: [] }))]
  })
  const claimed = await claimReminders(client, schema, ledger.key, come.map(({ entry, reminder, told }) => ({ ...named(entry, reminder), told })))
  const mine = come.filter(({ entry, reminder, told }) => told && claimed.has(reminderName(named(entry, reminder))))
  const made = await addNotices(client, schema, mine.flatMap((each) => noticesOf(ledger, each)))
  await addDeliveries(client, schema, mine.flatMap((each) => deliveriesOf(telling, ledger, each)))
  return made.length
}

const comeOf = ({ book, today, audience }: Telling, ledger: Ledger, entry: Entry, actions: readonly Numbered[]) => {
  const folded = entry.void ? undefined : foldEntry(book, ledger, entry, actions)
  const reminders = folded === undefined ? [] : remindersCome(folded.procedure, folded.matter, book.calendar, today)
  if (folded === undefined || reminders.length === 0) return []
  const { fields } = lastSpan(entry)
  const peopleOf = ({ to, org }: Reminder): readonly number[] => toldOfReminder(to, org === null ? folded.matter : { owner: null, holder: org }, audience.seats, audience.tree).filter((person) => audience.reads(person, ledger, fields))
  return [{ entry, reminders, org: folded.matter.holder, peopleOf }]
}

const named = ({ id }: Entry, { clock, term, mark }: Reminder): MatterReminder => ({ matter: id, clock, term, mark })

const kindOf = ({ mark }: Reminder): 'due' | 'overdue' => (mark.startsWith('overdue') ? 'overdue' : 'due')

const noticesOf = (ledger: Ledger, { entry, reminder, people }: Come): readonly NewNotice[] =>
  people.map((person) => ({ person, kind: kindOf(reminder), ledger: ledger.key, matter: entry.id, journal: null, step: null, clock: reminder.clock, term: reminder.term, mark: reminder.mark, due: reminder.due }))

const deliveriesOf = ({ outside, audience }: Telling, ledger: Ledger, { entry, reminder, people, org }: Come): readonly NewDelivery[] => {
  const about = { kind: kindOf(reminder), ledger: ledger.key, matter: entry.id, org: reminder.org ?? org, clock: reminder.clock, due: reminder.due }
  return [...mailsOf(outside, people, about), ...channelsOf(outside, (code) => audience.tree.subtree(code), about)]
}
