import type pg from 'pg'
import type { Folded } from '../core/journal/fold.ts'
import type { Cell, KeyCell } from '../core/journal/tally.ts'
import { Tally } from '../core/journal/tally.ts'
import type { TownBook } from './book.ts'
import { loadBook } from './book.ts'
import { copyRows } from './copy.ts'
import { applyDeclarations } from './declare.ts'
import { eachEntry } from './each-entry.ts'
import { balanceStatement, columnsOf, groupStatement, ledgerStatement } from './group-sql.ts'
import type { ChainedRow } from './group-values.ts'
import { balanceValues, columnsFrom, journalValues, keyValues, postingValues, spanValues, touchedByLedger } from './group-values.ts'
import type { Recount } from './recount.ts'
import { ledgerTable, quote } from './sql.ts'

/** Above this many journal rows a group goes by COPY inside a transaction instead of one statement. */
const smallGroup = 1024
/** How many rows one array statement carries. */
const slice = 10_000

/**
 * Writes a folded group: journal, entries, postings, balances and head together or not at all. Answers
 * false, having written nothing, when another process moved the head first.
 */
export const applyGroup = async (client: pg.PoolClient, schema: string, book: TownBook, folded: Folded, rows: readonly ChainedRow[], prepared?: Recount): Promise<boolean> => {
  const small = rows.length <= smallGroup && folded.declarations.length === 0 && folded.tally.keys.size === 0 && !movesOrg(book, folded)
  return small ? applySmall(client, schema, book, folded, rows) : applyLarge(client, schema, book, folded, rows, prepared)
}

/** Whether the tree above an org that may have rows already is another now: keys must be counted anew. */
const movesOrg = (book: TownBook, folded: Folded): boolean =>
  [...folded.touched.values()].some(({ before, after }) => {
    if (after.ledger !== 'org') return false
    const codes = new Set(after.spans.map((span) => span.fields['code']))
    return before !== undefined || book.orgStates.some((org) => codes.has(org.code) || codes.has(org.parent ?? '') || codes.has(org.successor ?? ''))
  })

const headValues = (book: TownBook, rows: readonly ChainedRow[]): readonly unknown[] => {
  const last = rows[rows.length - 1]
  if (last === undefined) throw new Error('a group without rows has no head')
  return [last.number, last.hash, last.recordedAt, book.head, book.hash]
}

const applySmall = async (client: pg.PoolClient, schema: string, book: TownBook, folded: Folded, rows: readonly ChainedRow[]): Promise<boolean> => {
  const groups = [...touchedByLedger(folded)].sort(([a], [b]) => (a < b ? -1 : 1))
  const ledgers = groups.map(([key]) => ledgerOf(book, key))
  const cells = folded.tally.moved()
  const values = [
    ...headValues(book, rows),
    ...columnsFrom(rows.map(journalValues), 12),
    ...columnsFrom(cells.map(postingValues), 8),
    ...columnsFrom(balanceValues(cells), 6),
    ...groups.flatMap(([, { made, changed }], index) => {
      const ledger = ledgers[index]
      if (ledger === undefined) return []
      return columnsFrom([...changed, ...made].flatMap((entry) => spanValues(ledger, entry)), columnsOf(ledger).length)
    }),
  ]
  const text = groupStatement(schema, ledgers)
  const result = await client.query<{ moved: number }>({ name: statementName(text), text, values })
  return result.rows[0]?.moved === 1
}

const names = new Map<string, string>()
const statementName = (text: string): string => {
  const name = names.get(text) ?? `group_${names.size}`
  names.set(text, name)
  return name
}

