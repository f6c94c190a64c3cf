import { beforeAll, describe, expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { comparePublications, createPublication, listPublications, readPublicFigure, readPublication, withdrawPublication } from '../api/publication.ts'
import { readReport, sealEdition } from '../api/report.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'
import { createLimits } from './sign-in.ts'

const served = servedTown({ limits: createLimits(1000, 60) })
const sales = entryRoutes('sale', words('售', 'sale'))
const index = '11330282002979013L/2023-183321'
const told = { index, issuer: '示例镇', mode: '主动公开', category: '计划总结', theme: '综合政务/政务公开', made: '2023-07-03', scope: '面向社会', smallCell: 5 }
const held = { edition: 0, publication: 0, sale: 0 }

const figure = (measure: string) => ({ kind: 'figure', measure, show: 'value' }) as const
const text = (said: string, source?: string) => ({ kind: 'text', text: said, ...(source === undefined ? {} : { source }) }) as const
const document = {
  title: '2023年上半年工作报告',
  blocks: [
    { kind: 'heading', level: 1, text: '一、农业' },
    { kind: 'paragraph', runs: [text('生猪出栏'), figure('pigs'), text('，交易'), figure('sales'), text('；总产值'), figure('output'), text('；结案率'), figure('close-rate'), text('；结案'), figure('cases-closed'), text('；在册设备'), figure('devices-on'), text('；走访'), figure('households'), text('户；多出'), figure('pigs-less-sales'), text('；受表彰3人', '王某的口头消息'), text('。')] },
  ],
}

const lastRows = async (count: number): Promise<readonly string[]> =>
  (await served.town.db.pool.query<{ row: string }>(`select verb || ' ' || ledger as row from ${served.town.schema}.journal order by number desc limit ${count}`)).rows.map(({ row }) => row).toReversed()
const stateOf = async (): Promise<string> => (await (await served.as('office')).ok(readReport, { period: '2023H1' })).state

beforeAll(async () => {
  const farm = await served.as('farm')
  const sell = async (org: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) held.sale = (await farm.ok(sales.create, { fields: { org, day: '2023-02-01', head: '2', kind: 'pig', note: '张三家' } })).id
  }
  await sell('v1', 9)
  await sell('v2', 7)
  await sell('v3', 2)
  await sell('v4', 12)
  for (const org of ['v1', 'v2']) await farm.ok(entryRoutes('device', words('设备', 'device')).create, { from: '2023-01-01', fields: { org, state: 'on' } })
  const visited = async (org: string, houses: readonly string[]): Promise<void> => {
    for (const household of houses) await farm.ok(entryRoutes('visit', words('访', 'visit')).create, { fields: { org, day: '2023-03-01', household } })
  }
  const houses = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
  await visited('v1', [...houses, 'h1', 'h2'])
  await visited('v2', [...houses.slice(1), 'h7'])
  await visited('v3', ['h8', 'h8', 'h8', 'h8', 'h8', 'h8'])
  await visited('v4', houses.slice(0, 5))
  const order = await served.as('order')
  for (const closed of ['2023-03-01', '2023-04-01']) await order.ok(entryRoutes('case', words('案', 'case')).create, { fields: { org: 'v1', found: '2023-02-01', closed } })
  await farm.ok(entryRoutes('reported', words('报', 'reported')).create, { fields: { measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '32.5', growth: '6.6', status: 'flash', source: '统计站李四' } })
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf({ title: document.title, org: 'town', period: '2023H1', day: '2023-07-01', state: 'frozen', document: JSON.stringify(document) })] }] }))
  const office = await served.as('office')
  const { entry: report, version: saw } = await office.ok(readReport, { period: '2023H1' })
  held.edition = (await office.ok(sealEdition, { report, saw })).entry
})

