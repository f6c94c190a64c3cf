import { beforeAll, expect, test } from 'vitest'
import { approveCorrection, createClose, proposeCorrection } from '../api/close.ts'
import { entryRoutes } from '../api/entry.ts'
import { readEdition, readReport, sealEdition, tellReport } from '../api/report.ts'
import { readToday } from '../api/today.ts'
import type { ReportDocument } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { readEntry } from '../formats/docx/zip.ts'
import { readSealedEdition } from '../formats/docx/properties.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'

const served = servedTown({ demo: { accounts: [] } })
const sales = entryRoutes('sale', words('售', 'sale'))
const document = (more: ReportDocument['blocks'] = []): ReportDocument => ({
  title: '示例镇2023年上半年工作报告',
  blocks: [
    { kind: 'heading', level: 1, text: '一、农业' },
    { kind: 'paragraph', runs: [{ kind: 'text', text: '生猪出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '，' }, { kind: 'figure', measure: 'pigs', show: 'change' }, { kind: 'text', text: '；总产值' }, { kind: 'figure', measure: 'output', show: 'value' }, { kind: 'text', text: '。' }] },
    ...more,
  ],
})
const held = { sale: 0 }

const writeReport = async (periodKey: string, text: ReportDocument): Promise<number> =>
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf({ title: text.title, org: 'town', period: periodKey, day: '2023-07-01', document: JSON.stringify(text) })] }] })).numbers[0] ?? 0

beforeAll(async () => {
  const farm = await served.as('farm')
  await farm.ok(sales.create, { fields: { org: 'v1', day: '2022-03-01', head: '10', kind: 'pig' } })
  held.sale = (await farm.ok(sales.create, { fields: { org: 'v1', day: '2023-02-01', head: '20', kind: 'pig' } })).id
  await farm.ok(entryRoutes('reported', words('报', 'reported')).create, { fields: { measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '32.5', growth: '6.6', status: 'estimate', source: '统计站' } })
  await writeReport('2023H1', document())
  await writeReport('2022H1', document([{ kind: 'paragraph', runs: [{ kind: 'figure', measure: 'output', show: 'change' }] }]))
})

const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const head = await served.head()
  await act()
  expect(await served.head()).toBe(head)
}

test('the living report is read with every figure it binds, its findings, and what may be done', async () => {
  const leader = await served.as('leader')
  const report = await leader.ok(readReport, { period: '2023H1' })
  expect(report.figures.map((each) => [each.id, each.text, each.status?.key ?? null])).toEqual([['pigs', '20个', null], ['output', '32.5元', 'estimate']])
  expect([report.findings.map((each) => each.rule), report.editions, report.can]).toEqual([['stale'], [], { 'edition.seal': false, 'report.export': true, 'report.open': false, 'report.rename': false, 'freeze.create': false, 'section.create': false }])
  expect((await (await served.as('office')).ok(readReport, { period: '2023H1' })).can['edition.seal']).toBe(true)
  refused(await served.nobody.get('report.read', { period: '2023H1' }), 401, 'not-signed-in')
  refused(await leader.get('report.read', { period: '2021H1' }), 404, 'not-found')
  badFields(await leader.get('report.read', { period: 'spring', cutoff: 'x' }), { cutoff: 'not-day' })
  badFields(await leader.get('report.read', { period: 'spring' }), { period: 'not-period' })
})

test('after a change only what it may have moved is told again', async () => {
  const [farm, leader] = [await served.as('farm'), await served.as('leader')]
  const measures = 'pigs,output,devices-on,close-rate'
  const before = await leader.ok(tellReport, { period: '2023H1', measures })
  expect(before.told.map((each) => each.measure)).toEqual(measures.split(','))
  const again = async (): Promise<readonly (readonly [string, string])[]> => (await leader.ok(tellReport, { period: '2023H1', measures, since: before.asOf })).told.map((each) => [each.measure, each.text] as const)
  expect(await again()).toEqual([])
  const { id } = await farm.ok(sales.create, { fields: { org: 'v1', day: '2023-03-01', head: '5', kind: 'pig' } })
  expect(await again()).toEqual([['pigs', '25个']])

  await farm.ok(sales.void, { entry: id, saw: id, reason: '重复登记' })
  expect(await again()).toEqual([['pigs', '20个']])
})

