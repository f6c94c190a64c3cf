import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fields } from '../../src/core/ledger/value.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallTown, spanOf } from '../builders/small-town.ts'
import { clock, entriesOfLedger } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** Keys are counted once at every node above them, also when the node, or a code used before, is entered after the rows. */
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

test('a parent entered after its children', async () => {
  await enter('org', { code: 'grid1', zh: '一网格', en: 'Grid', kind: 'grid', parent: 'v9' }, '2000-01-01')
  await enter('visit', { org: 'grid1', day: '2023-02-01', household: 'h1' })
  expect(await keysAt('town', '2023-02')).toBe(0)
  await enter('org', { code: 'v9', zh: '九村', en: 'Nine', kind: 'village', parent: 'town' }, '2000-01-01')
  expect([await keysAt('v9', '2023-02'), await keysAt('town', '2023-02')]).toEqual([1, 1])
})

test('a code that ended and is entered again', async () => {
  const v4 = (await entriesOfLedger(town, 'org')).find((entry) => entry.spans[0]?.fields['code'] === 'v4')
  if (v4 === undefined) throw new Error('v4')
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'end', verb: 'org.merge', ledger: 'org', entry: v4.id, saw: v4.version, to: '2023-01-01' as Day, set: { successor: 'v1' } }] }))
  await enter('visit', { org: 'v4', day: '2023-03-01', household: 'h2' })
  expect([await keysAt('v1', '2023-03'), await keysAt('v2', '2023-03')]).toEqual([1, 0])
  await enter('org', { code: 'v4', zh: '四村', en: 'Four', kind: 'village', parent: 'v2' }, '2023-02-01')
  expect([await keysAt('v1', '2023-03'), await keysAt('v2', '2023-03'), await keysAt('east', '2023-03')]).toEqual([0, 1, 1])
})

const enter = async (ledger: string, fields: Fields, from: string | null = null): Promise<void> =>
  void accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: `${ledger}.create`, ledger, spans: [spanOf(fields, from)] }] }))

const keysAt = async (org: string, frame: string): Promise<number> => {
  const { rows } = await place.database.pool.query<{ keys: number }>('select keys from town_small.distinct_counts where org = $1 and frame = $2', [org, frame])
  return rows[0]?.keys ?? 0
}
