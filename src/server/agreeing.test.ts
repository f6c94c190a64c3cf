import { beforeAll, describe, expect, test } from 'vitest'
import { compareReport, reportHistory } from '../api/history.ts'
import { createInstruction, listInstructions } from '../api/instruction.ts'
import { acceptProposal, createProposal, declineProposal, listProposals } from '../api/proposal.ts'
import { answerRemark, createRemark, listRemarks, withdrawRemark } from '../api/remark.ts'
import { moveReport, openReport, readReport } from '../api/report.ts'
import { createFreeze } from '../api/freeze.ts'
import { removeSection, writeSection } from '../api/section.ts'
import { createSupervision } from '../api/supervision.ts'
import { listMatters, readMatter } from '../api/matter.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { matterFields } from '../core/matter/matter-fields.ts'
import type { Block } from '../core/report/document.ts'
import { supervisionFields } from '../core/report/supervision.ts'
import { words } from '../core/words.ts'
import { supervision } from '../packs/zhejiang-town/procedures/supervision.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { declareAll, installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'

/** Supervision items, kept by the town office and acted on by whoever they are given to. */
const items: Ledger = {
  key: 'item', title: words('督办', 'Supervision'), shape: 'event', line: 'test', owner: 'town', orgField: 'org', dateField: 'day', procedure: supervision.procedure, unique: [['number']],
  fields: [{ key: 'org', title: words('单位', 'Org'), kind: 'org', required: true }, { key: 'day', title: words('立项日期', 'Raised'), kind: 'day', required: true }, ...supervisionFields, ...supervision.fields, ...matterFields(supervision.procedure)],
}

