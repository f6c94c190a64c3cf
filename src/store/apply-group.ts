import type pg from 'pg'
import { placesOf } from '../core/access/reorganise.ts'
import type { Declared } from '../core/journal/declaration.ts'
import type { Folded } from '../core/journal/fold.ts'
import type { Cell, KeyCell } from '../core/journal/tally.ts'
import { Tally } from '../core/journal/tally.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { TownBook } from './book.ts'
import { loadBook } from './book.ts'
import { copyRows } from './copy.ts'
import { applyDeclarations } from './declare.ts'
import { eachEntry } from './each-entry.ts'
import { balanceColumns, balanceStatement, columnsOf, givenValues, groupStatement, journalColumns, jsonOf, keyColumns, ledgerStatement, namesOf, postingColumns, rowsFrom, shapeOf } from './group-sql.ts'
import type { GroupShape } from './group-sql.ts'
import type { ChainedRow } from './group-values.ts'
import { balanceValues, chain, journalValues, keyValues, postingValues, spanValues, touchedByLedger } from './group-values.ts'
import type { Move } from './move-entries.ts'
import { isMove, moveEntries } from './move-entries.ts'
import type { Recount } from './recount.ts'
import { ledgerTable, quote } from './sql.ts'

/** Above this many journal rows a group goes by COPY inside a transaction instead of one statement. */
const smallGroup = 1024
/** How many rows one array statement carries. */
const slice = 10_000

/**
 * Writes a folded group: journal, entries, postings, balances and head together or not at all. Answers the
 * last journal row written; undefined, having written nothing, when another process moved the head first.
 */
export const applyGroup = async (client: pg.PoolClient, schema: string, book: TownBook, folded: Folded, prepared?: Recount): Promise<ChainedRow | undefined> => {
  const rows = chain(folded.rows, book.hash)
  const small = folded.rows.length <= smallGroup && folded.declarations.length === 0 && folded.tally.keys.size === 0 && !movesOrg(book, folded) && shrunk(folded).length === 0
  return small ? applySmall(client, schema, book, folded, [...rows]) : applyLarge(client, schema, book, folded, rows, prepared)
}

/** Whether the tree above an org that may have rows already is another now: keys must be counted anew. */
const movesOrg = (book: TownBook, folded: Folded): boolean =>
  [...folded.touched.values()].some(({ before, after }) => {
    if (after.ledger !== 'org' || (before !== undefined && placesOf(before) === placesOf(after))) return false
    const codes = new Set(after.spans.map((span) => span.fields['code']))
    return before !== undefined || book.orgStates.some((org) => codes.has(org.code) || codes.has(org.parent ?? '') || codes.has(org.successor ?? ''))
  })

/** Entries put back to fewer spans than they had: the spans left over go. */
const shrunk = (folded: Folded): readonly { readonly ledger: string; readonly id: number; readonly spans: number }[] =>
  [...folded.touched.values()].flatMap(({ before, after }) => (before !== undefined && before.spans.length > after.spans.length ? [{ ledger: after.ledger, id: after.id, spans: after.spans.length }] : []))

const applySmall = async (client: pg.PoolClient, schema: string, book: TownBook, folded: Folded, rows: readonly ChainedRow[]): Promise<ChainedRow | undefined> => {
  const last = rows[rows.length - 1]
  if (last === undefined) return undefined
  const groups = [...touchedByLedger(folded)].sort(([a], [b]) => (a < b ? -1 : 1))
  const cells = folded.tally.moved()
  const [journal, postings, balances] = [rows.map((row) => journalValues(row)), cells.map(postingValues), balanceValues(cells)]
  const ledgers = groups.map(([key, { made, changed }]) => {
    const ledger = ledgerOf(book, key)
    return { ledger, columns: columnsOf(ledger), spans: [...changed, ...made].flatMap((entry) => spanValues(ledger, entry)) }
  })
  const alone = rows.length === 1
  const shape = (of: readonly unknown[]): number => (alone ? shapeOf(of.length) : 0)
  const statement = statementOf(book, schema, { journal: shape(journal), postings: shape(postings), balances: shape(balances), ledgers: ledgers.map(({ ledger, spans }) => ({ ledger, shape: shape(spans) })) })
  const values = [
    ...[last.number, last.hash, last.recordedAt, book.head, book.hash],
    ...givenValues(journalColumns, journal, shape(journal)),
    ...givenValues(postingColumns, postings, shape(postings)),
    ...givenValues(balanceColumns, balances, shape(balances)),
    ...ledgers.flatMap(({ columns, spans }) => givenValues(columns, spans, shape(spans))),
  ]
  const result = await client.query<{ moved: number }>({ ...statement, values })
  return result.rows[0]?.moved === 1 ? last : undefined
}

type Statement = { readonly name: string; readonly text: string }

const names = new Map<string, string>()
const known = new WeakMap<Declared, Map<string, Statement>>()

