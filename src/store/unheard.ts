import pg from 'pg'
import type { Outcome } from '../core/journal/fold.ts'
import type { JournalRow } from '../core/journal/row.ts'
import type { TownBook } from './book.ts'
import { chain } from './group-values.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/**
 * A group that was sent to the database and never answered for: the connection broke, and it may have been committed
 * all the same. The journal knows: its last row is there with its very hash, or the group never happened.
 * `outcomes` are by whoever waits for them.
 */
export type Unheard = { readonly number: number; readonly hash: string; readonly outcomes: ReadonlyMap<object, Outcome> }

/** What to look for in the journal once a group's sending has failed. */
export const unheardOf = (book: TownBook, rows: readonly JournalRow[], waiting: readonly object[], outcomes: readonly Outcome[]): Unheard => {
  let last = { number: book.head, hash: book.hash }
  for (const { number, hash } of chain(rows, book.hash)) last = { number, hash }
  return { ...last, outcomes: new Map(waiting.flatMap((each, index) => (outcomes[index] === undefined ? [] : [[each, outcomes[index]]]))) }
}

/** What became of those who wait, if it was in a group that was committed unheard. */
export const heardOf = async (handle: Handle, schema: string, waiting: readonly object[], unheard: readonly Unheard[]): Promise<readonly Outcome[] | undefined> => {
  for (const { number, hash, outcomes } of unheard) {
    const told = waiting.flatMap((each) => outcomes.get(each) ?? [])
    if (told.length < waiting.length) continue
    const found = await rowsOf(handle, sql`select 1 as one from ${table(schema, 'journal')} where number = ${number}::bigint and hash = decode(${hash}, 'hex')`)
    if (found.length > 0) return told
  }
  return undefined
}

/** Whether the database did not say why it failed, or said that it was going: the work may be done all the same. */
export const isUnheard = (problem: unknown): boolean => !(problem instanceof pg.DatabaseError) || /^(08|57)/.test(problem.code ?? '')