/** Writes a folded group inside one transaction, rows by COPY; answers as `applyGroup` does. */
export const applyLarge = async (client: pg.PoolClient, schema: string, book: TownBook, folded: Folded, rows: readonly ChainedRow[], prepared?: Recount): Promise<boolean> => {
  const at = quote(schema)
  await client.query('begin')
  try {
    const moved = await client.query(`update ${at}.head set number = $1::bigint, hash = decode($2, 'hex'), recorded_at = $3::timestamptz where number = $4::bigint and hash = decode($5, 'hex')`, [...headValues(book, rows)])
    if (moved.rowCount !== 1) {
      await client.query('rollback')
      return false
    }
    const journalColumns = 'number, recorded_at, person, acting_for, approved_by, verb, ledger, entry, batch, reason, payload, previous, hash'
    await copyRows(client, `${at}.journal (${journalColumns})`, copyableJournal(rows))
    await applyDeclarations(client, schema, book, folded.declarations, prepared)
    for (const [key, { made, changed }] of touchedByLedger(folded)) {
      const ledger = ledgerOf(book, key)
      const columns = columnsOf(ledger)
      const names = columns.map((column) => quote(column.name)).join(', ')
      for (const part of slices(changed.flatMap((entry) => spanValues(ledger, entry)), slice)) await client.query(ledgerStatement(schema, ledger, '', 1), columnsFrom(part, columns.length))
      await copyRows(client, `${at}.${quote(ledgerTable(key))} (${names})`, (function* () { for (const entry of made) yield* spanValues(ledger, entry) })())
    }
    await writePostings(client, schema, folded.tally.moved())
    await writeKeys(client, schema, book, folded.tally.movedKeys())
    if (movesOrg(book, folded)) await rebuildKeys(client, schema)
    await client.query('commit')
    return true
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    throw problem
  }
}

const copyableJournal = function* (rows: readonly ChainedRow[]): Generator<readonly unknown[]> {
  for (const row of rows) {
    const [number, ...rest] = journalValues(row)
    const [person, actingFor, approvedBy, verb, ledger, entry, batch, reason, payload] = rest
    yield [number, row.recordedAt, person, actingFor, approvedBy, verb, ledger, entry, batch, reason, payload, `\\x${row.previous}`, `\\x${row.hash}`]
  }
}

/** Adds cells to postings and balances. */
export const writePostings = async (client: pg.PoolClient, schema: string, cells: readonly Cell[]): Promise<void> => {
  if (cells.length === 0) return
  await copyRows(client, `${quote(schema)}.postings (series, org, day, cohort, amount, rows, first, last)`, cells.map(postingValues))
  for (const part of slices(balanceValues(cells), slice))
    await client.query(balanceStatement(schema, 'unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::numeric[], $6::bigint[])'), columnsFrom(part, 6))
}

/** Moves reference counts of distinct keys and the numbers of keys they make. */
export const writeKeys = async (client: pg.PoolClient, schema: string, book: TownBook, cells: readonly KeyCell[]): Promise<void> => {
  const at = quote(schema)
  for (const part of slices(keyValues(book, cells), slice))
    await client.query(
      `with delta as (select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[]) as d (series, frame, org, key, count)),
       counted as (insert into ${at}.distinct_refs as r (series, frame, org, key, refs) select series, frame, org, key, count from delta
         on conflict (series, frame, org, key) do update set refs = r.refs + excluded.refs returning series, frame, org, key, refs),
       step as (select series, frame, org, sum(case when refs > 0 and refs - count <= 0 then 1 when refs <= 0 and refs - count > 0 then -1 else 0 end) as keys
         from counted join delta using (series, frame, org, key) group by series, frame, org)
       insert into ${at}.distinct_counts as c (series, frame, org, keys) select series, frame, org, keys from step where keys <> 0
         on conflict (series, frame, org) do update set keys = c.keys + excluded.keys`,
      columnsFrom(part, 5),
    )
}

/** Counts all distinct keys again under the tree as it now stands. */
const rebuildKeys = async (client: pg.PoolClient, schema: string): Promise<void> => {
  const book = await loadBook(client, schema)
  await client.query(`delete from ${quote(schema)}.distinct_refs; delete from ${quote(schema)}.distinct_counts`)
  const tally = new Tally()
  for (const [key, all] of book.series) {
    const distinct = all.filter((series) => series.kind === 'distinct')
    if (distinct.length > 0) await eachEntry(client, schema, ledgerOf(book, key), (entry) => distinct.forEach((series) => void tally.post(series, undefined, entry, entry.version)))
  }
  await writeKeys(client, schema, book, tally.movedKeys())
}

const slices = function* <Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

const ledgerOf = (book: TownBook, key: string) => {
  const ledger = book.declared.ledgers.get(key)
  if (ledger === undefined) throw new Error(`ledger ${key} is not declared`)
  return ledger
}
