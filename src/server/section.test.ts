import { beforeAll, describe, expect, test } from 'vitest'
import { approveThaw, askThaw, createFreeze, refuseThaw } from '../api/freeze.ts'
import { entryRoutes } from '../api/entry.ts'
import { createReport, listReports, moveReport, openReport, readEdition, readReport, renameReport, sealEdition } from '../api/report.ts'
import { assignSection, createSection, moveSection, removeSection, splitSection, writeSection } from '../api/section.ts'
import type { Block } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { installation } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { accepted } from '../store/writer.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const says = (text: string, id?: string): Block => ({ kind: 'paragraph', ...(id === undefined ? {} : { id }), runs: [{ kind: 'text', text }] })
const whole: readonly Block[] = [
  { kind: 'heading', level: 1, text: '一、上半年工作' },
  { kind: 'heading', level: 2, text: '（一）农业' },
  { kind: 'paragraph', runs: [{ kind: 'text', text: '生猪出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '。' }] },
  { kind: 'heading', level: 2, text: '（二）平安' },
  says('矛盾纠纷有效化解。'),
]

const newReport = async (period: string): Promise<number> => {
  const fields = { title: `${period}报告`, org: 'town', period, day: '2023-07-01', document: JSON.stringify({ title: `${period}报告`, blocks: whole }) }
  return accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
}
const read = async (period: string, as = 'office') => (await served.as(as)).ok(readReport, { period })
const textOf = async (period: string): Promise<string> => JSON.stringify((await read(period)).document.blocks)
const lastVerb = async (): Promise<string> => (await served.town.db.pool.query<{ verb: string }>(`select verb from ${served.town.schema}.journal order by number desc limit 1`)).rows[0]?.verb ?? ''

let [office, farm, leader]: Caller[] = []
const by = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody has signed in')
  return caller
}

beforeAll(async () => {
  ;[office, farm, leader] = [await served.as('office'), await served.as('farm'), await served.as('leader')]
  await by(farm).ok(sales.create, { fields: { org: 'v1', day: '2023-02-01', head: '20', kind: 'pig' } })
})

describe('a report opened for writing', () => {
  beforeAll(async () => {
    const report = await newReport('2023H1')
    await by(office).ok(openReport, { report, saw: report })
  })

  test('stands in sections, each with the office that answers for most of its numbers', async () => {
    const report = await read('2023H1')
    expect(report.sections.map(({ title, org, from, to }) => [title, org, from, to])).toEqual([['一、上半年工作', 'town', 0, 1], ['（一）农业', 'farm', 1, 3], ['（二）平安', 'town', 3, 5]])
    expect(report.document.blocks.map((block) => block.id)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5'])
    expect(report.document.blocks.map(({ id: _, ...block }) => block)).toEqual(whole)
    refused(await by(office).post('report.open', { report: report.entry, saw: report.version }), 409, 'report-open')
  })

  test('each office writes its own section, and the journal names it', async () => {
    const [, farming, peace] = (await read('2023H1', 'farm')).sections
    expect([farming?.can['section.write'], farming?.can['section.assign'], peace?.can['section.write']]).toEqual([true, false, false])
    const blocks = [...(await read('2023H1')).document.blocks.slice(1, 3), says('春耕备耕有序。', 'x1')]
    const written = await by(farm).ok(writeSection, { section: farming?.entry, saw: farming?.version, blocks })
    expect([written.merged, written.blocks, await lastVerb()]).toEqual([false, blocks, 'section.write'])
    refused(await by(farm).post('section.write', { section: peace?.entry, saw: peace?.version, blocks }), 403, 'forbidden')
    refused(await by(leader).post('section.write', { section: farming?.entry, saw: written.version, blocks }), 403, 'forbidden')
    refused(await by(office).post('section.write', { section: 1, saw: 1, blocks }), 404, 'not-found')
  })

  test('saving what stands already writes nothing', async () => {
    const report = await read('2023H1')
    const section = report.sections[1]
    const head = await served.head()
    expect(await by(farm).ok(writeSection, { section: section?.entry, saw: section?.version, blocks: report.document.blocks.slice(section?.from, section?.to) })).toMatchObject({ version: section?.version, merged: false })
    expect(await served.head()).toBe(head)
  })

  test('two who write one section from the same version keep both texts; one place changed twice is told with both', async () => {
    const section = (await read('2023H1')).sections[1]
    const base = (await read('2023H1')).document.blocks.slice(section?.from, section?.to)
    const saw = section?.version
    await by(farm).ok(writeSection, { section: section?.entry, saw, blocks: [...base, says('农机购置补贴发放及时。', 'x2')] })
    const merged = await by(office).ok(writeSection, { section: section?.entry, saw, blocks: [...base.slice(0, 2), says('春耕备耕提前完成。', 'x1')] })
    expect([merged.merged, merged.blocks.slice(2)]).toEqual([true, [says('春耕备耕提前完成。', 'x1'), says('农机购置补贴发放及时。', 'x2')]])
    const conflict = await by(farm).post('section.write', { section: section?.entry, saw, blocks: [...base.slice(0, 2), says('春耕备耕延后。', 'x1')] })
    refused(conflict, 409, 'section-changed')
    expect(conflict.body.error?.details).toMatchObject({ by: '示例office', conflicts: [{ id: 'x1', mine: says('春耕备耕延后。', 'x1'), theirs: says('春耕备耕提前完成。', 'x1') }] })
  })

  test('a block copied from another section gets a name of its own', async () => {
    const report = await read('2023H1')
    const peace = report.sections[2]
    const blocks = [...report.document.blocks.slice(peace?.from, peace?.to), says('春耕备耕提前完成。', 'x1')]
    const written = await by(office).ok(writeSection, { section: peace?.entry, saw: peace?.version, blocks })
    expect(written.blocks.map((block) => block.id === 'x1')).toEqual([false, false, false])
    expect(written.blocks[2]).toMatchObject({ runs: [{ text: '春耕备耕提前完成。' }] })
  })

  test('the town office divides, moves, gives away, adds and takes out sections', async () => {
    const [, farming] = (await read('2023H1')).sections
    await by(office).ok(splitSection, { section: farming?.entry, saw: farming?.version, block: 'x1' })
    let sections = (await read('2023H1')).sections
    expect(sections.map((section) => section.title)).toEqual(['一、上半年工作', '（一）农业', '春耕备耕提前完成。', '（二）平安'])
    await by(office).ok(moveSection, { section: sections[2]?.entry, saw: sections[2]?.version, after: sections[3]?.entry })
    await by(office).ok(assignSection, { section: sections[3]?.entry, saw: sections[3]?.version, org: 'order', budget: 800 })
    badFields(await by(office).post('section.assign', { section: sections[0]?.entry, saw: sections[0]?.version, org: 'nowhere', budget: null }), { org: 'not-org' })
    badFields(await by(office).post('section.move', { section: sections[0]?.entry, saw: sections[0]?.version, after: 1 }), { after: 'not-found' })
    await by(office).ok(createSection, { report: (await read('2023H1')).entry, after: null, org: 'town', blocks: [says('前言。')] })
    sections = (await read('2023H1')).sections
    expect(sections.map(({ title, org, budget }) => [title, org, budget])).toEqual([['前言。', 'town', null], ['一、上半年工作', 'town', null], ['（一）农业', 'farm', null], ['（二）平安', 'order', 800], ['春耕备耕提前完成。', 'farm', null]])
    await by(office).ok(removeSection, { section: sections[0]?.entry, saw: sections[0]?.version })
    expect((await read('2023H1')).sections).toHaveLength(4)
    refused(await by(farm).post('section.remove', { section: sections[2]?.entry, saw: sections[2]?.version }), 403, 'forbidden')
  })
})

describe('the states of a report', () => {
  const held = { report: 0 }
  beforeAll(async () => {
    held.report = await newReport('2023Q1')
    await by(office).ok(openReport, { report: held.report, saw: held.report })
  })
  const now = () => read('2023Q1')

  test('the office moves it, with a reason when it goes back', async () => {
    const before = await now()
    expect([before.state, before.moves]).toEqual(['draft', ['collect', 'ask', 'leaders', 'meeting', 'committee']])
    await by(office).ok(moveReport, { report: held.report, saw: before.version, state: 'leaders' })
    refused(await by(office).post('report.move', { report: held.report, saw: before.version, state: 'draft' }), 409, 'report-changed')
    const moved = await now()
    refused(await by(office).post('report.move', { report: held.report, saw: moved.version, state: 'draft' }), 422, 'reason-required')
    refused(await by(farm).post('report.move', { report: held.report, saw: moved.version, state: 'meeting' }), 403, 'forbidden')
    await by(office).ok(renameReport, { report: held.report, saw: moved.version, title: '一季度工作报告' })
    expect([(await now()).title, (await now()).document.title]).toEqual(['一季度工作报告', '一季度工作报告'])
  })

  test('frozen, its words and figures stand though the ledgers go on, and a thaw needs someone else and tells what moved', async () => {
    const before = await now()
    const { freeze } = await by(office).ok(createFreeze, { report: held.report, saw: before.version })
    await by(farm).ok(sales.create, { fields: { org: 'v1', day: '2023-03-01', head: '5', kind: 'pig' } })
    const frozen = await now()
    expect([frozen.state, frozen.told.map((each) => each.text), frozen.freeze?.moved.map(({ measure, then, now: is }) => [measure, then, is])]).toEqual(['frozen', ['20个'], [['pigs', '20个', '25个']]])
    expect(frozen.sections.every((section) => section.can['section.write'] === false)).toBe(true)
    const [first] = frozen.sections
    refused(await by(office).post('section.write', { section: first?.entry, saw: first?.version, blocks: [] }), 409, 'report-frozen')
    refused(await by(office).post('freeze.create', { report: held.report, saw: frozen.version }), 409, 'report-state')
    refused(await by(leader).post('freeze.approve', { freeze, saw: freeze }), 409, 'thaw-not-asked')
    await by(office).ok(askThaw, { freeze, saw: freeze, reason: '数字补登' })
    const asked = (await read('2023Q1', 'leader')).freeze
    expect([asked?.state, asked?.asker, asked?.reason, asked?.can]).toEqual(['thaw-asked', '示例office', '数字补登', { 'freeze.ask': false, 'freeze.approve': true, 'freeze.refuse': true }])
    refused(await by(office).post('freeze.approve', { freeze, saw: asked?.version }), 403, 'forbidden')
    await by(leader).ok(refuseThaw, { freeze, saw: asked?.version, reason: '会前再说' })
    const standing = (await now()).freeze
    await by(office).ok(askThaw, { freeze, saw: standing?.version, reason: '确有错漏' })
    await by(leader).ok(approveThaw, { freeze, saw: (await now()).freeze?.version })
    const thawed = await now()
    expect([thawed.state, thawed.freeze, thawed.told.map((each) => each.text)]).toEqual(['draft', null, ['25个']])
    const { rows } = await served.town.db.pool.query<{ approved_by: string; reason: string }>(`select approved_by, reason from ${served.town.schema}.journal where verb = 'freeze.approve' limit 1`)
    expect([Number(rows[0]?.approved_by) > 0, rows[0]?.reason]).toEqual([true, '确有错漏'])
  })

  test('sealed while frozen, the edition says what was frozen, and the report is sent', async () => {
    const { freeze } = await by(office).ok(createFreeze, { report: held.report, saw: (await now()).version })
    await by(farm).ok(sales.create, { fields: { org: 'v1', day: '2023-03-02', head: '1', kind: 'pig' } })
    const edition = await by(office).ok(sealEdition, { report: held.report, saw: (await now()).version })
    const sealed = await by(leader).ok(readEdition, { edition: edition.entry })
    expect([sealed.told.map((each) => each.text), sealed.restatement.map((each) => [each.then, each.now])]).toEqual([['25个'], [['25个', '26个']]])
    expect((await now()).state).toBe('sent')
    refused(await by(office).post('edition.seal', { report: held.report, saw: (await now()).version }), 409, 'edition-exists')
    expect((await now()).freeze?.entry).toBe(freeze)
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
  })
})

test('twenty writers in twenty sections, all saving at once: none loses a character', async () => {
  const blocks = Array.from({ length: 20 }, (_, at): Block => ({ kind: 'heading', level: 2, text: `（${at + 1}）第${at + 1}节` }))
  const fields = { title: '二十人同写', org: 'town', period: '2023Q2', day: '2023-07-01', document: JSON.stringify({ title: '二十人同写', blocks }) }
  const report = accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
  await by(office).ok(openReport, { report, saw: report })
  const { sections } = await read('2023Q2')
  const write = async (section: (typeof sections)[number] | undefined, at: number): Promise<string> => {
    let saw = section?.version
    let text = ''
    for (let key = 0; key < 12; key += 1) {
      text += String.fromCodePoint(0x4e00 + at * 12 + key)
      const written = await by(office).ok(writeSection, { section: section?.entry, saw, blocks: [{ ...blocks[at], id: `h${at}` }, says(text, `t${at}`)] })
      saw = written.version
    }
    return text
  }
  const texts = await Promise.all(sections.map(write))
  const stand = (await read('2023Q2')).document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.map((run) => (run.kind === 'text' ? run.text : '')) : []))
  expect(stand).toEqual(texts)
  expect(new Set(texts.join('')).size).toBe(240)
})

test('a report is begun for a period that has none', async () => {
  const { report } = await by(office).ok(createReport, { period: '2024H1', title: '2024年上半年工作报告' })
  refused(await by(office).post('report.create', { period: '2024H1', title: '又一份' }), 409, 'report-exists')
  refused(await by(farm).post('report.create', { period: '2024H2', title: '别的' }), 403, 'forbidden')
  expect((await read('2024H1')).sections.map((section) => section.title)).toEqual(['一、2024年上半年工作情况', '二、存在的问题', '三、下一步工作安排'])
  expect((await by(leader).ok(listReports, {})).reports.map((each) => each.period)).toEqual(['2024H1', '2023H1', '2023Q2', '2023Q1'])
  expect(JSON.parse(await textOf('2024H1'))).toHaveLength(3)
  expect(report).toBeGreaterThan(0)
})
