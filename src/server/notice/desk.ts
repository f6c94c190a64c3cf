import type { ServerResponse } from 'node:http'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Day } from '../../core/time/day.ts'
import { readHead } from '../../store/book.ts'
import { findEntries } from '../../store/entries.ts'
import { touchedEntries } from '../../store/notice-place.ts'
import { countUnread } from '../../store/notices.ts'
import { livingSessions } from '../../store/sessions.ts'
import type { Town } from '../../store/town.ts'
import { openTeller } from '../teller.ts'
import type { Audience } from './audience.ts'
import { loadAudience } from './audience.ts'
import { tellSteps } from './tell-steps.ts'

/** Someone with a screen of the app open; kept while the connection lasts and nowhere else. */
export type DeskWatcher = { readonly person: number; readonly session: string; readonly to: Pick<ServerResponse, 'write' | 'end'> }

/** What a screen is told: how many notices wait unread, and which matters its reader may read have changed; `many` where there were too many to name. */
export type DeskNews = { readonly head: number; readonly unread: number; readonly changed: readonly { readonly ledger: string; readonly entry: number }[]; readonly many: boolean }

export type Desk = {
  readonly join: (watcher: DeskWatcher) => () => void
  /** Something was written: tell soon. */
  readonly nudge: () => void
  readonly close: () => void
}

/** How often it is seen whether sessions live, in milliseconds. */
const checkEvery = 30_000

/** More matters than this in one telling are not named: the screen reads again what it shows. */
const mostNamed = 200

/** Ledgers whose change alters who may read what. */
const seating = ['post', 'person', 'org']

/**
 * Tells every open screen what concerns its reader, over server-sent events. One look at the book serves all of them: its head, the matters that moved since, and the unread
 * notices of those who are there.
 */
export const openDesk = (town: Town, today: () => Day): Desk => {
  const watchers = new Map<DeskWatcher, { told: string }>()
  let last: number | undefined
  let audience: { readonly of: Audience; readonly day: Day; readonly declared: unknown } | undefined
  let lastChecked = performance.now()

  const tell = async (): Promise<void> => {
    const { pool } = town.db
    const { number: head } = await readHead(pool, town.schema)
    const moved = head === last ? nothingMoved : await movedSince(last ?? head, head)
    last = head
    const unread = await countUnread(pool, town.schema, [...new Set([...watchers.keys()].map(({ person }) => person))])
    for (const [watcher, known] of watchers) {
      const changed = moved.matters.filter(({ ledger, fields }) => audience?.of.reads(watcher.person, ledger, fields) === true).map(({ ledger, entry }) => ({ ledger: ledger.key, entry }))
      const count = unread.get(watcher.person) ?? 0
      if (known.told === String(count) && changed.length === 0 && !moved.many) continue
      known.told = String(count)
      watcher.to.write(`data: ${JSON.stringify({ head, unread: count, changed, many: moved.many } satisfies DeskNews)}\n\n`)
    }
    await endOver()
  }
  /** Steps are told before their matters are: whoever hears of one finds its notice counted. */
  const movedSince = async (since: number, head: number): Promise<Moved> => {
    await tellSteps(town, today(), new Date().toISOString())
    const book = await town.book()
    const ledgers = new Map([...book.declared.ledgers].filter(([, { procedure }]) => procedure !== undefined))
    const touched = await touchedEntries(town.db.pool, town.schema, [...ledgers.keys(), ...seating], since, head)
    const fresh = audience === undefined || audience.day !== today() || audience.declared !== book.declared || touched.some(({ ledger }) => seating.includes(ledger))
    if (fresh) audience = { of: await loadAudience(town.db.pool, town.schema, book, today()), day: today(), declared: book.declared }
    const named = touched.filter(({ ledger }) => ledgers.has(ledger))
    if (named.length > mostNamed) return { matters: [], many: true }
    const matters: MovedEntry[] = []
    for (const [key, ledger] of ledgers) {
      const entries = await findEntries(town.db.pool, town.schema, ledger, named.filter((each) => each.ledger === key).map(({ entry }) => entry))
      for (const entry of entries.values()) matters.push({ ledger, entry: entry.id, fields: lastSpan(entry).fields })
    }
    return { matters, many: false }
  }
  /** Whoever has signed out, or was stopped, hears no more. A line without words keeps the others' connections from being taken for dead. */
  const endOver = async (): Promise<void> => {
    if (performance.now() - lastChecked < checkEvery) return
    lastChecked = performance.now()
    const living = await livingSessions(town.db.pool, town.schema, [...watchers.keys()].map(({ session }) => session))
    for (const watcher of watchers.keys()) {
      if (living.has(watcher.session)) watcher.to.write(':\n\n')
      else {
        watchers.delete(watcher)
        watcher.to.end()
      }
    }
  }
  const teller = openTeller(() => watchers.size > 0, tell)
  const stop = (): void => {
    teller.stop()
    last = undefined
  }
  return {
    join: (watcher) => {
      watchers.set(watcher, { told: '' })
      teller.begin()
      return () => {
        watchers.delete(watcher)
        if (watchers.size === 0) stop()
      }
    },
    nudge: teller.nudge,
    close: () => {
      for (const watcher of watchers.keys()) watcher.to.end()
      watchers.clear()
      stop()
    },
  }
}

type MovedEntry = { readonly ledger: Ledger; readonly entry: number; readonly fields: Fields }
type Moved = { readonly matters: readonly MovedEntry[]; readonly many: boolean }
const nothingMoved: Moved = { matters: [], many: false }
