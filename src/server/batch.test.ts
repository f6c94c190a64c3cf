import { beforeAll, expect, test } from 'vitest'
import { readBatch, undoBatch } from '../api/batch.ts'
import { createClose } from '../api/close.ts'
import { entryRoutes } from '../api/entry.ts'
import { words } from '../core/words.ts'
import type { Day } from '../core/time/day.ts'
import { accepted } from '../store/writer.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const sale = entryRoutes('sale', words('售', 'sale'))
const fields = (day: string, org = 'v1') => ({ org, day, head: '3', kind: 'pig' })

/** Enters sales as one batch in the farm office's name; answers their numbers. */
const entered = async (batch: string, rows: readonly ReturnType<typeof fields>[]): Promise<readonly number[]> => {
  const changes = rows.map((row) => ({ act: 'create' as const, verb: 'sale.create', ledger: 'sale', spans: [{ from: null, to: null, fields: row }] }))
  return accepted(await served.town.commit({ by: { person: served.personOf('farm') }, batch, reason: '成批录入', changes })).entries.map((entry) => entry.id)
}

beforeAll(async () => {
  await entered('五月', [fields('2023-05-02'), fields('2023-05-03', 'v2'), fields('2023-05-04'), fields('2023-04-05')])
})

test('a batch tells what undoing it would do, undoes it, and says who changed what stays', async () => {
  const [farm, farmer] = [await served.as('farm'), await served.as('farmer')]
  const { rows } = await farm.ok(sale.list, { sort: 'id' })
  const [first, , third] = rows
  if (first === undefined || third === undefined) throw new Error('the batch is missing')
  await farmer.ok(sale.correct, { entry: first.id, saw: first.version, set: { head: '4' }, reason: '多记一头' })
  await farm.ok(createClose, { ledger: 'sale', month: '2023-04' })
  const seen = await farm.ok(readBatch, { batch: '五月' })
  expect(seen).toMatchObject({ rows: 4, by: '示例farm', reason: '成批录入', ledgers: [{ ledger: 'sale' }], part: { entries: 4, void: 2, restore: 0, nothing: 0, stay: 2 }, next: null, can: { undo: true } })
  expect(seen.part.staying.map(({ entry, code, by }) => [entry, code, by])).toEqual([[first.id, 'changed-since', '示例farmer'], [rows[3]?.id, 'month-closed', null]])
  const done = await farm.ok(undoBatch, { batch: '五月', seen: seen.seen, reason: '导错了文件' })
  expect([done.undone, done.stay, done.next, done.reasons.map(({ code, count }) => [code, count])]).toEqual([2, 2, null, [['changed-since', 1], ['month-closed', 1]]])
  const voided = await farm.ok(sale.read, { entry: third.id })
  expect([voided.void, voided.history.at(-1)]).toMatchObject([true, { verb: 'batch.undo', batch: done.batch, reason: '导错了文件', by: '示例farm' }])
  expect((await farm.ok(readBatch, { batch: '五月' })).part).toMatchObject({ void: 0, nothing: 2, stay: 2 })
  const back = await farm.ok(readBatch, { batch: done.batch })
  expect(back.part).toMatchObject({ entries: 2, restore: 2, stay: 0 })
  await farm.ok(undoBatch, { batch: done.batch, seen: back.seen, reason: '撤错了' })
  expect((await farm.ok(sale.read, { entry: third.id })).void).toBe(false)
})

test('a batch is undone by who may write its rows, and known to who may read them', async () => {
  await entered('六月', [fields('2023-06-02'), fields('2023-06-03', 'v2')])
  const [leader, village, order, auditor] = [await served.as('leader'), await served.as('v1'), await served.as('order'), await served.as('auditor')]
  const seen = await leader.ok(readBatch, { batch: '六月' })
  expect([seen.can['undo'], seen.part.reasons.map(({ code, count }) => [code, count])]).toEqual([false, [['forbidden', 2]]])
  refused(await leader.post(undoBatch.verb, { batch: '六月', seen: 1, reason: '不该有' }), 403, 'forbidden')
  refused(await auditor.post(undoBatch.verb, { batch: '六月', seen: 1, reason: '不该有' }), 403, 'forbidden')
  expect(await order.ok(undoBatch, { batch: '六月', seen: 1, reason: '不该有' })).toMatchObject({ undone: 0, stay: 2 })
  const own = await village.ok(readBatch, { batch: '六月' })
  expect([own.part.void, own.part.stay, own.part.staying]).toEqual([1, 1, []])
  const head = await served.head()
  expect(await village.ok(undoBatch, { batch: '六月', seen: own.seen, reason: '村里自己撤' })).toMatchObject({ undone: 1, stay: 1 })
  expect(await served.head()).toBe(head + 1)
  refused(await (await served.as('farm')).get(readBatch.verb, { batch: '没有' }), 400, 'bad-input')
})

test('a batch all undone is refused, and a key given up meanwhile frees its entry', async () => {
  const farm = await served.as('farm')
  const [id] = await entered('七月', [fields('2023-07-01')])
  await farm.ok(undoBatch, { batch: '七月', seen: 1, reason: '重复' })
  refused(await farm.post(undoBatch.verb, { batch: '七月', seen: 1, reason: '重复' }), 409, 'batch-undone')
  expect((await farm.ok(sale.read, { entry: id })).history.map(({ verb }) => verb)).toEqual(['sale.create', 'batch.undo'])
  const codes = [{ code: 'v8', zh: '八村', en: 'Eight', kind: 'village', parent: 'town' }]
  accepted(await served.town.commit({ by: { person: 0 }, batch: '单位', changes: codes.map((org) => ({ act: 'create', verb: 'org.create', ledger: 'org', spans: [{ from: '2023-01-01' as Day, to: null, fields: org }] })) }))
  refused(await farm.post(undoBatch.verb, { batch: '单位', seen: 1, reason: '不该有' }), 400, 'bad-input')
})
