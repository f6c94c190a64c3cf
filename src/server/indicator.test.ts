import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { approveCorrection, proposeCorrection } from '../api/close.ts'
import { entryRoutes } from '../api/entry.ts'
import { exportIndicator, listIndicators, readIndicator, saveIndicator, voidIndicator } from '../api/indicator.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { readEntry } from '../formats/docx/zip.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const targets = entryRoutes('target', words('目标', 'target'))
const rankings = entryRoutes('ranking', words('位次', 'place'))
const target = { measure: 'pigs', org: 'town', period: '2023', day: '2023-01-10', value: '100', source: '示例计划' }

beforeAll(async () => {
  const farm = await served.as('farm')
  for (const [org, day, head] of [['v1', '2022-06-01', '10'], ['v1', '2023-02-01', '20'], ['v2', '2023-06-05', '30']] as const) await farm.ok(sales.create, { fields: { org, day, head, kind: 'pig' } })
  await farm.ok(targets.create, { fields: target })
  await farm.ok(rankings.create, { fields: { measure: 'pigs', org: 'town', period: '2023H1', day: '2023-07-01', place: '3', among: '18', scope: '各镇街', source: '示例通报' } })
})

const lastVerb = async (): Promise<string | undefined> => (await served.town.db.pool.query<{ verb: string }>(`select verb from ${served.town.schema}.journal order by number desc limit 1`)).rows[0]?.verb

test('a table tells the target of the year, what was reached, the change, the place and the pace', async () => {
  const leader = await served.as('leader')
  const table = await leader.ok(readIndicator, { period: '2023H1' })
  expect(table).toMatchObject({ title: '2023年上半年主要指标完成情况表', org: 'town', time: '50', maker: '示例leader', day: '2023-07-03' })
  expect(table.columns).not.toContain('toDate')
  expect(table.rows.map((row) => row.measure)).toEqual(['pigs'])
  expect(table.rows[0]).toMatchObject({ target: '100', value: '50', completion: '50', pace: '0', standing: 'even', place: { place: '3', among: '18' }, change: { percent: '400', direction: 'up' }, mark: null })
})

test('a monthly bulletin holds the month beside the year so far', async () => {
  const table = await (await served.as('leader')).ok(readIndicator, { period: '2023-06', measures: 'pigs,output' })
  expect(table.title).toBe('2023年6月主要指标月报')
  expect(table.columns).toContain('toDate')
  expect(table.rows[0]).toMatchObject({ value: '30', toDate: '50', completion: '50' })
  expect(table.rows[1]).toMatchObject({ measure: 'output', value: null, target: null, completion: null, standing: null })
})

test('orgs stand beside the whole with their share of it', async () => {
  const table = await (await served.as('leader')).ok(readIndicator, { period: '2023H1', measures: 'pigs', orgs: 'v1,v2,v3' })
  expect(table.orgs.map((org) => org.name.zh)).toEqual(['一村', '二村', '三村'])
  expect(table.rows[0]?.parts).toEqual([{ org: 'v1', value: '20', share: '40' }, { org: 'v2', value: '30', share: '60' }, { org: 'v3', value: '0', share: '0' }])
})

test('only the office that answers for a measure, or the town office, sets its target or place', async () => {
  const head = await served.head()
  for (const routes of [targets, rankings]) {
    const fields = routes === targets ? { ...target, period: '2024' } : { measure: 'pigs', org: 'town', period: '2022', day: '2023-01-05', place: '1', among: '18', scope: '各镇街', source: '示例通报' }
    for (const login of ['order', 'leader', 'v1', 'auditor']) refused(await (await served.as(login)).post(routes.create.verb, { fields }), 403, 'forbidden')
    badFields(await (await served.as('farm')).post(routes.create.verb, { fields: { ...fields, measure: 'cows' } }), { measure: 'not-found' })
  }
  expect(await served.head()).toBe(head)
  await (await served.as('office')).ok(targets.create, { fields: { ...target, period: '2024' } })
})

test('a target that was corrected still stands in the table of before', async () => {
  const farm = await served.as('farm')
  const { id, journal } = await farm.ok(targets.create, { fields: { ...target, period: '2022', value: '40' } })
  const proposed = await farm.ok(proposeCorrection, { ledger: 'target', entry: id, saw: journal, act: 'correct', set: { value: '20' }, reason: '中期调整' })
  refused(await (await served.as('order')).post(approveCorrection.verb, { entry: proposed.id, saw: proposed.id }), 403, 'forbidden')
  await (await served.as('farmer')).ok(approveCorrection, { entry: proposed.id, saw: proposed.id })
  const completion = async (more: Record<string, string>) => (await farm.ok(readIndicator, { period: '2022H1', measures: 'pigs', ...more })).rows[0]?.completion
  expect([await completion({}), await completion({ asOf: `#${journal}` })]).toEqual(['50', '25'])
})

test('a table is saved under a name by the town office, changed, read again, and voided', async () => {
  const office = await served.as('office')
  const content = { title: '农业月报', kind: 'month', measures: ['pigs', 'money'], orgs: ['v1'], columns: ['value', 'toDate'] } as const
  const wanted = { ...content, measures: [...content.measures], orgs: [...content.orgs], columns: [...content.columns] }
  refused(await (await served.as('farm')).post('indicator.save', wanted), 403, 'forbidden')
  const saved = await office.ok(saveIndicator, wanted)
  expect(await lastVerb()).toBe('indicator.save')
  const leader = await served.as('leader')
  expect(await leader.ok(listIndicators, {})).toMatchObject({ tables: [{ entry: saved.entry, ...content }], can: { 'indicator.save': false } })
  expect(await leader.ok(readIndicator, { period: '2023-06', table: saved.entry })).toMatchObject({ title: '农业月报', columns: ['value', 'toDate'], orgs: [{ code: 'v1' }], rows: [{ measure: 'pigs' }, { measure: 'money' }] })
  const changed = await office.ok(saveIndicator, { ...wanted, entry: saved.entry, saw: saved.version, title: '农业快报' })
  refused(await office.post('indicator.save', { ...wanted, entry: saved.entry, saw: saved.version }), 409, 'stale-version')
  refused(await (await served.as('farm')).post('indicator.void', { entry: saved.entry, saw: changed.version, reason: '不再使用' }), 403, 'forbidden')
  await office.ok(voidIndicator, { entry: saved.entry, saw: changed.version, reason: '不再使用' })
  expect(await lastVerb()).toBe('indicator.void')
  expect((await leader.ok(listIndicators, {})).tables).toEqual([])
  refused(await leader.get('indicator.read', { period: '2023H1', table: String(saved.entry) }), 404, 'not-found')
})

test('the table goes out as Excel with numbers and as Word with its heads', async () => {
  const leader = await served.as('leader')
  const xlsx = await leader.bytes(exportIndicator.verb, { period: '2023H1', format: 'xlsx' })
  const book = new excel.Workbook()
  await book.xlsx.load(Uint8Array.from(xlsx).buffer)
  const [sheet] = book.worksheets
  expect([sheet?.getCell('B3').value, sheet?.getCell('B4').value, sheet?.getCell('D4').value, sheet?.getCell('E4').value]).toEqual(['指标', 'pigs', 100, 50])
  const docx = await leader.bytes(exportIndicator.verb, { period: '2023H1', format: 'docx' })
  expect(readEntry(docx, 'word/document.xml')).toContain('制表人：示例leader')
})
