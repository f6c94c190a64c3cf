import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallLedgers, smallTown, spanOf } from '../../test/builders/small-town.ts'
import type { FreshDatabase } from '../../test/harness/town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import type { Outcome } from '../core/journal/fold.ts'
import type { Field } from '../core/ledger/field.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { words } from '../core/words.ts'
import { isRefusal } from '../core/refusal/refusal.ts'
import { migrationsDirectory } from './migrate.ts'
import { replay } from './replay.ts'
import type { Town } from './town.ts'
import { declareAll } from './town.ts'

let place: FreshDatabase
let town: Town
beforeAll(async () => {
  place = await freshDatabase()
  town = await smallTown(place.database, 'town_small')
})
afterAll(async () => {
  await town.close()
  await place.drop()
})

const visit = smallLedgers.find((ledger) => ledger.key === 'visit')
if (visit === undefined) throw new Error('visit')
const like = (key: string, unique?: Ledger['unique']): Ledger => ({ ...visit, key, unique })
const enter = (ledger: string, household = 'h1'): Promise<Outcome> => town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: `${ledger}.create`, ledger, spans: [spanOf({ org: 'v1', day: '2023-05-02', household })] }] })
const told = (outcome: Outcome): string => (isRefusal(outcome) ? outcome.code : 'accepted')

test('ledgers named like tables and indexes of others stand beside them', async () => {
  const keys = ['party', 'party-org', 'party-day', 'party-pk', 'party-unique-day', 'journal', 'postings', 'balances', 'head']
  await declareAll(town, keys.map((key) => like(key, [['day']])), [])
  for (const key of keys) expect(told(await enter(key)), key).toBe('accepted')
  for (const key of keys) expect(await enter(key), key).toMatchObject({ code: 'not-unique', details: { constraint: 'day' } })
})

test('long names that begin alike are kept apart', async () => {
  const key = 'a-ledger-with-a-key-as-long-as-a-key-may-ever-be'
  await declareAll(town, [like(key, [['day', 'household'], ['day', 'org']])], [])
  expect(told(await enter(key))).toBe('accepted')
})

test('a unique key that is lifted binds no longer, and may be set again', async () => {
  await declareAll(town, [like('knock', [['household']])], [])
  expect([told(await enter('knock')), told(await enter('knock'))]).toEqual(['accepted', 'not-unique'])
  await declareAll(town, [like('knock')], [])
  expect(told(await enter('knock', 'h2'))).toBe('accepted')
  expect(told(await enter('knock', 'h3'))).toBe('accepted')
  await declareAll(town, [like('knock', [['household']])], [])
  expect([told(await enter('knock')), told(await enter('knock', 'h4'))]).toEqual(['not-unique', 'accepted'])
})

test('a field may not be called what every object answers to', async () => {
  const outcome = await town.commit({ by: { person: 1 }, changes: [{ act: 'declare', verb: 'ledger.declare', declaration: { kind: 'ledger', ledger: { ...visit, key: 'site', fields: [...visit.fields, { key: 'constructor', title: { zh: '施工单位', en: 'Constructor' }, kind: 'text' }] } } }] })
  expect(told(outcome)).toBe('bad-declaration')
})

test('what entries are found by has an index, a text too long for one has none, and a ledger that stands gets those of its references', async () => {
  const named = async () => (await place.database.pool.query<{ name: string }>(`select indexname as name from pg_indexes where schemaname = 'town_small' and tablename = 'ledger_kiln' order by 1`)).rows.map(({ name }) => name.replace('ledger_kiln__', ''))
  const kiln = (more: Partial<Field> = {}): Ledger => ({ key: 'kiln', title: words('窑', 'Kilns'), shape: 'register', line: 'test', owner: 'farm', orgField: 'org', fields: [{ key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'name', title: words('名', 'Name'), kind: 'text', ...more }, { key: 'code', title: words('码', 'Code'), kind: 'text', format: 'credit-code' }, { key: 'device', title: words('设备', 'Device'), kind: 'reference', ledger: 'device' }] })
  await declareAll(town, [kiln()], [])
  expect(await named()).toEqual(['from', 'name_code', 'name_name', 'org', 'pk', 'ref_device'])
  await declareAll(town, [kiln({ maxLength: 2000 })], [])
  expect(await named()).toEqual(['from', 'name_code', 'org', 'pk', 'ref_device'])
  const long = '窑'.repeat(2000)
  expect(told(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'kiln.create', ledger: 'kiln', spans: [spanOf({ org: 'v1', name: long }, '2023-01-01')] }] }))).toBe('accepted')
  const client = await place.database.connect()
  await client.query(`set search_path to town_small; drop index ledger_kiln__ref_device`)
  await client.query(readFileSync(join(migrationsDirectory, 'town', '0008_reference-order.sql'), 'utf8'))
  await client.query('reset search_path')
  client.release()
  expect(await named()).toContain('ref_device')
})

test('all of it is rebuilt from the journal', async () => {
  expect((await replay(place.database, 'town_small', 'town_again')).rows).toBe((await town.book()).head)
})
