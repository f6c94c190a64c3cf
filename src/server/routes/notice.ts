import type { NoticeOut } from '../../api/notice.ts'
import { listNotices, readNotices, readReach, setReach, watchNotices } from '../../api/notice.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { findStep } from '../../core/matter/procedure-parts.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { findEntries } from '../../store/entries.ts'
import { findMail, putMail } from '../../store/mails.ts'
import { procedureOf } from '../../store/matters.ts'
import type { Notice } from '../../store/notices.ts'
import { countUnread, findNotices, markRead } from '../../store/notices.ts'
import type { Call, Endpoint } from '../call.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { keepOpen } from '../event-stream.ts'
import { matterTitle } from '../present-matter.ts'
import { rightsIn } from './entry-read.ts'

export const listNoticesEndpoint = endpoint({
  route: listNotices,
  load: async (ask, reader) => {
    const { town, book, caller, input } = ask
    const notices = await findNotices(reader, town.schema, caller.person, input.limit)
    const entries = new Map<string, Entry>()
    for (const key of new Set(notices.map(({ ledger }) => ledger))) {
      const ledger = book.declared.ledgers.get(key)
      if (ledger === undefined) continue
      for (const entry of (await findEntries(reader, town.schema, ledger, notices.filter((each) => each.ledger === key).map(({ matter }) => matter))).values()) entries.set(`${key} ${entry.id}`, entry)
    }
    return { notices, entries, unread: (await countUnread(reader, town.schema, [caller.person])).get(caller.person) ?? 0 }
  },
  present: ({ notices, entries, unread }, ask) => ({ rows: notices.map((notice) => presentNotice(notice, entries.get(`${notice.ledger} ${notice.matter}`), ask)), unread }),
})

const presentNotice = ({ id, kind, ledger: key, matter, step, clock, mark, due, madeAt, read }: Notice, entry: Entry | undefined, ask: Ask<unknown>): NoticeOut => {
  const ledger = ask.book.declared.ledgers.get(key)
  const procedure = procedureOf(ask.book, key, matter)
  const rights = ledger === undefined ? undefined : rightsIn(ledger, ask)
  const seen = ledger !== undefined && entry !== undefined && rights?.reads(lastSpan(entry).fields) === true
  return {
    id, kind, ledger: key, ledgerTitle: ledger?.title ?? words(key, key), entry: matter, title: seen && rights !== undefined ? matterTitle(ledger, rights, entry) : null,
    step: step === null || procedure === undefined ? null : (findStep(procedure, step)?.title ?? null),
    clock: clock === null ? null : (procedure?.clocks.find((rule) => rule.key === clock)?.title ?? null),
    mark, due, madeAt, read,
  }
}

/** What was read is a fact about the reader, not about the book. */
export const readNoticesEndpoint = endpoint({
  route: readNotices,
  load: async () => ({ unread: 0 }),
  prepare: async (_, { input, town, caller, house }) => {
    const { pool } = town.db
    await markRead(pool, town.schema, caller.person, input.ids !== undefined ? { ids: input.ids } : input.of !== undefined ? { ledger: input.of.ledger, matter: input.of.entry } : 'all')
    house.desk.nudge()
    return { unread: (await countUnread(pool, town.schema, [caller.person])).get(caller.person) ?? 0 }
  },
  present: ({ unread }) => ({ unread }),
})

/** Checked like any other call. */
const entering = endpoint({ route: watchNotices, load: async () => ({}), present: (_, { caller }) => ({ person: caller.person, session: '' }) })

/** Keeps the answer open and writes what changes for its reader, until the page is left. */
export const watchNoticesEndpoint: Endpoint = {
  route: watchNotices,
  run: async (call: Call) => {
    const watcher = await entering.run(call)
    if (isRefusal(watcher) || call.session === undefined) return watcher
    const { person, id: session } = call.session
    keepOpen(call.reply, (to) => call.house.desk.join({ person, session, to }))
    return undefined
  },
}

export const readReachEndpoint = endpoint({
  route: readReach,
  load: async ({ town, caller }, reader) => ({ mail: await findMail(reader, town.schema, caller.person) }),
  present: ({ mail }, { house }) => ({ mail, sends: house.mailer !== undefined }),
})

export const setReachEndpoint = endpoint({
  route: setReach,
  load: async ({ input }) => ({ mail: input.mail }),
  prepare: async (set, { town, caller }) => {
    await putMail(town.db.pool, town.schema, caller.person, set.mail)
    return set
  },
  present: ({ mail }) => ({ mail }),
})
