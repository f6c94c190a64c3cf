import { compareText } from '../core/ledger/kinds/kind.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { OrderKey } from '../core/ledger/list-order.ts'
import type { Buckets } from '../core/ledger/list-tally.ts'
import { idsInBucket } from '../core/ledger/list-tally.ts'
import { columnOf, typeOf } from './list-order-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** How many rows of a list stand in each bucket of an order's leading keys; `matches` is its FROM and WHERE. */
export const countBuckets = async (handle: Handle, ledger: Ledger, keys: readonly OrderKey[], matches: Sql): Promise<Buckets> => {
  const parts = keys.map(({ key }) => (key === 'id' ? sql`(t.id / ${idsInBucket}::bigint)::text` : sql`${columnOf(ledger, key)}::text`))
  const columns = keys.map((_, at) => sql.id(`k${at}`))
  const rows = await rowsOf<{ bucket: string; rows: number }>(handle, sql`select concat_ws('|', ${sql.join(columns)}) as bucket, rows::int from (select ${sql.join(parts.map((part, at) => sql`${part} as ${columns[at]}`))}, count(*) as rows ${matches} group by ${sql.join(parts.map((_, at) => sql.raw(String(at + 1))))}) as counted`)
  return new Map(rows.map((row) => [row.bucket, row.rows]))
}

/** Where a list is entered to reach a row: a condition that leaves out all buckets before it, and how many rows it still has to pass over. */
export const placeOf = (ledger: Ledger, keys: readonly OrderKey[], buckets: Buckets, offset: number): { readonly from: Sql; readonly skip: number } => {
  const desc = keys[0]?.desc === true
  let passed = 0
  for (const [bucket, rows] of inOrder(keys, buckets, desc)) {
    if (passed + rows > offset) return { from: from(ledger, keys, bucket, desc), skip: offset - passed }
    passed += rows
  }
  return { from: sql`false`, skip: 0 }
}

const from = (ledger: Ledger, keys: readonly OrderKey[], bucket: string, desc: boolean): Sql => {
  if (keys[0]?.key === 'id') return desc ? sql`t.id < ${(Number(bucket) + 1) * idsInBucket}::bigint` : sql`t.id >= ${Number(bucket) * idsInBucket}::bigint`
  const values = bucket.split('|')
  return sql`(${sql.join(keys.map(({ key }) => columnOf(ledger, key)))}) ${sql.raw(desc ? '<=' : '>=')} (${sql.join(keys.map(({ key }, at) => sql`${values[at]}::${typeOf(ledger, key)}`))})`
}

const sorted = new WeakMap<Buckets, readonly (readonly [string, number])[]>()

const inOrder = (keys: readonly OrderKey[], buckets: Buckets, desc: boolean): readonly (readonly [string, number])[] => {
  const known = sorted.get(buckets) ?? [...buckets].sort(([a], [b]) => (keys[0]?.key === 'id' ? Number(a) - Number(b) : compareParts(a.split('|'), b.split('|'))))
  sorted.set(buckets, known)
  return desc ? known.toReversed() : known
}

const compareParts = (a: readonly string[], b: readonly string[]): number => {
  for (const [at, part] of a.entries()) {
    const order = compareText(part, b[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}
