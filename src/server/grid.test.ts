import { beforeAll, expect, test } from 'vitest'
import { createClose } from '../api/close.ts'
import { undoBatch } from '../api/batch.ts'
import { entryRoutes } from '../api/entry.ts'
import { listFigures } from '../api/figure.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const sale = entryRoutes('sale', words('售', 'sale'))
const household = entryRoutes('household', words('户', 'household'))
const held: { ids: readonly number[] } = { ids: [] }
const sold = [
  { org: 'v1', day: '2023-05-02', head: '3', money: '100.5', kind: 'pig', note: '生猪出栏' },
  { org: 'v2', day: '2023-05-20', head: '5', money: '20', kind: 'sheep', note: 'A2 批次' },
  { org: 'v3', day: '2023-06-01', head: '7', kind: 'pig' },
  { org: 'v1', day: '2023-06-02', head: '2', money: '9', note: '重记；分;号|竖%线' },
]
const pigs = async (): Promise<string | null> => (await (await served.as('leader')).ok(listFigures, { period: '2023H1', measures: 'pigs' })).figures[0]?.value ?? null
const versions = async () => new Map((await (await served.as('farm')).ok(sale.list, {})).rows.map((row) => [row.id, row.version]))

beforeAll(async () => {
  const farm = await served.as('farm')
  const ids: number[] = []
  for (const fields of sold) ids.push((await farm.ok(sale.create, { fields })).id)
  held.ids = ids
})

test('a list is filtered by kind of field, put in order by several columns, and searched', async () => {
  const farm = await served.as('farm')
  const found = async (input: Readonly<Record<string, string>>) => (await farm.ok(sale.list, input)).rows.map((row) => held.ids.indexOf(row.id))
  expect(await found({ where: 'kind:pig|sheep', sort: 'day' })).toEqual([0, 1, 2])
  expect(await found({ where: 'kind:pig|', sort: 'day' })).toEqual([0, 2, 3])
  expect(await found({ where: 'kind!' })).toEqual([3])
  expect(await found({ where: 'money?', sort: '-money' })).toEqual([0, 1, 3])
  expect(await found({ where: 'org^east', sort: 'org,-day' })).toEqual([3, 0, 1])
  expect(await found({ where: 'org^town;head>=3;head<=5', sort: '-head' })).toEqual([1, 0])
  expect(await found({ where: 'note~批次' })).toEqual([1])
  expect(await found({ where: 'note~分%3B号%7C竖%25线' })).toEqual([3])
  expect(await found({ sort: 'org,-day', desc: 'true' })).toEqual([2, 1, 0, 3])
  expect(await found({ q: '出栏' })).toEqual([0])
  badFields(await farm.get(sale.list.verb, { where: 'head^v1' }), { where: 'not-condition' })
  badFields(await farm.get(sale.list.verb, { where: 'org^nowhere' }), { where: 'not-org' })
})

test('Chinese is found by the first letters of its syllables, also by each reading of a character', async () => {
  const farm = await served.as('farm')
  await farm.ok(household.create, { from: '2023-01-01', fields: { org: 'v1', name: '长河镇·PM2.5浓度', class: 'big' } })
  const found = async (q: string) => (await farm.ok(household.list, { q })).total
  expect([await found('chz'), await found('zhz'), await found('CHZPM25nd'), await found('hzp'), await found('czh')]).toEqual([1, 1, 1, 1, 0])
  expect((await (await served.as('leader')).ok(household.list, { q: 'chz' })).total).toBe(0)
})

test('groups tell counts and sums, and the conditions that open them', async () => {
  const farm = await served.as('farm')
  const byKind = await farm.ok(sale.group, { by: 'kind' })
  expect(byKind.groups).toEqual([
    { values: ['pig'], where: 'kind:pig', count: 2, sums: { head: '10', money: '100.5' } },
    { values: ['sheep'], where: 'kind:sheep', count: 1, sums: { head: '5', money: '20' } },
    { values: [null], where: 'kind!', count: 1, sums: { head: '2', money: '9' } },
  ])
  const two = await farm.ok(sale.group, { by: 'org,day', where: 'head>=3' })
  expect(two.groups.map(({ values, count }) => [...values, count])).toEqual([['v1', '2023-05', 1], ['v2', '2023-05', 1], ['v3', '2023-06', 1]])
  for (const group of two.groups) expect((await farm.ok(sale.list, { where: `head>=3;${group.where}` })).total).toBe(group.count)
  expect((await (await served.as('v1')).ok(sale.group, { by: 'org' })).groups.map((group) => group.values)).toEqual([['v1']])
})

