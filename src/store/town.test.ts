import { expect, test } from 'vitest'
import type { Fields } from '../core/ledger/value.ts'
import { smallLedgers, smallMeasures, smallTown, spanOf } from '../../test/builders/small-town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { openDatabase } from './database.ts'
import { createTown, declareAll, listTowns } from './town.ts'
import { accepted } from './writer.ts'

test('opening a town again declares nothing that stands already', async () => {
  const { database } = await freshDatabase()
  const first = await createTown(database, '330282999', '示例镇')
  await declareAll(first, smallLedgers, smallMeasures)
  const { head } = await first.book()
  await first.close()
  const again = await createTown(database, '330282999', '示例镇')
  await declareAll(again, smallLedgers, smallMeasures)
  expect((await again.book()).head).toBe(head)
  await declareAll(again, smallLedgers, smallMeasures.map((measure) => ({ ...measure, owner: 'order' })))
  expect((await again.book()).head).toBe(head + smallMeasures.length)
  expect(await listTowns(database)).toEqual([{ code: '330282999', name: '示例镇', schema: 'town_330282999' }])
  await again.close()
})

test('an entry that moved since it was read is written from what it says now', async () => {
  const { database } = await freshDatabase()
  const town = await smallTown(database, 'town_read')
  const sale = (head: string) => ({ act: 'create' as const, verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-01-01', head })] })
  const [still, moved] = accepted(await town.commit({ by: { person: 1 }, changes: [sale('3'), sale('4')] })).entries
  if (still === undefined || moved === undefined) throw new Error('nothing was entered')
  const correct = (entry: number, saw: number, set: Fields) => ({ act: 'correct' as const, verb: 'sale.correct', ledger: 'sale', entry, saw, set })
  const [again] = accepted(await town.commit({ by: { person: 1 }, changes: [correct(moved.id, moved.version, { kind: 'pig' })], reason: '补录' })).entries
  const read = new Map([still, moved].map((entry) => [entry.id, entry]))
  const heads = [still, moved].map(({ id, version }) => correct(id, version, { head: '9' }))
  expect(await town.commit({ by: { person: 1 }, changes: heads, reason: '重数' }, { read })).toMatchObject({ code: 'stale-version', details: { entry: moved.id } })
  const { entries } = accepted(await town.commit({ by: { person: 1 }, changes: [correct(still.id, still.version, { head: '9' }), correct(moved.id, again?.version ?? 0, { head: '9' })], reason: '重数' }, { read }))
  expect(entries.map(({ spans }) => spans[0]?.fields)).toMatchObject([{ head: '9' }, { head: '9', kind: 'pig' }])
  await town.close()
})

test('a writer whose connection is cut while nobody writes takes another', async () => {
  const { database, url } = await freshDatabase()
  const town = await smallTown(database, 'town_cut')
  const outside = await openDatabase({ data: '', url, connections: 1 })
  await outside.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
  await expect.poll(() => database.pool.totalCount).toBe(0)
  const sale = { act: 'create' as const, verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-01-01', head: '3' })] }
  const { numbers } = accepted(await town.commit({ by: { person: 1 }, changes: [sale] }))
  expect((await town.book()).head).toBe(numbers[0])
  await town.close()
  await outside.close()
})