describe('an edition is made public', () => {
  test('by the office alone, under an index number that is its own', async () => {
    const office = await served.as('office')
    const before = await served.head()
    refused(await (await served.as('leader')).post('publication.create', { edition: held.edition, ...told }), 403, 'forbidden')
    refused(await office.post('publication.create', { edition: 1, ...told }), 404, 'not-found')
    badFields(await office.post('publication.create', { edition: held.edition, ...told, made: '2023-02-30' }), { made: 'not-day' })
    expect(await served.head()).toBe(before)
    expect((await office.ok(listPublications, { edition: held.edition })).proposed).toEqual({ index: null, issuer: '示例镇', made: '2023-07-03', day: '2023-07-03' })
    const done = await office.ok(createPublication, { edition: held.edition, ...told })
    held.publication = done.publication
    expect([done.codeDoubtful, await lastRows(2), await stateOf()]).toEqual([false, ['publication.create publication', 'publication.create report'], 'published'])
    expect(refused(await office.post('publication.create', { edition: held.edition, ...told }), 409, 'publication-exists').details).toEqual({ index })
    const list = await office.ok(listPublications, {})
    expect([list.publications.map((each) => [each.index, each.title, each.number, each.state]), list.proposed.index]).toEqual([[[index, document.title, 1, 'public']], '11330282002979013L/2023-183322'])
  })

  test('and a stranger reads the text as it was sealed, the catalogue and the head for checking', async () => {
    const page = await served.nobody.ok(readPublication, { publication: held.publication })
    expect(page.catalogue).toEqual({ index, issuer: '示例镇', mode: '主动公开', category: '计划总结', theme: '综合政务/政务公开', day: '2023-07-03', made: '2023-07-03', scope: '面向社会' })
    expect([page.title, page.edition.number, page.edition.headHash.length, page.told.find((each) => each.measure === 'pigs')?.text]).toEqual([document.title, 1, 64, '60个'])
    expect([page.restatement, page.figures.map((each) => each.id)]).toEqual([[], ['pigs', 'sales', 'output', 'close-rate', 'cases-closed', 'devices-on', 'households', 'pigs-less-sales']])
    const body = JSON.stringify(page)
    for (const hidden of ['王某', '李四', '张三', '示例office', 'source":"统计']) expect(body).not.toContain(hidden)
  })

  test('its figures tell their definition, source and counts, and by village only what is not small', async () => {
    const sold = await served.nobody.ok(readPublicFigure, { publication: held.publication, measure: 'pigs' })
    expect(sold).toMatchObject({ text: '60个', source: 'computed', rows: 30, ownerName: { zh: '农业办' }, status: null })
    expect(sold.method.zh).toContain('“sale”')
    expect(sold.byOrg).toEqual({ adds: true, shown: [{ org: words('一村', 'One'), value: '18' }, { org: words('四村', 'Four'), value: '24' }], withheld: [words('二村', 'Two'), words('三村', 'Three')] })
    const output = await served.nobody.ok(readPublicFigure, { publication: held.publication, measure: 'output' })
    expect([output.source, output.status?.zh, output.rows, output.byOrg, output.change]).toEqual(['reported', '快报', null, null, '同比增长6.6%'])
  })

  test('a distinct count by village counts each thing once in every village, and is small by things, not by rows', async () => {
    const visited = await served.nobody.ok(readPublicFigure, { publication: held.publication, measure: 'households' })
    expect([visited.text, visited.rows, visited.noOrg, visited.byOrg]).toEqual(['8个', 8, null, { adds: false, shown: [{ org: words('一村', 'One'), value: '6' }, { org: words('二村', 'Two'), value: '6' }], withheld: [words('三村', 'Three'), words('四村', 'Four')] }])
  })

  test('a figure that is not told by village says why', async () => {
    const why = async (measure: string) => (await served.nobody.ok(readPublicFigure, { publication: held.publication, measure })).noOrg
    expect(await Promise.all(['output', 'close-rate', 'pigs-less-sales', 'cases-closed', 'devices-on', 'pigs'].map(why))).toEqual(['reported', 'rate', 'reckoned', 'sensitive', 'small', null])
  })

  test('nothing of a sensitive ledger goes out but its count, and no figure that is not in the text', async () => {
    const closed = await served.nobody.ok(readPublicFigure, { publication: held.publication, measure: 'cases-closed' })
    expect([closed.text, closed.rows, closed.byOrg, closed.method.zh]).toEqual(['2个', null, null, '由未对您公开的台账逐条计算。'])
    refused(await served.nobody.get('publication.figure', { publication: String(held.publication), measure: 'money' }), 404, 'not-found')
    refused(await served.nobody.get('publication.read', { publication: '1' }), 404, 'not-found')
    refused(await served.nobody.get('publication.list'), 401, 'not-signed-in')
    refused(await served.nobody.get('edition.read', { edition: String(held.edition) }), 401, 'not-signed-in')
  })

  test('what changes later is told with both values, without the rows, and the sealed breakdown stays', async () => {
    const farm = await served.as('farm')
    await farm.ok(sales.correct, { entry: held.sale, saw: held.sale, set: { head: '5' }, reason: '张三漏报' })
    const page = await served.nobody.ok(readPublication, { publication: held.publication })
    expect(page.restatement).toEqual([{ measure: 'pigs', title: words('pigs', 'pigs'), then: '60个', now: '63个' }, { measure: 'pigs-less-sales', title: words('pigs-less-sales', 'pigs-less-sales'), then: '30个', now: '33个' }])
    expect(JSON.stringify(page)).not.toContain('张三')
    expect((await served.nobody.ok(readPublicFigure, { publication: held.publication, measure: 'pigs' })).byOrg?.shown.map((cell) => cell.value).sort()).toEqual(['18', '24'])
  })
})

