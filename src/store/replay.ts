import type pg from 'pg'
import { Declaration } from '../core/journal/declaration.ts'
import type { Folded } from '../core/journal/fold.ts'
import { entryOfPayload } from '../core/journal/row.ts'
import { Tally } from '../core/journal/tally.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { applyLarge } from './apply-group.ts'
import type { TownBook } from './book.ts'
import { loadBook, readHead } from './book.ts'
import type { Database } from './database.ts'
import { findEntries } from './entries.ts'
import { copyFiles } from './files.ts'
import type { ChainedRow } from './group-values.ts'
import { chain } from './group-values.ts'
import { journalRows } from './journal-rows.ts'
import { migrateTown } from './migrate.ts'

const page = 20_000

/**
 * Rebuilds a town from its journal alone (BOOK §5): declarations with their tables at their number, then
 * entries, postings, balances and counted keys, written by the writer's own functions. Every row is chained
 * anew; one that does not follow from its text and the row before stops the replay. Files, which the journal
 * names only, are copied. `to` is made, and must hold nothing yet. Answers how many rows were replayed and the hash of the last.
 */
export const replay = async (db: Database, from: string, to: string): Promise<{ readonly rows: number; readonly hash: string }> => {
  const client = await db.connect()
  try {
    await migrateTown(client, to)
    const until = await readHead(client, from)
    let book = await loadBook(client, to)
    if (book.head !== 0) throw new Error(`a replay needs an empty schema; ${to} has ${book.head} journal rows`)
    while (book.head < until.number) {
      const rows = await journalRows(client, from, book.head, until.number, page)
      if (rows.length === 0) throw new Error(`the journal ends at ${book.head}, its head says ${until.number}`)
      for (const run of runsOf(rows)) book = await write(client, to, book, run)
    }
    if (book.hash !== until.hash) throw new Error(`the journal ends in ${book.hash}, its head says ${until.hash}`)
    await copyFiles(client, from, to)
    return { rows: book.head, hash: book.hash }
  } finally {
    client.release()
  }
}

/** What a row after which the context differs is written with: nothing else. */
const standsAlone = (row: ChainedRow): boolean => row.entry === null || row.ledger === 'org'

const runsOf = function* (rows: readonly ChainedRow[]): Generator<readonly ChainedRow[]> {
  let run: ChainedRow[] = []
  for (const row of rows) {
    if (standsAlone(row)) {
      if (run.length > 0) yield run
      yield [row]
      run = []
    } else run.push(row)
  }
  if (run.length > 0) yield run
}

const write = async (client: pg.PoolClient, schema: string, book: TownBook, run: readonly ChainedRow[]): Promise<TownBook> => {
  const rows = [...chain(run, book.hash)]
  for (const [index, row] of rows.entries()) {
    const recorded = run[index]
    if (recorded?.number !== book.head + 1 + index) throw new Error(`journal row ${book.head + 1 + index} is missing`)
    if (recorded.hash !== row.hash || recorded.previous !== row.previous) throw new Error(`journal row ${row.number} does not follow from the row before it`)
  }
  const last = rows[rows.length - 1]
  if (last === undefined) return book
  const folded = await foldRows(client, schema, book, rows)
  if ((await applyLarge(client, schema, book, folded, rows)) === undefined) throw new Error(`${schema} was written by others during the replay`)
  return standsAlone(last) ? loadBook(client, schema) : { ...book, head: last.number, hash: last.hash, recordedAt: last.recordedAt }
}

/** What the rows of a run did, read back from their payloads. */
const foldRows = async (client: pg.PoolClient, schema: string, book: TownBook, rows: readonly ChainedRow[]): Promise<Folded> => {
  const before = await standing(client, schema, book, rows)
  const touched = new Map<number, { before: Entry | undefined; after: Entry }>()
  const tally = new Tally()
  const declarations: { number: number; declaration: Declaration }[] = []
  for (const { number, ledger, entry, payload } of rows) {
    if (entry === null) {
      declarations.push({ number, declaration: Declaration.parse(JSON.parse(payload)) })
      continue
    }
    const after = entryOfPayload({ number, ledger, entry, payload })
    const known = touched.get(entry)
    for (const series of book.series.get(ledger) ?? []) tally.post(series, known === undefined ? before.get(entry) : known.after, after, number)
    touched.set(entry, known === undefined ? { before: before.get(entry), after } : { ...known, after })
  }
  return { outcomes: [], rows, touched, tally, declarations }
}

/** The entries the rows change, as they stand before them; a row whose entry is its own number makes it. */
const standing = async (client: pg.PoolClient, schema: string, book: TownBook, rows: readonly ChainedRow[]): Promise<ReadonlyMap<number, Entry>> => {
  const wanted = new Map<string, Set<number>>()
  for (const row of rows) if (row.entry !== null && row.entry !== row.number) wanted.set(row.ledger, (wanted.get(row.ledger) ?? new Set()).add(row.entry))
  const found = new Map<number, Entry>()
  for (const [key, ids] of wanted) {
    const ledger = book.declared.ledgers.get(key)
    if (ledger === undefined) throw new Error(`the journal changes ${key}, which is not declared`)
    for (const [id, entry] of await findEntries(client, schema, ledger, [...ids])) found.set(id, entry)
  }
  return found
}
