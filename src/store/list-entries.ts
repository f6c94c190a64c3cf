import type { Predicate } from '../core/access/predicate.ts'
import { both } from '../core/access/predicate.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { fullOrder } from '../core/ledger/list-order.ts'
import type { ListQuery } from '../core/ledger/list-query.ts'
import type { ListTally } from '../core/ledger/list-tally.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf, shortest } from './entries.ts'
import type { ListMemory } from './list-memory.ts'
import { bucketKeys, orderSql } from './list-order-sql.ts'
import { countBuckets, placeOf } from './list-place.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, oneOf, rowsOf, sql, table } from './sql.ts'

/** Which rows: `right` is the reader's predicate; void rows only when asked for. */
export type ListRows = Pick<ListQuery, 'where'> & { readonly right: Predicate; readonly voided: boolean }

/** From how many matches, and how deep in them, a page is read in another way; the rows are the same. */
export type Ways = { readonly few: number; readonly deep: number }

/** Up to so many matches are gathered first and then put in order; more are read in order along an index, and pages deeper than that are reached by counts instead of passing over the rows before. */
const usual: Ways = { few: 10_000, deep: 5000 }

/** `sums` names number fields to add up. With `memory`, what the list adds up to is not counted again for each page; the handle then shows the journal up to `head`. */
export type ListPage = ListQuery & ListRows & { readonly offset: number; readonly limit: number; readonly sums: readonly string[]; readonly memory?: { readonly lists: ListMemory; readonly head: number }; readonly ways?: Ways }

export type Listed = { readonly rows: readonly Entry[]; readonly total: number; readonly sums: Readonly<Record<string, Decimal>> }

/** One page of a ledger, each entry by its last state, with the number and the sums of all that match; void rows are never added. */
export const listEntries = async (handle: Handle, schema: string, ledger: Ledger, page: ListPage): Promise<Listed> => {
  const listing = { ledger, where: both(page.right, page.where), voided: page.voided }
  const known = await page.memory?.lists.recall(handle, schema, listing, page.memory.head)
  const keep = (tally: ListTally): ListTally => {
    page.memory?.lists.keep(listing, page.memory.head, tally)
    return tally
  }
  if (known === undefined || known.total <= (page.ways ?? usual).few) {
    const gathered = await gather(handle, schema, ledger, page)
    if (gathered !== undefined) {
      keep({ total: gathered.total, sums: gathered.sums, buckets: new Map() })
      return gathered
    }
  }
  const tally = known ?? keep(await count(handle, schema, ledger, page))
  return { ...tally, rows: await along(handle, schema, ledger, page, tally, keep) }
}

/** The entries of a list in its order, as a query for a cursor. */
export const listedSql = (schema: string, ledger: Ledger, page: Omit<ListPage, 'offset' | 'limit' | 'sums'>): Sql =>
  sql`select t.* ${matchesSql(schema, ledger, page)} ${orderSql(ledger, fullOrder(ledger, page.order))}`

/** How many living entries of each ledger satisfy the reader's right, by ledger key. */
export const countEntries = async (handle: Handle, schema: string, rights: readonly { readonly ledger: Ledger; readonly right: Predicate }[]): Promise<ReadonlyMap<string, number>> => {
  if (rights.length === 0) return new Map()
  const counts = rights.map(({ ledger, right }) => sql`select ${ledger.key}::text as key, count(*)::int as entries from ${table(schema, ledgerTable(ledger.key))} as t where ${living(schema, ledger, right)}`)
  const rows = await rowsOf<{ key: string; entries: number }>(handle, sql.join(counts, sql` union all `))
  return new Map(rows.map((row) => [row.key, row.entries]))
}

/** FROM and WHERE of the rows of a list, under the name t. */
export const matchesSql = (schema: string, ledger: Ledger, rows: ListRows): Sql => sql`from ${table(schema, ledgerTable(ledger.key))} as t where ${matching(schema, ledger, rows)}`

/** The sums of number fields over the rows t, void ones left out, each as `sum_<field>`. */
export const sumsSql = (sums: readonly string[]): readonly Sql[] => sums.map((key) => sql`coalesce(sum(t.${sql.id(key)}) filter (where not t.void), 0)::numeric as ${sql.id(`sum_${key}`)}`)