describe('two public editions of one report', () => {
  const second = { publication: 0 }
  const changed = { ...document, blocks: [document.blocks[0], { kind: 'paragraph', runs: [text('生猪出栏'), figure('pigs'), text('，交易'), figure('sales'), text('；受表彰4人', '赵某的来信'), text('。')] }, { kind: 'paragraph', id: 'p9', runs: [text('另有安排。')] }] }

  beforeAll(async () => {
    const office = await served.as('office')
    const { entry: report, version } = await office.ok(readReport, { period: '2023H1' })
    accepted(await served.town.commit({ by: installation, changes: [{ act: 'correct', verb: 'report.create', ledger: 'report', entry: report, saw: version, set: { document: JSON.stringify(changed) } }] }))
    const { entry: edition } = await office.ok(sealEdition, { report, saw: (await office.ok(readReport, { period: '2023H1' })).version })
    second.publication = (await office.ok(createPublication, { edition, ...told, index: '11330282002979013L/2023-183399' })).publication
  })

  test('are told of on either page, and laid beside each other with their differences marked, the earlier first', async () => {
    expect((await served.nobody.ok(readPublication, { publication: held.publication })).editions.map(({ publication, number }) => [publication, number])).toEqual([[second.publication, 2]])
    expect((await served.nobody.ok(readPublication, { publication: second.publication })).editions.map(({ number }) => number)).toEqual([1])
    const compared = await served.nobody.ok(comparePublications, { publication: second.publication, with: held.publication })
    expect([compared.was.number, compared.now.number, compared.counts]).toEqual([1, 2, { added: 1, removed: 0, changed: 1, moved: 0 }])
    const [, paragraph] = compared.changes
    expect(paragraph?.pieces.filter(({ kind }) => kind === 'added').map((piece) => piece.text)).toContain('63')
    expect(paragraph?.pieces.filter(({ kind }) => kind === 'removed').map((piece) => piece.text)).toContain('60')
    for (const hidden of ['王某', '赵某', 'p9', '张三']) expect(JSON.stringify(compared)).not.toContain(hidden)
    expect(await served.nobody.ok(comparePublications, { publication: held.publication, with: second.publication })).toEqual(compared)
  })

  test('and not where one is no publication, is withdrawn, or is of another report', async () => {
    const office = await served.as('office')
    const ask = { publication: String(held.publication), with: String(second.publication) }
    refused(await served.nobody.get('publication.compare', { ...ask, with: '1' }), 404, 'not-found')
    accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf({ title: '另一份', org: 'town', period: '2022H2', day: '2023-01-01', state: 'frozen', document: JSON.stringify({ title: '另一份', blocks: [] }) })] }] }))
    const other = await office.ok(readReport, { period: '2022H2' })
    const { entry: edition } = await office.ok(sealEdition, { report: other.entry, saw: other.version })
    const third = await office.ok(createPublication, { edition, ...told, index: '11330282002979013L/2023-183400' })
    refused(await served.nobody.get('publication.compare', { ...ask, with: String(third.publication) }), 404, 'not-found')
    const standing = (await office.ok(listPublications, {})).publications.find((each) => each.entry === second.publication)
    await office.ok(withdrawPublication, { publication: second.publication, saw: standing?.version, reason: '附件有误' })
    refused(await served.nobody.get('publication.compare', ask), 410, 'publication-withdrawn')
    expect((await served.nobody.ok(readPublication, { publication: held.publication })).editions).toEqual([])
  })
})

test('a publication is withdrawn with a reason, says so to strangers, and may be made public again', async () => {
  const office = await served.as('office')
  const [standing] = (await office.ok(listPublications, {})).publications
  const ask = { publication: held.publication, saw: standing?.version, reason: '附件有误' }
  refused(await (await served.as('leader')).post('publication.withdraw', ask), 403, 'forbidden')
  refused(await office.post('publication.withdraw', { ...ask, saw: 1 }), 409, 'stale-version')
  await office.ok(withdrawPublication, ask)
  expect([await lastRows(2), await stateOf()]).toEqual([['publication.withdraw publication', 'publication.withdraw report'], 'sent'])
  refused(await served.nobody.get('publication.read', { publication: String(held.publication) }), 410, 'publication-withdrawn')
  refused(await served.nobody.get('publication.figure', { publication: String(held.publication), measure: 'pigs' }), 410, 'publication-withdrawn')
  const again = await office.ok(createPublication, { edition: held.edition, ...told, index: '11330282002979014L/2023-183322' })
  expect([again.publication, again.codeDoubtful, (await served.nobody.ok(readPublication, { publication: held.publication })).catalogue.index]).toEqual([held.publication, true, '11330282002979014L/2023-183322'])
})

test('one address reads public pages only so often', async () => {
  let last = 200
  for (let read = 0; read < 70 && last === 200; read += 1) last = (await served.nobody.get('publication.read', { publication: String(held.publication) })).status
  refused(await served.nobody.get('publication.read', { publication: String(held.publication) }), 429, 'too-many-requests')
})