/** The statement of a shape, written once for what is declared; the same text keeps its name. */
const statementOf = (book: TownBook, schema: string, shape: GroupShape): Statement => {
  const statements = known.get(book.declared) ?? new Map<string, Statement>()
  known.set(book.declared, statements)
  const key = `${schema} ${shape.journal} ${shape.postings} ${shape.balances} ${shape.ledgers.map((each) => `${each.ledger.key} ${each.shape}`).join(' ')}`
  const standing = statements.get(key)
  if (standing !== undefined) return standing
  const text = groupStatement(schema, shape)
  const name = names.get(text) ?? `group_${names.size}`
  names.set(text, name)
  statements.set(key, { name, text })
  return { name, text }
}

/**
 * Writes a folded group inside one transaction, rows by COPY; answers as `applyGroup` does. The head is taken first and moved last,
 * so that rows can be chained while the database takes in the ones before them.
 */
export const applyLarge = async (client: pg.PoolClient, schema: string, book: TownBook, folded: Folded, rows: Iterable<ChainedRow>, prepared?: Recount): Promise<ChainedRow | undefined> => {
  const at = quote(schema)
  await client.query('begin')
  try {
    const taken = await client.query(`select from ${at}.head where number = $1::bigint and hash = decode($2, 'hex') for update`, [book.head, book.hash])
    if (taken.rowCount !== 1) {
      await client.query('rollback')
      return undefined
    }
    let last: ChainedRow | undefined
    const journal = function* (): Generator<readonly unknown[]> {
      for (last of rows) yield journalValues(last, '\\x')
    }
    await copyRows(client, `${at}.journal (${namesOf(journalColumns)})`, journal())
    await applyDeclarations(client, schema, book, folded.declarations, prepared)
    for (const { ledger, id, spans } of shrunk(folded)) await client.query(`delete from ${at}.${quote(ledgerTable(ledger))} where id = $1::bigint and span >= $2::smallint`, [id, spans])
    for (const [key, { made, changed }] of touchedByLedger(folded)) {
      const ledger = ledgerOf(book, key)
      const columns = columnsOf(ledger)
      const moves = changed.flatMap((after) => moveOf(folded, ledger, after))
      const moved = new Set(moves.map(({ after }) => after))
      await moveEntries(client, schema, ledger, moves)
      for (const part of slices(changed.filter((entry) => !moved.has(entry)).flatMap((entry) => spanValues(ledger, entry)), slice)) await client.query(ledgerStatement(schema, ledger, rowsFrom(columns, 1, 'spans')), [jsonOf(columns, part)])
      await copyRows(client, `${at}.${quote(ledgerTable(key))} (${namesOf(columns)})`, (function* () { for (const entry of made) yield* spanValues(ledger, entry) })())
    }
    await writePostings(client, schema, folded.tally.moved())
    await writeKeys(client, schema, book, folded.tally.movedKeys())
    if (movesOrg(book, folded)) await rebuildKeys(client, schema)
    if (last === undefined) throw new Error('a group without rows has no head')
    await client.query(`update ${at}.head set number = $1::bigint, hash = decode($2, 'hex'), recorded_at = $3::timestamptz`, [last.number, last.hash, last.recordedAt])
    await client.query('commit')
    return last
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    throw problem
  }
}

const moveOf = ({ touched }: Folded, ledger: Ledger, after: Entry): readonly Move[] => {
  const before = touched.get(after.id)?.before
  return before !== undefined && isMove(ledger, { before, after }) ? [{ before, after }] : []
}

/** Adds cells to postings and balances. */
export const writePostings = async (client: pg.PoolClient, schema: string, cells: readonly Cell[]): Promise<void> => {
  if (cells.length === 0) return
  await copyRows(client, `${quote(schema)}.postings (${namesOf(postingColumns)})`, cells.map(postingValues))
  for (const part of slices(balanceValues(cells), slice))
    await client.query(balanceStatement(schema, rowsFrom(balanceColumns, 1, 'cell')), [jsonOf(balanceColumns, part)])
}

/** Moves reference counts of distinct keys and the numbers of keys they make. */
export const writeKeys = async (client: pg.PoolClient, schema: string, book: TownBook, cells: readonly KeyCell[]): Promise<void> => {
  const at = quote(schema)
  for (const part of slices(keyValues(book, cells), slice))
    await client.query(
      `with delta as (select * from ${rowsFrom(keyColumns, 1, 'd')}),
       counted as (insert into ${at}.distinct_refs as r (series, frame, org, key, refs) select series, frame, org, key, count from delta
         on conflict (series, frame, org, key) do update set refs = r.refs + excluded.refs returning series, frame, org, key, refs),
       step as (select series, frame, org, sum(case when refs > 0 and refs - count <= 0 then 1 when refs <= 0 and refs - count > 0 then -1 else 0 end) as keys
         from counted join delta using (series, frame, org, key) group by series, frame, org)
       insert into ${at}.distinct_counts as c (series, frame, org, keys) select series, frame, org, keys from step where keys <> 0
         on conflict (series, frame, org) do update set keys = c.keys + excluded.keys`,
      [jsonOf(keyColumns, part)],
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
