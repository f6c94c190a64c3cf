import type { Entry } from '../core/ledger/entry.ts'
import type { Day } from '../core/time/day.ts'
import type { TownBook } from './book.ts'
import { findEntries } from './entries.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A document of the town, with how much of it stands in the book. Its text is read apart. */
export type SourceRow = { readonly id: number; readonly title: string; readonly org: string; readonly day: Day; readonly name: string; readonly hash: string; readonly size: number; readonly person: number; readonly recordedAt: string; readonly figures: number; readonly commitments: number; readonly directions: number }

/** Documents, newest first: all, one by its entry, or one by the digest of its bytes. */
export const findSources = async (handle: Handle, schema: string, which: { readonly id?: number; readonly hash?: string } = {}): Promise<readonly SourceRow[]> => {
  const asked: Sql = which.id !== undefined ? sql`s.id = ${which.id}::bigint` : which.hash !== undefined ? sql`s.hash = ${which.hash}` : sql`true`
  const promises = (kind: string): Sql => sql`(select count(*)::int from ${table(schema, 'ledger_commitment')} as c where c.source = s.id and c.kind = ${kind} and not c.void)`
  const rows = await rowsOf<Omit<SourceRow, 'size'> & { size: string }>(
    handle,
    sql`select s.id, s.title, s.org, s.day, s.name, s.hash, s.size, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
          (select count(*)::int from ${table(schema, 'ledger_reported')} as r where r.document = s.id and not r.void) as figures, ${promises('commitment')} as commitments, ${promises('direction')} as directions
        from ${table(schema, 'ledger_source')} as s join ${table(schema, 'journal')} as j on j.number = s.id where not s.void and ${asked} order by s.day desc, s.id desc limit ${mostSources}::int`,
  )
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

/** The latest documents are told. */
const mostSources = 500

/** The text of a document, as it was when it was accepted: its places are counted in it. */
export const textOfSource = async (handle: Handle, schema: string, id: number): Promise<string> =>
  (await rowsOf<{ text: string }>(handle, sql`select text from ${table(schema, 'ledger_source')} where id = ${id}::bigint`))[0]?.text ?? ''

/** What was accepted from a document, the void ones too, in the order of the text. */
export const acceptedFrom = async (handle: Handle, schema: string, book: TownBook, id: number): Promise<readonly Entry[]> => {
  const found: Entry[] = []
  for (const [key, field] of [['reported', 'document'], ['commitment', 'source']] as const) {
    const ledger = book.declared.ledgers.get(key)
    if (ledger === undefined) continue
    const rows = await rowsOf<{ id: number }>(handle, sql`select id from ${table(schema, `ledger_${key}`)} where ${sql.id(field)} = ${id}::bigint`)
    found.push(...(await findEntries(handle, schema, ledger, rows.map((row) => row.id))).values())
  }
  const offset = (entry: Entry): number => Number(entry.spans[0]?.fields['offset'] ?? 0)
  return found.sort((a, b) => offset(a) - offset(b) || a.id - b.id)
}

/** Reported values that stand for some measures on some last days, by `measure|org|day`. */
export const standingValues = async (handle: Handle, schema: string, measures: readonly string[], days: readonly Day[]): Promise<ReadonlyMap<string, number>> => {
  if (measures.length === 0 || days.length === 0) return new Map()
  const rows = await rowsOf<{ id: number; measure: string; org: string; day: Day }>(handle, sql`select id, measure, org, day from ${table(schema, 'ledger_reported')} where not void and measure = any(${[...measures]}::text[]) and day = any(${[...days]}::date[])`)
  return new Map(rows.map((row) => [`${row.measure}|${row.org}|${row.day}`, row.id]))
}
