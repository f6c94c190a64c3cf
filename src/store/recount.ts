import type { Entry } from '../core/ledger/entry.ts'
import { entryOfPayload } from '../core/journal/row.ts'
import { Tally } from '../core/journal/tally.ts'
import type { Measure } from '../core/measure/measure.ts'
import { seriesOf } from '../core/measure/series.ts'
import type { TownBook } from './book.ts'
import { eachEntry } from './each-entry.ts'
import { findEntries } from './entries.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A measure counted aside, at one journal number, before it takes over (BOOK §9). */
export type Recount = { readonly measure: Measure; readonly head: number; readonly tally: Tally }

/** Counts a new definition over the entries as they stand, outside the writer. The handle must be a snapshot at `book`. */
export const recountAside = async (handle: Handle, schema: string, book: TownBook, measure: Measure): Promise<Recount> => {
  const tally = new Tally()
  for (const each of seriesOf(measure, 0, book.declared.ledgers)) {
    const ledger = book.declared.ledgers.get(each.ledger)
    if (ledger !== undefined) await eachEntry(handle, schema, ledger, (entry) => void tally.post(each, undefined, entry, book.head))
  }
  return { measure, head: book.head, tally }
}

/** Adds what changed since the recount: entries touched after its head, taken out as they were and put in as they are. The recount itself stays, for a second try. */
export const catchUp = async (handle: Handle, schema: string, book: TownBook, aside: Recount, series: number): Promise<Tally> => {
  const tally = sameSeries(aside.tally, series)
  for (const each of seriesOf(aside.measure, 0, book.declared.ledgers)) {
    const ledger = book.declared.ledgers.get(each.ledger)
    if (ledger === undefined) continue
    const moved = await rowsOf<{ entry: number }>(handle, sql`select distinct entry from ${table(schema, 'journal')} where number > ${aside.head}::bigint and ledger = ${ledger.key} and entry is not null`)
    const ids = moved.map((row) => row.entry)
    const before = await entriesAsOf(handle, schema, ids, aside.head)
    for (const [id, after] of await findEntries(handle, schema, ledger, ids)) tally.post({ ...each, series }, before.get(id), after, book.head)
  }
  return tally
}

/** Entries as the journal last recorded them at or before a number. */
export const entriesAsOf = async (handle: Handle, schema: string, ids: readonly number[], asOf: number): Promise<ReadonlyMap<number, Entry>> => {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<{ number: number; ledger: string; entry: number; payload: string }>(
    handle,
    sql`select distinct on (entry) number, ledger, entry, payload from ${table(schema, 'journal')} where entry = any(${[...ids]}::bigint[]) and number <= ${asOf}::bigint order by entry, number desc`,
  )
  return new Map(rows.map((row) => [row.entry, entryOfPayload(row)]))
}

/** Gathers cells counted aside (series 0) and caught up under one series. */
const sameSeries = (tally: Tally, series: number): Tally => {
  const gathered = new Tally()
  for (const cell of tally.cells.values()) gathered.addCell({ ...cell, series })
  for (const cell of tally.keys.values()) gathered.addKey({ ...cell, series })
  return gathered
}
