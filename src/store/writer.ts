import type pg from 'pg'
import type { Outcome } from '../core/journal/fold.ts'
import { foldGroup } from '../core/journal/fold.ts'
import type { ChangeSet } from '../core/ledger/change.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { mergingOf } from '../core/linking/merge-entries.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import { applyGroup } from './apply-group.ts'
import type { TownBook } from './book.ts'
import type { Head } from './book.ts'
import { bookAfter, bookAt, bookAtHead, contextLedgers, headQuery, loadBook } from './book.ts'
import { refusalOf } from './constraint-refusal.ts'
import type { Database } from './database.ts'
import { findEntries, unmoved } from './entries.ts'
import { findTold } from './matters.ts'
import type { Recount } from './recount.ts'
import { mergeNow } from './merges.ts'
import { onSnapshotFrom } from './snapshot.ts'
import type { Unheard } from './unheard.ts'
import { heardOf, isUnheard, unheardOf } from './unheard.ts'

/** A change set waiting its turn. */
type Waiting = { readonly set: ChangeSet; readonly prepared: Recount | undefined; readonly read: ReadonlyMap<number, Entry> | undefined; readonly answer: (outcome: Outcome) => void; readonly fail: (problem: unknown) => void }

/** How a change set is committed: in parts of bulk work, with a measure counted aside, with the entries it changes as they were read before. */
export type Committing = { readonly bulk?: boolean; readonly prepared?: Recount; readonly read?: ReadonlyMap<number, Entry> }

export type Writer = {
  /** Commits one change set; waits together with others, answers after the commit. */
  readonly commit: (set: ChangeSet, options?: Committing) => Promise<Outcome>
  /** The book at this process's last known head, made fresh if others have written. */
  readonly book: () => Promise<TownBook>
  /** Runs reads on one snapshot of the database, with the book as that snapshot has it. */
  readonly onBook: <Result>(read: (reader: pg.PoolClient, book: TownBook) => Promise<Result>) => Promise<Result>
  readonly waiting: () => number
  readonly close: () => Promise<void>
}

/** At most so many change sets, and so many changes, commit together. */
const groupSets = 512
const groupChanges = 20_000
const patience = 50
/** How often a change set is sent again after the connection broke under it. */
const resends = 2

/**
 * The one ordered writer of a town (BOOK §3, §13): sets that wait together are folded in order and
 * committed in one transaction. Interactive sets go before parts of bulk work. Another process may write
 * the same town: the head row decides, and the loser folds again over what the winner left.
 */
export const openWriter = (db: Database, schema: string, now: () => string, told?: (group: { sets: number; rows: number }) => void): Writer => {
  const interactive: Waiting[] = []
  const bulk: Waiting[] = []
  let known: TownBook | undefined
  let running: Promise<void> | undefined
  let client: pg.PoolClient | undefined
  let closed = false

  const connected = async (): Promise<pg.PoolClient> => {
    if (client !== undefined) return client
    const lent = await db.connect()
    try {
      await lent.query('set plan_cache_mode = force_generic_plan')
    } catch (problem) {
      lent.release(true)
      throw problem
    }
    lent.on('error', () => void (client === lent && dropped()))
    return (client = lent)
  }
  const dropped = (): void => {
    client?.release(true)
    client = undefined
    known = undefined
  }

  const fresh = async (): Promise<TownBook> => {
    if (known === undefined) known = await loadBook(await connected(), schema)
    return known
  }

  /** Folds and writes one group; sets answered, or thrown for the caller to run apart. What fails on the way to the database is added to `unheard`. */
  const write = async (group: readonly Waiting[], unheard: Unheard[]): Promise<readonly Outcome[]> => {
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const book = await fresh()
      const heard = unheard.length === 0 ? undefined : await heardOf(await connected(), schema, group, unheard)
      if (heard !== undefined) return heard
      const sets = await readSets(await connected(), schema, book, group)
      if (isRefusal(sets)) return group.map(() => sets)
      const loaded = await load(await connected(), schema, book, sets, group)
      const at = laterOf(now(), book.recordedAt)
      const folded = foldGroup(book, sets, loaded, at, await findTold(await connected(), schema, book, sets))
      if (folded.rows.length === 0) return folded.outcomes
      const writing = await connected()
      const last = await applyGroup(writing, schema, book, folded, group[0]?.prepared).catch((problem: unknown) => {
        unheard.push(unheardOf(book, folded.rows, group, folded.outcomes))
        throw problem
      })
      if (last !== undefined) {
        known = bookAfter(book, folded.rows, { number: last.number, hash: last.hash, recordedAt: last.recordedAt })
        told?.({ sets: group.length, rows: folded.rows.length })
        return folded.outcomes
      }
      known = undefined
    }
    return group.map(() => refuse('book-moved'))
  }

  const settle = async (group: readonly Waiting[], before: readonly Unheard[] = []): Promise<void> => {
    const unheard = [...before]
    try {
      const outcomes = await write(group, unheard)
      group.forEach((each, index) => each.answer(outcomes[index] ?? refuse('book-moved')))
    } catch (problem) {
      dropped()
      const again = isUnheard(problem) && unheard.length > before.length && unheard.length <= resends
      if (group.length === 1 && !again) return settleFailed(group[0], problem)
      for (const each of group) await settle([each], unheard)
    }
  }

  const run = async (): Promise<void> => {
    for (;;) {
      const group = nextGroup(interactive, bulk)
      if (group.length === 0) break
      await settle(group)
    }
  }

  const wake = (): void => {
    running ??= run().finally(() => {
      running = undefined
      if (interactive.length + bulk.length > 0) wake()
    })
  }

  return {
    commit: (set, options) =>
      new Promise((answer, fail) => {
        if (closed) return answer(refuse('book-moved'))
        ;(options?.bulk === true ? bulk : interactive).push({ set, prepared: options?.prepared, read: options?.read, answer, fail })
        queueMicrotask(wake)
      }),
    book: inTurn(async () => {
      const cached = known
      if (cached === undefined) return (known = await loadBook(db.pool, schema))
      const now = await bookAt(db.pool, schema, cached)
      if (known === cached) known = now
      return now
    }),
    onBook: (read) => {
      const cached = known
      return onSnapshotFrom(db, headQuery(schema), async (reader, [head]: readonly Head[]) => {
        const book = cached === undefined || head === undefined ? await loadBook(reader, schema) : await bookAtHead(reader, schema, cached, head)
        if (known === cached) known = book
        return read(reader, book)
      })
    },
    waiting: () => interactive.length + bulk.length,
    close: async () => {
      closed = true
      wake()
      while (running !== undefined) await running
      client?.release(true)
      client = undefined
    },
  }
}

