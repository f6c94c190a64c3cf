import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FreshDatabase } from '../../test/harness/town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { rowSetsOf, sql } from './sql.ts'

let place: FreshDatabase
beforeAll(async () => void (place = await freshDatabase()))
afterAll(() => place.drop())

test('several queries at once answer in their order, whatever their parameters say', async () => {
  const odd = ["it's", 'a\\', "\\'; select 1; --", '$1', '$2 $$', '村\n', '']
  const queries = odd.map((text, index) => sql`select ${text}::text as text, ${index}::bigint as number, ${text} = ${odd[0]} as first`)
  expect(await rowSetsOf(place.database.pool, queries)).toEqual(odd.map((text, index) => [{ text, number: index, first: index === 0 }]))
})

test('a single query answers one set, and a list is no parameter of it', async () => {
  expect(await rowSetsOf(place.database.pool, [sql`select ${-7}::int as number`])).toEqual([[{ number: -7 }]])
  await expect(rowSetsOf(place.database.pool, [sql`select ${['a']}::text[] as list`])).rejects.toThrow('only text and numbers')
})
