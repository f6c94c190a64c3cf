import { compareText } from '../core/ledger/kinds/kind.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { OrderKey } from '../core/ledger/list-order.ts'
import type { Buckets } from '../core/ledger/list-tally.ts'
import { idsInBucket } from '../core/ledger/list-tally.ts'
import { columnOf, typeOf } from './list-order-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** How many rows of a list stand in each bucket of an order's leading keys, in that order: counts moved on later keep it, and are all but in order already. `matches` is its FROM and WHERE. */
export const countBuckets = async (handle: Handle, ledger: Ledger, keys: readonly OrderKey[], matches: Sql): Promise<Buckets> => {
  const parts = keys.map(({ key }) => (key === 'id' ? sql`(t.id / ${idsInBucket}::bigint)::text` : sql`${columnOf(ledger, key)}::text`))
  const columns = keys.map((_, at) => sql.id(`k${at}`))
  const rows = await rowsOf<{ bucket: string; rows: number }>(handle, sql`select concat_ws('|', ${sql.join(columns)}) as bucket, rows::int from (select ${sql.join(parts.map((part, at) => sql`${part} as ${columns[at]}`))}, count(*) as rows ${matches} group by ${sql.join(parts.map((_, at) => sql.raw(String(at + 1))))}) as counted`)
  return new Map(sortedBy(keys, rows.map((row) => [row.bucket, row.rows])))
}

/** Where a list is entered to reach a row: conditions that leave out all buckets before it, one after the other until a page is full, and how many rows of the first still have to be passed over. */
export const placeOf = (ledger: Ledger, keys: readonly OrderKey[], buckets: Buckets, offset: number): { readonly parts: readonly Sql[]; readonly skip: number } => {
  const desc = keys[0]?.desc === true
  let passed = 0
  for (const [bucket, rows] of inOrder(keys, buckets, desc)) {
    if (passed + rows > offset) return { parts: partsFrom(ledger, keys, bucket, desc), skip: offset - passed }
    passed += rows
  }
  return { parts: [], skip: 0 }
}

/** Rows from a bucket on. Of two keys the first stands still in one part and goes on in the next: so an index is entered at the right place even where a right names many orgs. */
const partsFrom = (ledger: Ledger, keys: readonly OrderKey[], bucket: string, desc: boolean): readonly Sql[] => {
  const [first, second] = keys
  if (first === undefined) return []
  if (first.key === 'id') return [desc ? sql`t.id < ${(Number(bucket) + 1) * idsInBucket}::bigint` : sql`t.id >= ${Number(bucket) * idsInBucket}::bigint`]
  const values = bucket.split('|')
  const told = (key: OrderKey, at: number): Sql => sql`${values[at]}::${typeOf(ledger, key.key)}`
  const compare = (key: OrderKey, at: number, how: string): Sql => sql`${columnOf(ledger, key.key)} ${sql.raw(how)} ${told(key, at)}`
  if (second === undefined) return [compare(first, 0, desc ? '<=' : '>=')]
  return [sql`${compare(first, 0, '=')} and ${compare(second, 1, desc ? '<=' : '>=')}`, compare(first, 0, desc ? '<' : '>')]
}

const sorted = new WeakMap<Buckets, readonly (readonly [string, number])[]>()

const inOrder = (keys: readonly OrderKey[], buckets: Buckets, desc: boolean): readonly (readonly [string, number])[] => {
  const known = sorted.get(buckets) ?? sortedBy(keys, [...buckets])
  sorted.set(buckets, known)
  return desc ? known.toReversed() : known
}

/** By the values of the keys, each bucket taken apart once. */
const sortedBy = (keys: readonly OrderKey[], buckets: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] =>
  keys[0]?.key === 'id' ? buckets.toSorted(([a], [b]) => Number(a) - Number(b)) : buckets.map((bucket) => ({ bucket, parts: bucket[0].split('|') })).sort((a, b) => compareParts(a.parts, b.parts)).map(({ bucket }) => bucket)

const compareParts = (a: readonly string[], b: readonly string[]): number => {
  for (const [at, part] of a.entries()) {
    const order = compareText(part, b[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}