/** Whoever asks while a read is under way shares the next one with all who asked meanwhile: what is answered was always read after it was asked for. */
const inTurn = <Result>(read: () => Promise<Result>): (() => Promise<Result>) => {
  let running: Promise<unknown> | undefined
  let next: Promise<Result> | undefined
  return () => {
    if (next !== undefined) return next
    const start = async (): Promise<Result> => {
      await running?.catch(() => undefined)
      next = undefined
      const reading = read()
      running = reading
      return reading
    }
    return (next = start())
  }
}

const settleFailed = (waiting: Waiting | undefined, problem: unknown): void => {
  const refusal = refusalOf(problem)
  if (refusal === undefined) waiting?.fail(problem)
  else waiting?.answer(refusal)
}

/** The next group: interactive sets first; a declaration, an org change, a close or a merge goes alone. */
const nextGroup = (interactive: Waiting[], bulk: Waiting[]): readonly Waiting[] => {
  const queue = interactive.length > 0 ? interactive : bulk
  const group: Waiting[] = []
  let changes = 0
  while (queue.length > 0 && group.length < groupSets) {
    const next = queue[0]
    if (next === undefined) break
    const alone = next.set.changes.some((change) => change.act === 'declare' || contextLedgers.includes(change.ledger)) || mergingOf(next.set) !== undefined
    if (group.length > 0 && (alone || changes + next.set.changes.length > groupChanges)) break
    queue.shift()
    group.push(next)
    changes += next.set.changes.length
    if (alone) break
  }
  return group
}

/** The sets of a group. A merge is alone in its own, and moves what names its entry at this moment, not what did when it was decided. */
const readSets = async (client: pg.PoolClient, schema: string, book: TownBook, group: readonly Waiting[]): Promise<readonly ChangeSet[] | Refusal> => {
  const sets = group.map(({ set }) => set)
  const [only] = sets
  const merge = only === undefined || sets.length > 1 ? undefined : await mergeNow(client, schema, book, only)
  return merge === undefined ? sets : isRefusal(merge) ? merge : [merge]
}

/** Entries the sets name, as they stand; one that was read before and has the same version still is as it was read. */
const load = async (client: pg.PoolClient, schema: string, book: TownBook, sets: readonly ChangeSet[], group: readonly Waiting[]): Promise<ReadonlyMap<number, Entry>> => {
  const wanted = new Map<string, Set<number>>()
  for (const set of sets)
    for (const change of set.changes)
      if (change.act !== 'create' && change.act !== 'declare') wanted.set(change.ledger, (wanted.get(change.ledger) ?? new Set()).add(change.entry))
  const found = new Map<number, Entry>()
  for (const [key, ids] of wanted) {
    const ledger = book.declared.ledgers.get(key)
    if (ledger === undefined) continue
    for (const { read } of group) if (read !== undefined) for (const [id, entry] of await unmoved(client, schema, ledger, read)) found.set(id, entry)
    for (const [id, entry] of await findEntries(client, schema, ledger, [...ids].filter((each) => !found.has(each)))) found.set(id, entry)
  }
  return found
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

export const accepted = (outcome: Outcome): Exclude<Outcome, { refused: true }> => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.details)} ${JSON.stringify(outcome.fields ?? [])}`)
  return outcome
}
