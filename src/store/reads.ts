import { hash } from 'node:crypto'
import type { PersonalRead, ReadRow } from '../core/access/read-row.ts'
import { readText } from '../core/access/read-row.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import type { Database } from './database.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** SM3 of the previous hash and the row's own text. */
export const readHash = (previous: string, row: ReadRow): string => hash('sm3', `${previous}\n${readText(row)}`, 'hex')

/**
 * Records a read of personal data before it is told, at the end of the second chain (BOOK §5). Its own head row orders
 * those who read at the same time; the book's writer never waits for it. `allow` is asked when no other read can come between.
 */
export const recordRead = async (db: Database, schema: string, read: PersonalRead, now: string, allow?: (client: Handle) => Promise<Refusal | undefined>): Promise<ReadRow | Refusal> => {
  const client = await db.connect()
  try {
    await client.query('begin')
    const head = await oneOf<{ number: number; hash: string; recorded: string }>(
      client,
      sql`select number, encode(hash, 'hex') as hash, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded from ${table(schema, 'reads_head')} for update`,
    )
    const refusal = await allow?.(client)
    if (refusal !== undefined) {
      await client.query('rollback')
      return refusal
    }
    const row: ReadRow = { ...read, number: head.number + 1, recordedAt: now > head.recorded ? now : head.recorded }
    const chained = readHash(head.hash, row)
    await rowsOf(
      client,
      sql`insert into ${table(schema, 'reads')} (number, recorded_at, person, acting_for, verb, ledger, entry, field, rows, purpose, previous, hash)
        values (${row.number}::bigint, ${row.recordedAt}::timestamptz, ${row.person}::bigint, ${row.actingFor}::bigint, ${row.verb}, ${row.ledger}, ${row.entry}::bigint, ${row.field}, ${row.rows}::int, ${row.purpose}, decode(${head.hash}, 'hex'), decode(${chained}, 'hex'))`,
    )
    await rowsOf(client, sql`update ${table(schema, 'reads_head')} set number = ${row.number}::bigint, hash = decode(${chained}, 'hex'), recorded_at = ${row.recordedAt}::timestamptz`)
    await client.query('commit')
    return row
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    throw problem
  } finally {
    client.release()
  }
}

/** How many fields a person has revealed since an instant. */
export const countReveals = async (handle: Handle, schema: string, person: number, since: string): Promise<number> =>
  (await oneOf<{ count: number }>(handle, sql`select count(*)::int as count from ${table(schema, 'reads')} where person = ${person}::bigint and verb = 'entry.reveal' and recorded_at > ${since}::timestamptz`)).count

/** Which reads are asked for: those of the ledgers named and those of one person, of one ledger, of one entry, before a number. */
export type ReadQuery = { readonly ledgers: readonly string[]; readonly own: number; readonly ledger?: string | undefined; readonly entry?: number | undefined; readonly before?: number | undefined; readonly limit: number }

/** Reads, newest first. */
export const findReads = (handle: Handle, schema: string, { ledgers, own, ledger, entry, before, limit }: ReadQuery): Promise<readonly ReadRow[]> => {
  const of = ledger === undefined ? sql`` : sql` and ledger = ${ledger}`
  const about = entry === undefined ? sql`` : sql` and entry = ${entry}::bigint`
  const until = before === undefined ? sql`` : sql` and number < ${before}::bigint`
  return rowsOf<ReadRow>(handle, sql`select ${readColumns} from ${table(schema, 'reads')} where (ledger = any(${[...ledgers]}::text[]) or person = ${own}::bigint)${of}${about}${until} order by number desc limit ${limit}::int`)
}

/** Rows of the chain after a number, in order, each with the hashes it was written with. */
export const readsAfter = (handle: Handle, schema: string, number: number, limit: number): Promise<readonly (ReadRow & { readonly previous: string; readonly hash: string })[]> =>
  rowsOf(handle, sql`select ${readColumns}, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash from ${table(schema, 'reads')} where number > ${number}::bigint order by number limit ${limit}::int`)

/** Where the chain of reads ends. */
export const readsHead = (handle: Handle, schema: string): Promise<{ readonly number: number; readonly hash: string }> => oneOf(handle, sql`select number, encode(hash, 'hex') as hash from ${table(schema, 'reads_head')}`)

const readColumns = sql.raw(`number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", person, acting_for as "actingFor", verb, ledger, entry, field, rows, purpose`)