test('the Word file binds every number, and a demonstration says what it is', async () => {
  const leader = await served.as('leader')
  const docx = await leader.bytes('report.export', { period: '2023H1' })
  const body = readEntry(docx, 'word/document.xml') ?? ''
  for (const part of ['figure:pigs:2023H1:value', '20个', 'figure:pigs:2023H1:change', '同比增长100%', 'figure:output:2023H1:value', '预计', '32.5元', '演示数据']) expect(body).toContain(part)
  const answer = await leader.get('report.export', { period: '2023H1' })
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('示例镇2023年上半年工作报告.docx'))
  badFields(await leader.get('report.export'), { period: 'field-required' })
})

test('an edition is sealed once for a state of the book; what moves later stands in its restatement', async () => {
  const office = await served.as('office')
  const { entry: report, version: saw } = await office.ok(readReport, { period: '2023H1' })
  await unchanged(async () => {
    refused(await served.nobody.post('edition.seal', { report, saw }), 401, 'not-signed-in')
    refused(await (await served.as('leader')).post('edition.seal', { report, saw }), 403, 'forbidden')
    badFields(await office.post('edition.seal', { report: 'x' }), { report: 'not-number', saw: 'field-required' })
    refused(await office.post('edition.seal', { report: 999_999, saw }), 404, 'not-found')
    refused(await office.post('edition.seal', { report, saw: 1 }), 409, 'report-changed')
    const unclean = await office.ok(readReport, { period: '2022H1' })
    expect(refused(await office.post('edition.seal', { report: unclean.entry, saw: unclean.version }), 422, 'report-not-clean').details).toEqual({ count: 3 })
  })
  const head = await served.town.book()
  const edition = await office.ok(sealEdition, { report, saw })
  expect(edition).toMatchObject({ number: 1, day: '2023-07-03', headNumber: head.head, headHash: head.hash, sealedBy: '示例office' })
  await unchanged(async () => refused(await office.post('edition.seal', { report, saw }), 409, 'edition-exists'))

  await (await served.as('farm')).ok(createClose, { ledger: 'sale', month: '2023-02' })
  const farm = await served.as('farm')
  const proposal = await farm.ok(proposeCorrection, { ledger: 'sale', entry: held.sale, saw: held.sale, act: 'correct', set: { head: '25' }, reason: '漏记五头' })
  expect((await office.ok(readToday, {})).restated).toEqual([])
  const { journal } = await (await served.as('farmer')).ok(approveCorrection, { entry: proposal.id, saw: proposal.id })

  const { restatement, figures } = await office.ok(readEdition, { edition: edition.entry })
  expect(figures.map((each) => each.text)).toEqual(['20个', '32.5元'])
  expect(restatement).toMatchObject([{ measure: 'pigs', then: '20个，同比增长100%', now: '25个，同比增长150%', cause: 'rows', rows: [{ ledger: 'sale', entry: held.sale, journal, verb: 'sale.correct', by: { name: '示例farm' }, reason: '漏记五头', then: '20', now: '25', visible: true }] }])
  expect((await office.ok(readToday, {})).restated).toEqual([{ edition: edition.entry, number: 1, title: document().title, figures: 1 }])
  expect((await office.ok(sealEdition, { report, saw })).number).toBe(2)
})

test('of a row that moved a figure a reader sees no more than she may', async () => {
  const { editions } = await (await served.as('order')).ok(readReport, { period: '2023H1' })
  const read = async (login: string) => (await (await served.as(login)).ok(readEdition, { edition: editions[0]?.entry })).restatement[0]?.rows[0]
  expect(await read('v1')).toMatchObject({ visible: true, entry: held.sale })
  const { id } = await (await served.as('farm')).ok(sales.create, { fields: { org: 'v2', day: '2023-03-01', head: '1', kind: 'pig' } })
  const rows = (await (await served.as('v1')).ok(readEdition, { edition: editions[0]?.entry })).restatement[0]?.rows
  expect(rows).toContainEqual(expect.objectContaining({ visible: false, entry: 0, by: { id: 0, name: '' }, reason: null, then: '0', now: '1' }))
  expect(rows?.some((row) => row.entry === id)).toBe(false)
})

test('the paper of an edition says what was sealed, carries the head, and lists what changed', async () => {
  const leader = await served.as('leader')
  const { editions } = await leader.ok(readReport, { period: '2023H1' })
  const docx = await leader.bytes('edition.export', { edition: String(editions[0]?.entry) })
  const body = readEntry(docx, 'word/document.xml') ?? ''
  expect(body).toContain('20个')
  expect(body).toContain('漏记五头')
  expect(readSealedEdition(docx)).toMatchObject({ number: 1, headNumber: editions[0]?.headNumber, headHash: editions[0]?.headHash })
  refused(await leader.get('edition.read', { edition: '1' }), 404, 'not-found')
  badFields(await leader.get('edition.export', { edition: 'first' }), { edition: 'not-number' })
})