const served = servedTown()
const says = (id: string, text: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })
const whole: readonly Block[] = [
  { kind: 'heading', level: 1, id: 'h1', text: '一、农业' },
  { kind: 'paragraph', id: 'p1', runs: [{ kind: 'text', text: '生猪出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '。' }] },
  says('p2', '春耕备耕有序推进。'),
  { kind: 'heading', level: 1, id: 'h2', text: '二、平安' },
  says('p3', '矛盾纠纷有效化解。'),
]

let [office, farm, order, leader, village]: Caller[] = []
const by = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody has signed in')
  return caller
}
const read = (period: string) => by(office).ok(readReport, { period })
const newReport = async (period: string): Promise<number> => {
  const fields = { title: `${period}报告`, org: 'town', period, day: '2023-07-01', document: JSON.stringify({ title: `${period}报告`, blocks: whole }) }
  const report = accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
  await by(office).ok(openReport, { report, saw: report })
  return report
}
const journalled = async (verb: string): Promise<number> => Number((await served.town.db.pool.query<{ n: string }>(`select count(*) as n from ${served.town.schema}.journal where verb = $1`, [verb])).rows[0]?.n)
const blocksOf = async (period: string, at: number): Promise<readonly Block[]> => {
  const { document, sections } = await read(period)
  return document.blocks.slice(sections[at]?.from, sections[at]?.to)
}

beforeAll(async () => {
  ;[office, farm, order, leader, village] = [await served.as('office'), await served.as('farm'), await served.as('order'), await served.as('leader'), await served.as('v1')]
})

describe('remarks', () => {
  const held = { report: 0 }
  beforeAll(async () => {
    held.report = await newReport('2023H1')
  })
  const list = async (as = leader) => (await by(as).ok(listRemarks, { report: held.report })).remarks

  test('stand at their words, are answered by who writes the section, and then wait no more', async () => {
    const [farming] = (await read('2023H1')).sections
    const { remark } = await by(leader).ok(createRemark, { section: farming?.entry, block: 'p2', quote: '有序推进', text: '请写明面积' })
    expect(await list(farm)).toMatchObject([{ entry: remark, block: 'p2', quote: '有序推进', text: '请写明面积', state: 'open', by: '示例leader', can: { 'remark.answer': true, 'remark.withdraw': false } }])
    expect((await by(farm).get('today.read')).body).toMatchObject({ remarks: [{ entry: remark, text: '请写明面积', period: '2023H1' }] })
    refused(await by(order).post('remark.answer', { remark, text: '不归我办' }), 403, 'forbidden')
    await by(farm).ok(answerRemark, { remark, text: '已补充3000亩' })
    expect((await list()).map(({ state, answers }) => [state, answers.map((each) => [each.text, each.by])])).toEqual([['answered', [['已补充3000亩', '示例farm']]]])
    expect((await by(farm).get('today.read')).body).toMatchObject({ remarks: [] })
    expect([await journalled('remark.create'), await journalled('remark.answer')]).toEqual([1, 2])
  })

  test('stay when the words they are at change, and when they go', async () => {
    const [farming] = (await read('2023H1')).sections
    await by(farm).ok(writeSection, { section: farming?.entry, saw: farming?.version, blocks: (await blocksOf('2023H1', 0)).slice(0, 2) })
    expect((await list()).map(({ section, block, quote }) => [section, block, quote])).toEqual([[farming?.entry, 'p2', '有序推进']])
  })

  test('are taken back by who made them or the town office, and not answered then', async () => {
    const [farming] = (await read('2023H1')).sections
    const { remark } = await by(leader).ok(createRemark, { section: farming?.entry, block: 'p1', text: '再核一遍' })
    refused(await by(farm).post('remark.withdraw', { remark }), 403, 'forbidden')
    await by(leader).ok(withdrawRemark, { remark })
    expect((await list()).map((each) => each.entry)).not.toContain(remark)
    refused(await by(farm).post('remark.answer', { remark, text: '已核' }), 409, 'remark-withdrawn')
    refused(await by(office).post('remark.withdraw', { remark }), 409, 'remark-withdrawn')
    expect(await journalled('remark.withdraw')).toBe(1)
  })

  test('are made only at words that are there, by those who follow the report', async () => {
    const [farming] = (await read('2023H1')).sections
    badFields(await by(leader).post('remark.create', { section: farming?.entry, block: 'p9', text: '在哪里' }), { block: 'not-found' })
    refused(await by(leader).post('remark.create', { section: 1, block: 'p1', text: '在哪里' }), 404, 'not-found')
    refused(await by(village).get('remark.list', { report: String(held.report) }), 403, 'forbidden')
    refused(await by(leader).post('remark.answer', { remark: 1, text: '没有这条' }), 404, 'not-found')
  })

  test('are read a page at a time in the order of the text, and counted whole by their blocks', async () => {
    const [farming, peace] = (await read('2023H1')).sections
    const remark = async (section: number | undefined, block: string, text: string): Promise<number> => (await by(leader).ok(createRemark, { section, block, text })).remark
    const made = [await remark(peace?.entry, 'p3', '第一条'), await remark(farming?.entry, 'p1', '第二条'), await remark(farming?.entry, 'h1', '第三条')]
    await by(farm).ok(answerRemark, { remark: made[1], text: '已答复' })
    const page = async (input: { readonly state?: 'open'; readonly offset?: number; readonly limit?: number }) => {
      const { remarks, total, marks } = await by(leader).ok(listRemarks, { report: held.report, ...input })
      return { texts: remarks.map((each) => each.text), total, marks }
    }
    const whole = await page({})
    expect([whole.texts, whole.total]).toEqual([['请写明面积', '第三条', '第二条', '第一条'], 4])
    expect(whole.marks).toEqual([{ block: 'p2', count: 1, open: 0 }, { block: 'h1', count: 1, open: 1 }, { block: 'p1', count: 1, open: 0 }, { block: 'p3', count: 1, open: 1 }])
    expect(await page({ offset: 2, limit: 1 })).toEqual({ texts: ['第二条'], total: 4, marks: whole.marks })
    expect(await page({ state: 'open' })).toEqual({ texts: ['第三条', '第一条'], total: 2, marks: whole.marks })
    expect(await page({ offset: 9 })).toEqual({ texts: [], total: 4, marks: whole.marks })
  })
})

describe('proposals', () => {
  const held = { report: 0 }
  beforeAll(async () => {
    held.report = await newReport('2023Q2')
  })
  const waiting = async (as = leader) => (await by(as).ok(listProposals, { report: held.report })).proposals
  const propose = async (as: Caller | undefined, saw: number | undefined, section: number | undefined, blocks: readonly Block[]) => (await by(as).ok(createProposal, { section, saw, blocks })).proposal

  test('two leaders who accept different proposals of one section lose neither: the second is merged', async () => {
    const [farming] = (await read('2023Q2')).sections
    const base = await blocksOf('2023Q2', 0)
    const one = await propose(farm, farming?.version, farming?.entry, base.with(2, says('p2', '春耕备耕全面完成。')))
    const other = await propose(order, farming?.version, farming?.entry, [...base, says('p9', '农机补贴发放到位。')])
    expect((await waiting()).map(({ entry, changes, conflicts, can }) => [entry, changes.filter((change) => change.kind !== 'same').map((change) => [change.kind, change.id]), conflicts, can['proposal.accept']])).toEqual([[one, [['changed', 'p2']], [], true], [other, [['added', 'p9']], [], true]])
    refused(await by(farm).post('proposal.accept', { proposal: one, saw: farming?.version }), 403, 'forbidden')
    const { version } = await by(leader).ok(acceptProposal, { proposal: one, saw: farming?.version })
    expect((await waiting()).map(({ entry, version: at, changes }) => [entry, at, changes.filter((change) => change.kind !== 'same').map((change) => change.id)])).toEqual([[other, version, ['p9']]])
    await by(office).ok(acceptProposal, { proposal: other, saw: farming?.version })
    expect(await blocksOf('2023Q2', 0)).toEqual([...base.slice(0, 2), says('p2', '春耕备耕全面完成。'), says('p9', '农机补贴发放到位。')])
    refused(await by(leader).post('proposal.accept', { proposal: one, saw: version }), 409, 'proposal-decided')
    expect(await journalled('proposal.accept')).toBe(4)
  })

  test('two leaders who accept different words for one paragraph: the second is asked with both texts, and loses none', async () => {
    const [farming] = (await read('2023Q2')).sections
    const base = await blocksOf('2023Q2', 0)
    const [mine, theirs] = [says('p2', '春耕备耕扎实推进。'), says('p2', '春耕备耕提前完成。')]
    const one = await propose(farm, farming?.version, farming?.entry, base.with(2, theirs))
    const other = await propose(order, farming?.version, farming?.entry, base.with(2, mine))
    const { version } = await by(leader).ok(acceptProposal, { proposal: one, saw: farming?.version })
    const second = await by(office).post('proposal.accept', { proposal: other, saw: farming?.version })
    refused(second, 409, 'proposal-moved')
    expect(second.body.error?.details['conflicts']).toEqual([{ id: 'p2', base: base[2], mine, theirs }])
    refused(await by(office).post('proposal.accept', { proposal: other, saw: version }), 409, 'proposal-conflict')
    expect((await waiting()).map(({ conflicts }) => conflicts.map(({ id, base: was }) => [id, was]))).toEqual([[['p2', '春耕备耕全面完成。']]])
    await by(office).ok(acceptProposal, { proposal: other, saw: version, choices: { p2: 'theirs' } })
    expect((await blocksOf('2023Q2', 0))[2]).toEqual(theirs)
  })

  test('some blocks of a proposal are accepted and the others go on waiting, until they are accepted or declined', async () => {
    const [farming] = (await read('2023Q2')).sections
    const base = await blocksOf('2023Q2', 0)
    const proposal = await propose(farm, farming?.version, farming?.entry, [...base.with(2, says('p2', '春耕备耕圆满收官。')), says('p8', '粮食安全责任落实。'), says('p7', '畜牧稳产。')])
    const shown = async () => (await waiting()).map(({ entry, changes }) => [entry, changes.flatMap((change) => (change.kind === 'same' ? [] : [change.id]))])
    expect(await shown()).toEqual([[proposal, ['p2', 'p8', 'p7']]])
    const before = await served.head()
    refused(await by(leader).post('proposal.accept', { proposal, saw: farming?.version, blocks: ['p1'] }), 422, 'nothing-changed')
    const { left, version } = await by(leader).ok(acceptProposal, { proposal, saw: farming?.version, blocks: ['p8'] })
    expect([left, version, await served.head()]).toEqual([true, before + 1, before + 1])
    expect(await blocksOf('2023Q2', 0)).toEqual([...base, says('p8', '粮食安全责任落实。')])
    expect(await shown()).toEqual([[proposal, ['p2', 'p7']]])
    expect((await by(office).ok(acceptProposal, { proposal, saw: version, blocks: ['p7', 'p2'] })).left).toBe(false)
    expect([(await blocksOf('2023Q2', 0)).flatMap((block) => (block.kind === 'paragraph' ? [block.id] : [])).toSorted(), await waiting()]).toEqual([['p1', 'p2', 'p7', 'p8', 'p9'], []])
    refused(await by(leader).post('proposal.accept', { proposal, saw: version }), 409, 'proposal-decided')
  })

  test('one place both changed is asked back with all three texts, and stands as chosen', async () => {
    const [, peace] = (await read('2023Q2')).sections
    const base = await blocksOf('2023Q2', 1)
    const proposal = await propose(leader, peace?.version, peace?.entry, base.with(1, says('p3', '纠纷化解率明显提升。')))
    const { version } = await by(office).ok(writeSection, { section: peace?.entry, saw: peace?.version, blocks: base.with(1, says('p3', '纠纷就地化解。')) })
    const asked = await by(leader).post('proposal.accept', { proposal, saw: version })
    refused(asked, 409, 'proposal-conflict')
    const all = { id: 'p3', base: says('p3', '矛盾纠纷有效化解。'), mine: says('p3', '纠纷化解率明显提升。'), theirs: says('p3', '纠纷就地化解。') }
    expect(asked.body.error?.details['conflicts']).toEqual([all])
    const marked = (await waiting())[0]?.conflicts.map((conflict) => [conflict.base, conflict.mine, conflict.theirs].map((words) => (typeof words === 'string' ? words : words?.map(({ kind, text }) => `${kind} ${text}`))))
    expect(marked).toEqual([['矛盾纠纷有效化解。', ['removed 矛盾纠纷有效化解', 'added 纠纷化解率明显提升', 'same 。'], ['removed 矛盾纠纷有效', 'added 纠纷就地', 'same 化解。']]])
    await by(leader).ok(acceptProposal, { proposal, saw: version, choices: { p3: 'mine' } })
    expect((await blocksOf('2023Q2', 1))[1]).toEqual(all.mine)
  })

  test('a proposal is declined with a reason, which the journal keeps', async () => {
    const [, peace] = (await read('2023Q2')).sections
    const proposal = await propose(farm, peace?.version, peace?.entry, [])
    await by(leader).ok(declineProposal, { proposal, reason: '不宜删去' })
    expect([await waiting(), (await by(leader).ok(listProposals, { report: held.report, state: 'all' })).proposals.at(-1)]).toMatchObject([[], { state: 'declined', decider: '示例leader' }])
    refused(await by(leader).post('proposal.decline', { proposal, reason: '不宜删去' }), 409, 'proposal-decided')
    const { rows } = await served.town.db.pool.query<{ reason: string }>(`select reason from ${served.town.schema}.journal where verb = 'proposal.decline'`)
    expect(rows).toEqual([{ reason: '不宜删去' }])
  })

  test('nothing is proposed that changes nothing, from a version that never was, or for a frozen report', async () => {
    const report = await read('2023Q2')
    const [farming, peace] = report.sections
    const base = await blocksOf('2023Q2', 0)
    refused(await by(farm).post('proposal.create', { section: farming?.entry, saw: farming?.version, blocks: base }), 422, 'nothing-changed')
    refused(await by(farm).post('proposal.create', { section: farming?.entry, saw: 1, blocks: [] }), 409, 'stale-version')
    refused(await by(village).post('proposal.create', { section: farming?.entry, saw: farming?.version, blocks: [] }), 403, 'forbidden')
    const open = await propose(farm, farming?.version, farming?.entry, [])
    const gone = await propose(farm, peace?.version, peace?.entry, [])
    await by(office).ok(removeSection, { section: peace?.entry, saw: peace?.version })
    refused(await by(leader).post('proposal.accept', { proposal: gone, saw: peace?.version }), 404, 'not-found')
    await by(office).ok(createFreeze, { report: held.report, saw: (await read('2023Q2')).version })
    refused(await by(leader).post('proposal.accept', { proposal: open, saw: farming?.version }), 409, 'report-frozen')
    refused(await by(farm).post('proposal.create', { section: farming?.entry, saw: farming?.version, blocks: [] }), 409, 'report-frozen')
    expect((await by(leader).get('today.read')).body).toMatchObject({ thaws: [], proposals: [{ report: held.report, count: 2 }] })
    const page = async (input: { readonly state?: 'all'; readonly offset?: number; readonly limit?: number }) => {
      const { proposals, total } = await by(leader).ok(listProposals, { report: held.report, ...input })
      return [proposals.map((each) => each.entry), total]
    }
    expect([await page({}), await page({ offset: 1, limit: 1 }), await page({ limit: 0 }), (await page({ state: 'all', limit: 0 }))[1]]).toEqual([[[open, gone], 2], [[gone], 2], [[], 2], 9])
  })
})

describe('the history of a report', () => {
  test('tells its moments by name, and any two are held against each other as they printed', async () => {
    const report = await newReport('2023Q1')
    const opened = await served.head()
    const [farming] = (await read('2023Q1')).sections
    const base = await blocksOf('2023Q1', 0)
    const first = await by(farm).ok(writeSection, { section: farming?.entry, saw: farming?.version, blocks: base.with(2, says('p2', '春耕备耕提前完成。')) })
    await by(farm).ok(writeSection, { section: farming?.entry, saw: first.version, blocks: [...base.slice(0, 1), says('p2', '春耕备耕提前完成。'), ...base.slice(1, 2)] })
    await by(office).ok(moveReport, { report, saw: (await read('2023Q1')).version, state: 'leaders' })
    const { moments, next } = await by(leader).ok(reportHistory, { report })
    expect(moments.map(({ verb, by: who, state, steps, named, sections }) => [verb, who, state, steps, named, sections.map((section) => section.title)])).toEqual([
      ['report.move', '示例office', 'leaders', 1, true, []],
      ['section.write', '示例farm', null, 2, false, ['一、农业']],
      ['report.open', '示例office', null, 2, true, ['二、平安', '一、农业']],
      ['report.create', '系统', null, 1, true, []],
    ])
    expect(next).toBeNull()
    const compared = await by(leader).ok(compareReport, { report, from: opened })
    expect([compared.counts, compared.changes.filter((change) => change.kind !== 'same' || change.moved).map(({ id, moved, pieces, section }) => [id, moved, pieces.map((piece) => `${piece.kind} ${piece.text}`), section])]).toEqual([
      { added: 0, removed: 0, changed: 1, moved: 1 },
      [['p2', true, ['same 春耕备耕', 'removed 有序推进', 'added 提前完成', 'same 。'], farming?.entry]],
    ])
    refused(await by(leader).get('report.compare', { report: String(report), from: String(report - 1) }), 404, 'not-found')
    expect(compared.sections).toEqual([{ entry: farming?.entry, title: '一、农业', org: farming?.org, budget: null, stands: true, after: null, blocks: base }])
    refused(await by(village).get('report.history', { report: String(report) }), 403, 'forbidden')
  })
})

describe('instructions', () => {
  const pdf = Buffer.from('%PDF-1.4 批示').toString('base64')

  test('are kept with who gave them and their scan, and start supervision items', async () => {
    const { instruction } = await by(leader).ok(createInstruction, { leader: '示例镇长', day: '2023-07-01', text: '请农业办抓紧补齐台账', scan: { name: '批示/1.pdf', content: pdf } })
    expect(String(await by(farm).bytes('instruction.fetch', { instruction: String(instruction) }))).toBe('%PDF-1.4 批示')
    refused(await by(farm).post('instruction.create', { leader: '示例镇长', day: '2023-07-01', text: '代拟' }), 403, 'forbidden')
    refused(await by(leader).post('supervision.create', { instruction, org: 'farm', due: '2023-07-31', content: '补齐台账' }), 409, 'no-supervision-ledger')
    expect(await by(leader).ok(listInstructions, {})).toMatchObject({ supervisions: null, can: { 'supervision.create': false } })
    await declareAll(served.town, [items], [])
    const raise = (due: string) => by(leader).ok(createSupervision, { instruction, org: 'farm', due, content: '补齐台账' })
    expect([(await raise('2023-07-31')).number, (await raise('2023-07-10')).number]).toEqual(['督〔2023〕1号', '督〔2023〕2号'])
    badFields(await by(leader).post('supervision.create', { instruction, org: 'nowhere', due: '2023-07-31', content: '补齐台账' }), { org: 'not-org' })
    badFields(await by(leader).post('supervision.create', { instruction, org: 'farm', due: '2023-07-02', content: '补齐台账' }), { due: 'below-minimum' })
    badFields(await by(leader).post('supervision.create', { org: 'farm', due: '2023-07-20', content: '补齐台账' }), { instruction: 'field-required' })
    refused(await by(village).post('supervision.create', { instruction, org: 'farm', due: '2023-07-31', content: '补齐台账' }), 403, 'forbidden')
    const listed = await by(leader).ok(listInstructions, {})
    expect(listed.instructions).toMatchObject([{ leader: '示例镇长', scan: '批示/1.pdf', items: [{ title: '督〔2023〕1号 补齐台账', state: { key: 'assigned' }, settled: null }, { title: '督〔2023〕2号 补齐台账' }] }])
    expect([listed.supervisions, await journalled('instruction.create'), await journalled('supervision.create'), await journalled('item.assign')]).toEqual(['item', 1, 2, 2])
  })

  test('become matters with the day that was named: the office that acts signs and reports, another closes', async () => {
    const { entry } = await by(office).ok(createSupervision, { source: 'meeting', org: 'farm', due: '2023-07-20', content: '落实会议要求' })
    const [first] = (await by(farm).ok(listMatters, { whose: 'office', ledger: 'item' })).rows
    expect([first?.title, first?.due]).toEqual(['督〔2023〕1号 补齐台账', '2023-07-04'])
    const step = (who: Caller | undefined, key: string, given = {}) => by(who).post(`item.${key}`, { entry, given })
    refused(await step(order, 'sign'), 403, 'forbidden')
    refused(await step(farm, 'report', { note: '已落实' }), 409, 'matter-state')
    expect((await step(farm, 'sign')).status).toBe(200)
    const matter = await by(farm).ok(readMatter, { ledger: 'item', entry })
    expect([matter.state.key, matter.clocks.find(({ key }) => key === 'act')]).toMatchObject(['working', { legal: '2023-07-20', standing: 'running' }])
    expect(matter.clocks.find(({ key }) => key === 'act')?.lines.map(({ kind }) => kind)).toEqual(['start', 'named', 'end', 'provisional'])
    expect((await step(farm, 'report', { note: '已落实' })).status).toBe(200)
    refused(await step(farm, 'close', { note: '自查属实' }), 403, 'forbidden')
  })
})