test('a block is previewed cell by cell and then corrected as one batch, which is undone as one', async () => {
  const farm = await served.as('farm')
  const [first = 0, second = 0, third = 0] = held.ids
  const saw = await versions()
  const edits = [
    { entry: first, saw: saw.get(first), set: { head: '4', kind: '羊' } },
    { entry: second, saw: saw.get(second), set: { head: 'x', day: '2023-02-30' } },
    { entry: third, saw: saw.get(third), set: { head: '7' } },
  ]
  const head = await served.head()
  const seen = await farm.ok(sale.edit, { edits, rows: 'good', dry: true })
  expect([seen.correct, seen.same, seen.refused, seen.batch, await served.head()]).toEqual([1, 1, 1, null, head])
  expect(seen.rows.map((row) => [row.does, row.before, row.after, row.fields.map(({ field, code }) => [field, code])])).toEqual([
    ['correct', { head: '3', kind: 'pig' }, { head: '4', kind: 'sheep' }, []],
    ['refused', {}, {}, [['day', 'not-day'], ['head', 'not-number']]],
    ['same', {}, {}, []],
  ])
  refused(await farm.post(sale.edit.verb, { edits, rows: 'all', dry: false, reason: '照纸质台账改' }), 422, 'rows-rejected')
  const before = await pigs()
  const done = await farm.ok(sale.edit, { edits, rows: 'good', dry: false, reason: '照纸质台账改' })
  expect((await farm.ok(sale.read, { entry: first })).history.at(-1)).toMatchObject({ verb: 'sale.correct', batch: done.batch, reason: '照纸质台账改' })
  expect([before, await pigs()]).toEqual(['10', '7'])
  expect((await farm.ok(sale.edit, { edits: edits.slice(0, 1), rows: 'good', dry: true })).rows[0]).toMatchObject({ does: 'refused', code: 'changed-since' })
  await farm.ok(undoBatch, { batch: done.batch, seen: await served.head(), reason: '贴错了块' })
  expect(await pigs()).toBe('10')
})

test('all rows of a list are set at once; closed months, rows of others and rows changed since the preview are told', async () => {
  const farm = await served.as('farm')
  const [, , third = 0] = held.ids
  await farm.ok(createClose, { ledger: 'sale', month: '2023-05' })
  const seen = await farm.ok(sale.fill, { where: 'kind:pig', set: { kind: 'sheep', note: '改类' }, dry: true })
  expect([seen.batch, seen.part.rows, seen.part.correct, seen.part.refused, seen.part.reasons.map(({ code, count }) => [code, count])]).toEqual([null, 2, 1, 1, [['month-closed', 1]]])
  expect(seen.part.examples).toEqual([{ entry: third, before: { kind: 'pig', note: null }, after: { kind: 'sheep', note: '改类' } }])
  await farm.ok(sale.correct, { entry: third, saw: (await versions()).get(third), set: { head: '8' }, reason: '补记' })
  const late = await farm.ok(sale.fill, { where: 'kind:pig', set: { kind: 'sheep' }, dry: false, seen: seen.seen, reason: '改类' })
  expect([late.part.correct, late.part.reasons.map(({ code }) => code).sort()]).toEqual([0, ['changed-since', 'month-closed']])
  const done = await farm.ok(sale.fill, { where: 'kind:pig', set: { kind: 'sheep' }, entries: JSON.parse(`[${third}]`) as number[], dry: false, seen: await served.head(), reason: '改类' })
  expect([done.part.rows, done.part.correct, done.next]).toEqual([1, 1, null])
  expect((await farm.ok(sale.read, { entry: third })).history.at(-1)).toMatchObject({ verb: 'sale.correct', batch: done.batch, reason: '改类' })
  const village = await served.as('v1')
  expect((await village.ok(sale.fill, { set: { org: 'v2' }, dry: true })).part).toMatchObject({ correct: 0, refused: 2 })
})

test('who may not write rows changes none, and a sealed value is not set in a block', async () => {
  const farm = await served.as('farm')
  const saw = await versions()
  const edits = held.ids.map((entry) => ({ entry, saw: saw.get(entry), set: { head: '1' } }))
  for (const login of ['leader', 'auditor', 'order']) {
    const caller = await served.as(login)
    refused(await caller.post(sale.edit.verb, { edits, rows: 'good', dry: true }), 403, 'forbidden')
    refused(await caller.post(sale.fill.verb, { set: { head: '1' }, dry: true }), 403, 'forbidden')
  }
  const village = await served.as('v1')
  const own = await village.ok(sale.edit, { edits, rows: 'good', dry: true })
  expect(own.rows.map((row) => [row.does, row.code])).toEqual([['refused', 'month-closed'], ['refused', 'not-found'], ['refused', 'not-found'], ['correct', null]])
  refused(await village.post('household.edit', { edits: [{ entry: 1, saw: 1, set: {} }], rows: 'good', dry: true }), 403, 'forbidden')
  refused(await farm.post('reported.fill', { set: { value: '1' }, dry: true }), 403, 'forbidden')
  const { rows } = await farm.ok(household.list, {})
  expect((await farm.ok(household.edit, { edits: [{ entry: rows[0]?.id, saw: rows[0]?.version, set: { identity: '330282199001010011' } }], rows: 'good', dry: true })).rows[0]?.fields).toMatchObject([{ field: 'identity', code: 'field-in-entry' }])
})
