import type { Predicate } from '../core/access/predicate.ts'
import { both } from '../core/access/predicate.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { ListQuery } from '../core/ledger/list-query.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf, shortest } from './entries.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, oneOf, rowsOf, sql, table } from './sql.ts'

/** `right` is the reader's predicate; `sums` names number fields to add up; void rows only when asked for. */
export type ListPage = ListQuery & { readonly right: Predicate; readonly voided: boolean; readonly offset: number; readonly limit: number; readonly sums: readonly string[] }

export type Listed = { readonly rows: readonly Entry[]; readonly total: number; readonly sums: Readonly<Record<string, Decimal>> }

/** Up to so many matches are gathered first and then put in order; more are read in order along an index. */
const fewMatches = 10_000

/** One page of a ledger, each entry by its last state, with the number and the sums of all that match; void rows are never added. */
export const listEntries = async (handle: Handle, schema: string, ledger: Ledger, page: ListPage): Promise<Listed> => {
  const matches = sql`from ${table(schema, ledgerTable(ledger.key))} as t where ${matching(schema, ledger, page)}`
  const added = page.sums.map((key) => sql`coalesce(sum(t.${sql.id(key)}) filter (where not t.void), 0)::numeric as ${sql.id(`sum_${key}`)}`)
  const totals = await oneOf<{ total: number } & Record<string, unknown>>(handle, sql`select ${sql.join([sql`count(*)::int as total`, ...added])} ${matches}`)
  const inOrder = sql`order by ${order(ledger, page)} limit ${page.limit}::int offset ${page.offset}::bigint`
  const few = totals.total <= fewMatches
  const rows = await rowsOf<SpanRow>(handle, few ? sql`with matched as materialized (select t.* ${matches}) select t.* from matched as t ${inOrder}` : sql`select t.* ${matches} ${inOrder}`)
  return { rows: entriesOf(ledger, rows), total: totals.total, sums: Object.fromEntries(page.sums.map((key) => [key, shortest(String(totals[`sum_${key}`]))])) }
}

/** The entries of a list in its order, as a query for a cursor. */
export const listedSql = (schema: string, ledger: Ledger, page: Omit<ListPage, 'offset' | 'limit' | 'sums'>): Sql =>
  sql`select t.* from ${table(schema, ledgerTable(ledger.key))} as t where ${matching(schema, ledger, page)} order by ${order(ledger, page)}`

/** How many living entries of each ledger satisfy the reader's right, by ledger key. */
export const countEntries = async (handle: Handle, schema: string, rights: readonly { readonly ledger: Ledger; readonly right: Predicate }[]): Promise<ReadonlyMap<string, number>> => {
  if (rights.length === 0) return new Map()
  const counts = rights.map(({ ledger, right }) => sql`select ${ledger.key}::text as key, count(*)::int as entries from ${table(schema, ledgerTable(ledger.key))} as t where ${living(schema, ledger, right)}`)
  const rows = await rowsOf<{ key: string; entries: number }>(handle, sql.join(counts, sql` union all `))
  return new Map(rows.map((row) => [row.key, row.entries]))
}

const matching = (schema: string, ledger: Ledger, page: Pick<ListPage, 'right' | 'where' | 'voided'>): Sql => {
  const asked = whereSql(both(page.right, page.where), ledger, 't')
  return page.voided ? sql`${isLast(schema, ledger)} and ${asked}` : sql`not t.void and ${isLast(schema, ledger)} and ${asked}`
}

const living = (schema: string, ledger: Ledger, right: Predicate): Sql => sql`not t.void and ${isLast(schema, ledger)} and ${whereSql(right, ledger, 't')}`

/** An event has one span; of a register entry the last one counts. */
const isLast = (schema: string, ledger: Ledger): Sql =>
  ledger.shape === 'event' ? sql`true` : sql`not exists (select from ${table(schema, ledgerTable(ledger.key))} as later where later.id = t.id and later.span > t.span)`

/** Newest first unless asked otherwise; the entry number settles ties, so that pages never overlap. */
const order = (ledger: Ledger, page: ListQuery): Sql => {
  const way = sql.raw(page.desc || page.sort === null ? 'desc' : 'asc')
  const key = page.sort ?? (ledger.shape === 'event' ? (ledger.dateField ?? 'id') : 'id')
  if (key === 'id') return sql`t.id ${way}`
  const never = key === ledger.dateField || key === ledger.orgField
  return sql`t.${sql.id(key)} ${way}${never ? sql`` : sql` nulls last`}, t.id ${way}`
}
