import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { both, compilePredicate, everything } from '../../src/core/access/predicate.ts'
import type { Predicate } from '../../src/core/access/predicate.ts'
import type { Entry } from '../../src/core/ledger/entry.ts'
import { lastSpan } from '../../src/core/ledger/entry.ts'
import type { GroupKey } from '../../src/core/ledger/group-keys.ts'
import { readGroupKeys } from '../../src/core/ledger/group-keys.ts'
import { kindOf } from '../../src/core/ledger/kinds/kinds.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import { findField } from '../../src/core/ledger/ledger.ts'
import { fullOrder, parseOrder } from '../../src/core/ledger/list-order.ts'
import { sum } from '../../src/core/quantity/decimal.ts'
import type { Decimal } from '../../src/core/quantity/decimal.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import { groupEntries } from '../../src/store/group-entries.ts'
import { listEntries } from '../../src/store/list-entries.ts'
import { openListMemory } from '../../src/store/list-memory.ts'
import type { Town } from '../../src/store/town.ts'
import { pick, randomOf, someDay, someSet } from '../builders/random-history.ts'
import { smallTown } from '../builders/small-town.ts'
import { clock, entriesOfLedger, livingEntries } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/**
 * Any page of a list, in any order, with any filter and right, is the page of all its entries filtered and put in order one by one; so are its total and
 * its sums, also those remembered from before and moved on by what happened since; and however the page is reached.
 * The rows of all groups together are the list's total, and the sums of groups its sums.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  sale: ['', 'day', '-day', 'org', '-org', 'org,-day', 'kind,-head', '-money,org', 'id', '-id', 'day,-money', 'note,kind,id'],
  device: ['', 'valid_from', '-valid_from', 'org', 'state,-value', '-valid_to', 'id', 'org,valid_from'],
}
const groupings: Readonly<Record<string, readonly string[]>> = { sale: ['kind', 'org', 'day', 'kind,day', 'org,kind'], device: ['state', 'org', 'org,state'] }
const keysOf = (ledger: Ledger, text: string): readonly GroupKey[] => {
  const keys = readGroupKeys(ledger, { searchesPersonal: true }, text)
  if (isRefusal(keys)) throw new Error(text)
  return keys
}
const ways = [{ few: 10_000, deep: 5000 }, { few: 0, deep: 0 }, { few: 0, deep: 1000 }, { few: 1000, deep: 0 }, { few: 8, deep: 3 }]
const wheres = (random: () => number): Readonly<Record<string, readonly Predicate[]>> => ({
  sale: [everything, { kind: 'compare', field: 'day', op: '>=', value: someDay(random) }, { kind: 'is', field: 'kind', value: 'pig' }, { kind: 'is', field: 'money', value: null }, { kind: 'not', of: { kind: 'in', field: 'org', values: ['v1', 'v2'] } }],
  device: [everything, { kind: 'is', field: 'state', value: 'on' }, { kind: 'compare', field: 'value', op: '<', value: '2500' }],
})
const rights: readonly Predicate[] = [everything, { kind: 'in', field: 'org', values: ['v1', 'v3', 'farm'] }]

describe.each([6, 12])('a random history of seed %i', (seed) => {
  let place: FreshDatabase
  let town: Town

  beforeAll(async () => {
    place = await freshDatabase()
    town = await smallTown(place.database, 'town_small', clock())
  })
  afterAll(async () => {
    await town.close()
    await place.drop()
  })

  test('every page is the naive page', async () => {
    const random = randomOf(seed)
    const lists = openListMemory()
    for (let step = 0; step < 20; step += 1) {
      const living = await livingEntries(town)
      await Promise.all(Array.from({ length: 4 }, () => town.commit(someSet(random, living))))
      const { head, declared } = await town.book()
      for (const key of ['sale', 'device']) {
        const ledger = declared.ledgers.get(key)
        if (ledger === undefined) throw new Error(key)
        const entries = await entriesOfLedger(town, key)
        const sums = key === 'sale' ? ['head', 'money'] : ['value']
        for (let round = 0; round < 12; round += 1) {
          const [sort, where, right] = [pick(random, orders[key] ?? []), pick(random, wheres(random)[key] ?? []), pick(random, rights)]
          const page = { order: parseOrder(sort), where, right, voided: random() < 0.3, offset: Math.floor(random() * 30), limit: 1 + Math.floor(random() * 10), sums, memory: { lists, head }, ways: pick(random, ways) }
          const listed = await listEntries(town.db.pool, town.schema, ledger, page)
          const all = naive(ledger, entries, both(right, where), page.voided, sort)
          const told = JSON.stringify({ key, sort, step, ...page })
          expect(listed.rows.map((entry) => entry.id), told).toEqual(all.slice(page.offset, page.offset + page.limit).map((entry) => entry.id))
          expect(listed.total, told).toBe(all.length)
          const grouped = await groupEntries(town.db.pool, town.schema, ledger, page, keysOf(ledger, pick(random, groupings[key] ?? [])), sums, 1000)
          expect([grouped?.total, grouped?.sums], told).toEqual([listed.total, listed.sums])
          expect(listed.sums, told).toEqual(Object.fromEntries(sums.map((field) => [field, sum(all.filter((entry) => !entry.void).flatMap((entry) => (lastSpan(entry).fields[field] as Decimal | undefined) ?? []))])))
        }
      }
    }
  })
})

const naive = (ledger: Ledger, entries: readonly Entry[], where: Predicate, voided: boolean, sort: string): readonly Entry[] => {
  const holds = compilePredicate(where, ledger)
  const order = fullOrder(ledger, parseOrder(sort))
  const value = (entry: Entry, key: string) => (key === 'id' ? entry.id : key === 'valid_from' ? lastSpan(entry).from : key === 'valid_to' ? lastSpan(entry).to : (lastSpan(entry).fields[key] ?? null))
  const compare = (a: Entry, b: Entry): number => {
    for (const { key, desc } of order) {
      const [left, right] = [value(a, key), value(b, key)]
      if (left === right) continue
      if (left === null) return 1
      if (right === null) return -1
      const field = findField(ledger, key)
      const way = typeof left === 'number' ? left - Number(right) : field === undefined ? (left < right ? -1 : 1) : kindOf(field).compare(left, right as string)
      if (way !== 0) return desc ? -way : way
    }
    return 0
  }
  return entries.filter((entry) => (voided || !entry.void) && holds(lastSpan(entry).fields)).sort(compare)
}
