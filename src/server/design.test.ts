import { writeXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre'
import { beforeAll, expect, test } from 'vitest'
import { checkDesign, ledgerVersions, mapDesign, openDesign, readDesign, takeDesign } from '../api/design.ts'
import type { DesignOut } from '../api/design.ts'
import { declareLedger, declareMeasure, entryRoutes, listLedgers } from '../api/entry.ts'
import { listFigures, listMeasures } from '../api/figure.ts'
import { acceptImport, readImport } from '../api/import.ts'
import { draftMeasure, proposeMeasures } from '../api/measure-draft.ts'
import type { Draft } from '../core/designing/draft.ts'
import { columnsOf, givenOf, ledgerOf } from '../core/designing/draft.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { words } from '../core/words.ts'
import { onSnapshot } from '../store/snapshot.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { appointHead } from '../../test/builders/asked-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const workbook = (rows: readonly (readonly CellValue[])[], sheet = 'Sheet1'): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: sheet, rows: rows.map((row) => [...row]) }] })

const opened = async (caller: Caller, bytes: Uint8Array, name: string): Promise<string> => openDesign.output.parse((await caller.file(openDesign.verb, { name }, bytes)).body).design
const seen = async (caller: Caller, design: string): Promise<DesignOut> => {
  for (;;) {
    const now = await caller.ok(readDesign, { design })
    if (now.state !== 'reading') return now
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const designed = async (caller: Caller, rows: readonly (readonly CellValue[])[], name = '台账.xlsx'): Promise<DesignOut> => seen(caller, await opened(caller, await workbook(rows), name))
const draftOf = (design: DesignOut): Draft => {
  if (design.draft === null) throw new Error('no draft')
  return design.draft
}
const rested = async (caller: Caller, id: string) => {
  for (;;) {
    const now = await caller.ok(readImport, { import: id })
    if (now.state !== 'reading' && now.state !== 'writing') return now
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Declares what a draft amounts to and writes the rows of its sheet. */
const kept = async (caller: Caller, design: DesignOut, draft = draftOf(design)): Promise<Ledger> => {
  const ledger = ledgerOf(draft)
  await caller.ok(declareLedger, { ledger, saw: 0 })
  const taken = await caller.ok(takeDesign, { design: design.design, ledger: ledger.key, columns: columnsOf(draft), given: givenOf(draft) })
  expect((await rested(caller, taken.import)).problems).toEqual([])
  await caller.ok(acceptImport, { import: taken.import, rows: 'all' })
  expect((await rested(caller, taken.import)).state).toBe('done')
  return ledger
}

const patrols = [
  ['示例镇防汛巡查登记表'],
  ['序号', '村', '巡查日期', '巡查人', '联系电话', '隐患数（处）', '是否整改', '结果'],
  [1, '一村', '2023.6.1', '示例甲', '13800000001', 2, '是', '正常'],
  [2, '二村', '6月2日', '示例乙', '13800000002', 0, '否', '待查'],
  [3, '一村', '2023-06-03', '示例甲', '13800000001', 1, '是', '正常'],
  [4, '二村', '2023-06-04', '示例乙', '13800000002', 4, '是', '正常'],
]

beforeAll(async () => {
  await appointHead(served, 'chief', 'farm')
})

test('the head of an office makes a ledger of a workbook: its rows stand, its form, its list and its figures with them, and nothing was restarted', async () => {
  const chief = await served.as('chief')
  const design = await designed(chief, patrols, '防汛.xlsx')
  const draft = draftOf(design)
  expect([design.sheet, design.headerTo, design.rows, draft.title.zh, draft.key, draft.owner, draft.shape]).toEqual(['Sheet1', 2, 4, '示例镇防汛巡查登记表', 'shilizhenfangxunxunchadengjibiao', 'farm', 'event'])
  const changed: Draft = { ...draft, key: 'flood-patrol', title: words('防汛巡查台账', 'Flood patrols') }
  const tried = await chief.ok(checkDesign, { design: design.design, ledger: ledgerOf(changed), columns: columnsOf(changed), given: givenOf(changed) })
  expect([tried.problems, tried.rows.length, tried.rows[0]?.cells['cun']?.text?.zh, tried.rows[1]?.cells['xunchariqi']?.text?.zh]).toEqual([[], 4, '一村', '2023-06-02'])
  const ledger = await kept(chief, design, changed)
  const { rows } = await chief.ok(entryRoutes('flood-patrol', ledger.title).list, { sort: 'xunchariqi' })
  expect(rows.map((row) => [row.fields['cun'], row.fields['xunchariqi'], row.fields['yinhuanshu'], row.fields['shifouzhenggai']])).toEqual([['v1', '2023-06-01', '2', true], ['v2', '2023-06-02', '0', false], ['v1', '2023-06-03', '1', true], ['v2', '2023-06-04', '4', true]])
  const leader = await served.as('leader')
  expect((await leader.ok(listLedgers, {})).ledgers.find((each) => each.ledger.key === 'flood-patrol')?.entries).toBe(4)
  expect((await (await served.app.inject({ method: 'GET', url: '/api/openapi.json' })).body).includes('flood-patrol')).toBe(false)
  expect((await leader.ok(entryRoutes('flood-patrol', ledger.title).list, {})).rows[0]?.fields['lianxidianhua']).toMatch(/\*/)
  expect((await (await served.as('v1')).get('flood-patrol.list')).body).toMatchObject({ total: 2 })
})

test('measures of the new ledger are proposed, drafted with conditions, declared, and told at once', async () => {
  const chief = await served.as('chief')
  const { standing, proposals } = await chief.ok(proposeMeasures, { ledger: 'flood-patrol' })
  expect([standing, proposals.map(({ draft }) => [draft.kind, draft.title.zh, draft.unit])]).toEqual([[], [['count', '防汛巡查次数', '次'], ['sum', '防汛巡查隐患数', '处'], ['rate', '防汛巡查整改率', '%']]])
  for (const { draft } of proposals) for (const measure of (await chief.ok(draftMeasure, { ledger: 'flood-patrol', draft })).measures) await chief.ok(declareMeasure, { measure })
  const own = proposals[1]?.draft
  const narrowed = await chief.ok(draftMeasure, { ledger: 'flood-patrol', draft: { ...own, key: 'open-risks', where: 'shifouzhenggai:false;yinhuanshu>=1' } })
  expect(narrowed.method.zh).toContain('“是否整改”为否且“隐患数”≥1')
  const figures = await (await served.as('leader')).ok(listFigures, { period: '2023H1', measures: proposals.map(({ draft }) => draft.key).join() })
  expect(figures.figures.map((figure) => [figure.value, figure.unit])).toEqual([['4', '次'], ['7', '处'], ['75', '%']])
  const { measures } = await (await served.as('office')).ok(listMeasures, {})
  expect(measures.filter((measure) => measure.title.zh.startsWith('防汛')).map((measure) => measure.initials)).toEqual(['fxxccs', 'fxxcyhs', 'fxxczgl'])
  const after = await chief.ok(proposeMeasures, { ledger: 'flood-patrol' })
  expect([after.standing.map((each) => each.title.zh), after.proposals]).toEqual([['防汛巡查次数', '防汛巡查隐患数', '防汛巡查整改率'], []])
  expect(after.standing[2]?.method.zh).toBe('台账“防汛巡查台账”中“是否整改”为是的条目的条数 ÷ 台账“防汛巡查台账”的条数 × 100%')
  badFields(await chief.post(draftMeasure.verb, { ledger: 'flood-patrol', draft: { ...own, key: 'by-name', where: 'lianxidianhua:13800000001' } }), { 'draft.where': 'field-masked' })
})

test('fields are added, renamed and retired while the ledger lives: rows keep what they say, forms no longer ask, and each version is told', async () => {
  const chief = await served.as('chief')
  const routes = entryRoutes('flood-patrol', words('巡', 'patrol'))
  const ledger = (await chief.ok(listLedgers, {})).ledgers.find((each) => each.ledger.key === 'flood-patrol')?.ledger
  if (ledger === undefined) throw new Error('not there')
  const { versions } = await chief.ok(ledgerVersions, { ledger: 'flood-patrol' })
  const number = versions[0]?.number ?? 0
  const fields = ledger.fields.map((field) => (field.key === 'jieguo' ? { ...field, retired: true } : field.key === 'xuncharen' ? { ...field, title: words('带队人', 'Led by') } : field))
  const next: Ledger = { ...ledger, fields: [...fields, { key: 'tianqi', title: words('天气', 'Weather'), kind: 'text' }] }
  await chief.ok(declareLedger, { ledger: next, saw: number })
  refused(await chief.post(declareLedger.verb, { ledger, saw: number }), 409, 'declaration-moved')
  const entered = { cun: 'v1', xunchariqi: '2023-06-05', tianqi: '大雨' }
  badFields(await chief.post(routes.create.verb, { fields: { ...entered, jieguo: 'zhengchang' } }), { jieguo: 'field-retired' })
  const { id } = await chief.ok(routes.create, { fields: entered })
  const { rows } = await chief.ok(routes.list, { sort: 'id' })
  expect([rows[0]?.fields['jieguo'], rows[0]?.fields['tianqi'], rows.find((row) => row.id === id)?.fields['tianqi']]).toEqual(['zhengchang', null, '大雨'])
  const told = (await chief.ok(ledgerVersions, { ledger: 'flood-patrol' })).versions
  expect(told.map((each) => [each.version, each.by, each.changes.map((change) => [change.what, change.title.zh, change.was?.zh ?? null])])).toEqual([
    [2, '示例chief', [['renamed', '带队人', '巡查人'], ['retired', '结果', null], ['added', '天气', null]]],
    [1, '示例chief', [['declared', '防汛巡查台账', null]]],
  ])
  await chief.ok(declareLedger, { ledger: { ...next, fields: next.fields.map(({ retired: _, ...field }) => field) } })
  await chief.ok(routes.create, { fields: { ...entered, jieguo: '待查' } })
  const spoilt = async (key: string, change: object): Promise<string> => String(refused(await chief.post(declareLedger.verb, { ledger: { ...next, fields: next.fields.map((field) => (field.key === key ? { ...field, ...change } : field)) } }), 422, 'bad-declaration').details['problem'])
  expect(await spoilt('yinhuanshu', { unit: '个' })).toContain('yinhuanshu: unit')
  expect(await spoilt('jieguo', { retired: false, choices: [{ key: 'other', title: words('其他', 'other') }] })).toContain('choice zhengchang')
  expect(await spoilt('cun', { retired: true })).toContain('cannot be retired')
  expect(await spoilt('tianqi', { kind: 'note' })).toContain('kind')
})

test('a ledger that is being read for long is not waited for, and nothing stands still meanwhile', async () => {
  const chief = await served.as('chief')
  const ledger = (await chief.ok(listLedgers, {})).ledgers.find((each) => each.ledger.key === 'flood-patrol')?.ledger
  if (ledger === undefined) throw new Error('not there')
  const wider = { ...ledger, fields: [...ledger.fields, { key: 'shuiwei', title: words('水位', 'Water level'), kind: 'decimal' }] }
  await onSnapshot(served.town.db, async (reader) => {
    await reader.query(`select count(*) from ${served.town.schema}.ledger_flood_patrol`)
    refused(await chief.post(declareLedger.verb, { ledger: wider }), 409, 'ledger-busy')
  })
  await chief.ok(declareLedger, { ledger: wider })
})

test('whose a ledger is says who may design it', async () => {
  const [chief, office, farm, leader] = [await served.as('chief'), await served.as('office'), await served.as('farm'), await served.as('leader')]
  const design = await designed(chief, patrols)
  const ledger = ledgerOf({ ...draftOf(design), key: 'their-ledger' })
  refused(await chief.post(declareLedger.verb, { ledger: { ...ledger, owner: 'order' } }), 403, 'not-your-ledger')
  const stranger = (await office.ok(listLedgers, {})).ledgers.find((each) => each.ledger.key === 'sale')?.ledger
  refused(await chief.post(declareLedger.verb, { ledger: { ...stranger, key: 'case', owner: 'farm' } }), 403, 'not-your-ledger')
  for (const nobody of [farm, leader]) {
    refused(await nobody.post(declareLedger.verb, { ledger }), 403, 'forbidden')
    refused(await nobody.file(openDesign.verb, { name: 'x.xlsx' }, new Uint8Array([1])), 403, 'forbidden')
  }
  refused(await served.nobody.file(openDesign.verb, { name: 'x.xlsx' }, new Uint8Array([1])), 401, 'not-signed-in')
  refused(await office.get(readDesign.verb, { design: design.design }), 404, 'import-gone')
  badFields(await chief.post(declareLedger.verb, { ledger: { ...ledger, fields: [...ledger.fields, { key: 'anjian', title: words('案件', 'Case'), kind: 'reference', ledger: 'case' }] } }), { [`ledger.fields.${ledger.fields.length}.ledger`]: 'not-found' })
  await office.ok(declareLedger, { ledger: { ...ledger, owner: 'order' } })
})

test('a sheet without a head is read by its letters, one without an organisation is the office’s, and bad files are told in one sentence', async () => {
  const chief = await served.as('chief')
  const bare = await designed(chief, [['水泵', 12, 3.5], ['沙袋', 400, 0.5], ['雨衣', 60, 1]], '物资.xlsx')
  await chief.ok(mapDesign, { design: bare.design, headerTo: 0 })
  const lettered = await seen(chief, bare.design)
  expect([lettered.headerTo, lettered.rows, draftOf(lettered).lines.map((line) => [line.field.title.zh, line.field.kind])]).toEqual([0, 3, [['A', 'text'], ['B', 'integer'], ['C', 'decimal']]])
  const ledger = await kept(chief, lettered, { ...draftOf(lettered), key: 'flood-goods' })
  const { rows } = await chief.ok(entryRoutes('flood-goods', ledger.title).list, { sort: 'id' })
  expect(rows.map((row) => [row.fields['org'], row.fields['a'], row.fields['b'], row.fields['c'], row.from])).toEqual([['farm', '水泵', '12', '3.5', '2023-07-03'], ['farm', '沙袋', '400', '0.5', '2023-07-03'], ['farm', '雨衣', '60', '1', '2023-07-03']])
  refused(await chief.get(readDesign.verb, { design: bare.design }), 409, 'import-state')
  const failing = async (bytes: Uint8Array): Promise<string | undefined> => (await seen(chief, await opened(chief, bytes, 'x.xlsx'))).failure?.code
  expect(await failing(new TextEncoder().encode('%PDF-1.7'))).toBe('workbook-foreign')
  expect(await failing((await workbook(patrols)).slice(0, 900))).toBe('workbook-damaged')
  expect(await failing(await workbook([['只有一句话']]))).toBe('import-no-table')
})

test('all of it is in the book, and the book adds up', async () => {
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