export const readSums = (sums: readonly string[], row: Readonly<Record<string, unknown>>): Readonly<Record<string, Decimal>> => Object.fromEntries(sums.map((key) => [key, shortest(String(row[`sum_${key}`]))]))

/** The page and what the list adds up to in one pass, where few rows match; undefined where more do. */
const gather = async (handle: Handle, schema: string, ledger: Ledger, page: ListPage): Promise<Listed | undefined> => {
  const order = orderSql(ledger, fullOrder(ledger, page.order))
  const { few } = page.ways ?? usual
  const rows = await rowsOf<SpanRow & { total: number }>(
    handle,
    sql`with matched as materialized (select t.* ${matchesSql(schema, ledger, page)} limit ${few + 1}::int),
        added as (select ${sql.join([sql`count(*)::int as total`, ...sumsSql(page.sums)])} from matched as t)
        select shown.*, added.* from added left join lateral (select t.* from matched as t ${order} limit ${page.limit}::int offset ${page.offset}::bigint) as shown on added.total <= ${few}::int`,
  )
  const [first] = rows
  if (first === undefined || first.total > few) return undefined
  return { rows: entriesOf(ledger, rows.filter((row) => (row.id as number | null) !== null)), total: first.total, sums: readSums(page.sums, first) }
}

const count = async (handle: Handle, schema: string, ledger: Ledger, page: ListPage): Promise<ListTally> => {
  const row = await oneOf<{ total: number } & Record<string, unknown>>(handle, sql`select ${sql.join([sql`count(*)::int as total`, ...sumsSql(page.sums)])} ${matchesSql(schema, ledger, page)}`)
  return { total: row.total, sums: readSums(page.sums, row), buckets: new Map() }
}

/** A page read in order along an index: from the nearer end, and where it lies deep from the bucket it begins in. */
const along = async (handle: Handle, schema: string, ledger: Ledger, page: ListPage, tally: ListTally, keep: (tally: ListTally) => ListTally): Promise<readonly Entry[]> => {
  const order = fullOrder(ledger, page.order)
  const matches = matchesSql(schema, ledger, page)
  const limit = Math.min(page.limit, Math.max(0, tally.total - page.offset))
  const behind = tally.total - page.offset - limit
  const read = async (more: Sql, skip: number, turned = false, most = limit): Promise<readonly Entry[]> => {
    const rows = await rowsOf<SpanRow>(handle, sql`select t.* ${matches} ${more} ${orderSql(ledger, order, turned)} limit ${most}::int offset ${skip}::bigint`)
    return entriesOf(ledger, turned ? rows.reverse() : rows)
  }
  if (limit === 0) return []
  const keys = bucketKeys(ledger, order)
  if (Math.min(page.offset, behind) <= (page.ways ?? usual).deep || keys.length === 0) return page.offset <= behind ? read(sql``, page.offset) : read(sql``, behind, true)
  const name = keys.map(({ key }) => key).join(',')
  const buckets = tally.buckets.get(name) ?? (await countBuckets(handle, ledger, keys, matches))
  if (!tally.buckets.has(name)) keep({ ...tally, buckets: new Map([...tally.buckets, [name, buckets]]) })
  const place = placeOf(ledger, keys, buckets, page.offset)
  const rows: Entry[] = []
  for (const [at, part] of place.parts.entries()) if (rows.length < limit) rows.push(...(await read(sql`and ${part}`, at === 0 ? place.skip : 0, false, limit - rows.length)))
  return rows
}

const matching = (schema: string, ledger: Ledger, { right, where, voided }: ListRows): Sql => {
  const asked = whereSql(both(right, where), ledger, 't')
  return voided ? sql`${isLast(schema, ledger)} and ${asked}` : sql`not t.void and ${isLast(schema, ledger)} and ${asked}`
}

const living = (schema: string, ledger: Ledger, right: Predicate): Sql => sql`not t.void and ${isLast(schema, ledger)} and ${whereSql(right, ledger, 't')}`

/** An event has one span; of a register entry the last one counts. */
const isLast = (schema: string, ledger: Ledger): Sql =>
  ledger.shape === 'event' ? sql`true` : sql`not exists (select from ${table(schema, ledgerTable(ledger.key))} as later where later.id = t.id and later.span > t.span)`
