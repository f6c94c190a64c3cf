import { beforeAll, describe, expect, test } from 'vitest'
import { createReply, listReplies, voidReply } from '../api/reply.ts'
import { createReport, readReport } from '../api/report.ts'
import { rollReport } from '../api/roll.ts'
import { removeSection } from '../api/section.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { installation } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { accepted } from '../store/writer.ts'

const served = servedTown()
const says = (text: string) => ({ kind: 'paragraph', runs: [{ kind: 'text', text }] }) as const
const title = '2023年上半年工作回顾及下半年工作计划'
const blocks = [
  { kind: 'heading', level: 1, text: '一、2023年上半年工作回顾' },
  { kind: 'heading', level: 2, text: '（一）农业' },
  { kind: 'paragraph', runs: [{ kind: 'text', text: '生猪出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '。' }] },
  { kind: 'heading', level: 1, text: '二、2023年下半年工作计划' },
  says('新建泵站2座。'),
  says('改造污水管网5公里。'),
] as const
const held = { first: 0, next: 0 }

const lastVerbs = async (): Promise<readonly string[]> => (await served.town.db.pool.query<{ row: string }>(`select verb || ' ' || ledger as row from ${served.town.schema}.journal order by number desc limit 5`)).rows.map(({ row }) => row)

beforeAll(async () => {
  const fields = { title, org: 'town', period: '2023H1', day: '2023-07-01', document: JSON.stringify({ title, blocks }) }
  held.first = accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
})

describe('the next report from the last', () => {
  test('is begun by the office, once, for a later period', async () => {
    const office = await served.as('office')
    const before = await served.head()
    refused(await (await served.as('farm')).post('report.roll', { from: held.first, period: '2023H2' }), 403, 'forbidden')
    refused(await office.post('report.roll', { from: 1, period: '2023H2' }), 404, 'not-found')
    badFields(await office.post('report.roll', { from: held.first, period: '2022H2' }), { period: 'period-not-later' })
    expect(await served.head()).toBe(before)
    const rolled = await office.ok(rollReport, { from: held.first, period: '2023H2' })
    held.next = rolled.report
    expect([rolled.title, await lastVerbs()]).toEqual(['2023年下半年工作回顾及2024年上半年工作计划', ['report.roll section', 'report.roll section', 'report.roll section', 'report.roll report', 'report.create report']])
    refused(await office.post('report.roll', { from: held.first, period: '2023H2' }), 409, 'report-exists')
  })

  test('carries the outline with the new period, keeps numbers bound to it, and shows the old words as drafts', async () => {
    const report = await (await served.as('leader')).ok(readReport, { period: '2023H2' })
    expect(report.document.blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind === 'paragraph' ? block.carried : ''))).toEqual(['一、2023年下半年工作回顾', '（一）农业', true, '二、2024年上半年工作计划', true, true])
    expect([report.previous, report.state, report.figures.map((figure) => [figure.id, figure.period]), report.sections.map((section) => section.org)]).toEqual([held.first, 'draft', [['pigs', '2023H2']], ['town', 'farm', 'town']])
  })

  test('rolls on from a report that is written by sections', async () => {
    const rolled = await (await served.as('office')).ok(rollReport, { from: held.next, period: '2024H1' })
    const report = await (await served.as('office')).ok(readReport, { period: '2024H1' })
    expect([report.previous, report.sections.map((section) => section.title), rolled.title]).toEqual([held.next, ['一、2024年上半年工作回顾', '（一）农业', '二、2024年下半年工作计划'], '2024年上半年工作回顾及2024年下半年工作计划'])
  })
})

describe('what the last plan promised', () => {
  const promises = async () => (await (await served.as('office')).ok(listReplies, { report: held.next })).promises
  const blockOf = async (at: number): Promise<string> => (await (await served.as('office')).ok(readReport, { period: '2023H2' })).document.blocks[at]?.id ?? ''

  test('is listed, unanswered, whoever reads the report', async () => {
    const list = await (await served.as('leader')).ok(listReplies, { report: held.next })
    expect([list.previous, list.promises.map(({ quote, reply }) => [quote, reply]), list.can]).toEqual([{ title, period: '2023H1' }, [['新建泵站2座', null], ['改造污水管网5公里', null]], { 'reply.create': false, 'reply.void': false }])
  })

  test('is answered at a block by whoever writes its section, and may be answered elsewhere instead', async () => {
    const [pump, pipe] = await promises()
    const [office, farm] = [await served.as('office'), await served.as('farm')]
    refused(await (await served.as('leader')).post('reply.create', { report: held.next, promise: pump?.key, block: await blockOf(2) }), 403, 'forbidden')
    refused(await farm.post('reply.create', { report: held.next, promise: pump?.key, block: await blockOf(4) }), 403, 'forbidden')
    badFields(await office.post('reply.create', { report: held.next, promise: 'c1', block: await blockOf(2) }), { promise: 'not-found' })
    badFields(await office.post('reply.create', { report: held.next, promise: pump?.key, block: 'gone' }), { block: 'not-found' })
    const first = await farm.ok(createReply, { report: held.next, promise: pump?.key, block: await blockOf(2) })
    expect([(await promises()).map(({ reply }) => reply?.at ?? null), (await lastVerbs())[0]]).toEqual([[2, null], 'reply.create reply'])
    const moved = await office.ok(createReply, { report: held.next, promise: pump?.key, block: await blockOf(4) })
    await office.ok(createReply, { report: held.next, promise: pipe?.key, block: await blockOf(2) })
    expect([moved.reply, (await promises()).map(({ reply }) => reply?.at)]).toEqual([first.reply, [4, 2]])
  })

  test('is open again when its answer is taken back, and says so when its block is gone', async () => {
    const office = await served.as('office')
    const [pump] = await promises()
    await office.ok(voidReply, { reply: pump?.reply?.entry, saw: pump?.reply?.version })
    expect([(await promises())[0]?.reply, (await lastVerbs())[0]]).toEqual([null, 'reply.void reply'])
    refused(await office.post('reply.void', { reply: pump?.reply?.entry, saw: pump?.reply?.version }), 404, 'not-found')
    const section = (await office.ok(readReport, { period: '2023H2' })).sections[1]
    await office.ok(removeSection, { section: section?.entry, saw: section?.version })
    expect((await promises())[1]?.reply?.at).toBeNull()
  })

  test('a first report has none before it', async () => {
    const { report } = await (await served.as('office')).ok(createReport, { period: '2020H1', title: '上半年报告' })
    expect(await (await served.as('leader')).ok(listReplies, { report })).toMatchObject({ previous: null, promises: [] })
  })

  test('and the book still proves', async () => {
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
  })
})
