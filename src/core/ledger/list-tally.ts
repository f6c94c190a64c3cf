import type { Predicate } from '../access/predicate.ts'
import { compilePredicate } from '../access/predicate.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { minus, plus } from '../quantity/decimal.ts'
import type { Entry } from './entry.ts'
import { lastSpan } from './entry.ts'
import type { Ledger } from './ledger.ts'

/** How many rows a list has in each bucket of its order, by the bucket's text. */
export type Buckets = ReadonlyMap<string, number>

/** What a list adds up to: its rows, the sums of its number fields (void rows are never added), and its rows by the buckets of orders that were asked for. */
export type ListTally = { readonly total: number; readonly sums: Readonly<Record<string, Decimal>>; readonly buckets: ReadonlyMap<string, Buckets> }

/** The entry before and after what happened to it; undefined before it was made. */
export type EntryMove = { readonly before: Entry | undefined; readonly after: Entry }

/** The rows a list has, as a filter on entries. */
export type Listing = { readonly ledger: Ledger; readonly where: Predicate; readonly voided: boolean }

/**
 * Moves what a list adds up to by what happened to entries of its ledger, so that a million rows are not counted again after each change.
 * Equal to a new count; a law holds them against each other.
 */
export const moveTally = ({ ledger, where, voided }: Listing, tally: ListTally, moves: readonly EntryMove[]): ListTally => {
  const holds = compilePredicate(where, ledger)
  let total = tally.total
  const sums: Record<string, Decimal> = { ...tally.sums }
  const buckets = new Map([...tally.buckets].map(([order, counts]) => [order, new Map(counts)]))
  const add = (entry: Entry | undefined, sign: 1 | -1): void => {
    if (entry === undefined || (entry.void && !voided)) return
    const { fields } = lastSpan(entry)
    if (!holds(fields)) return
    total += sign
    for (const key of entry.void ? [] : Object.keys(sums)) {
      const value = fields[key]
      if (typeof value === 'string') sums[key] = (sign === 1 ? plus : minus)(sums[key] ?? ('0' as Decimal), value as Decimal)
    }
    for (const [order, counts] of buckets) {
      const bucket = bucketOf(order, entry)
      counts.set(bucket, (counts.get(bucket) ?? 0) + sign)
    }
  }
  for (const { before, after } of moves) {
    add(before, -1)
    add(after, 1)
  }
  return { total, sums, buckets }
}

/** Entry numbers of one bucket. */
export const idsInBucket = 1024

/** The bucket of an entry in an order that is named by its keys, `org,day`: the keys' values, of `id` a range of numbers. */
const bucketOf = (order: string, entry: Entry): string => {
  const span = lastSpan(entry)
  return order
    .split(',')
    .map((key) => (key === 'id' ? String(Math.floor(entry.id / idsInBucket)) : key === 'valid_from' ? (span.from ?? '') : String(span.fields[key] ?? '')))
    .join('|')
}
