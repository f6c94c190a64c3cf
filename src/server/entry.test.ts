import { expect, test } from 'vitest'
import { entryRoutes, listLedgers } from '../api/entry.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const routes = (key: string) => entryRoutes(key, words(key, key))
const both = (text: string) => words(text, text)
const sale = { org: 'v1', day: '2023-06-01', head: '20', money: '3500.5', kind: 'pig' }

/** Runs something that must leave the book as it was. */
const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const head = await served.head()
  await act()
  expect(await served.head()).toBe(head)
}
const journal = async (number: number) =>
  (await served.town.db.pool.query<Record<string, unknown>>(`select verb, ledger, entry, person, reason from "${served.town.schema}".journal where number = $1`, [number])).rows[0]

test('the ledgers a caller may open are told, with what she may do; nobody learns of the others', async () => {
  refused(await served.nobody.get('ledger.list'), 401, 'not-signed-in')
  const keys = async (login: string) => (await (await served.as(login)).ok(listLedgers, {})).ledgers.map(({ ledger, can }) => `${ledger.key}${can['create'] === true ? '+' : ''}`)
  expect(await keys('farm')).toEqual(expect.arrayContaining(['sale+', 'device+', 'visit+', 'household+', 'reported+']))
  expect(await keys('farm')).not.toContain('case')
  expect(await keys('order')).toEqual(expect.arrayContaining(['case+', 'sale']))
  expect(await keys('auditor')).toContain('case')
  expect((await keys('v1')).sort()).toEqual(['commitment', 'delivery', 'device', 'household', 'ranking', 'reported', 'sale+', 'target', 'visit'])
  refused(await (await served.as('farm')).get('case.list'), 404, 'not-found')
  expect(refused(await (await served.as('farm')).post('case.create', {}), 404, 'not-found').details).toEqual({ what: 'case.create' })
  expect(refused(await (await served.as('farm')).post('nothing.create', {}), 404, 'not-found').details).toEqual({ what: 'nothing.create' })
  for (const verb of ['close.void', 'edition.correct', 'report.correct', 'correction.correct', 'sale.constructor', 'sale', '.list']) refused(await (await served.as('office')).post(verb, {}), 404, 'not-found')
})

test('an entry is made, read with its history, corrected and voided, each step in the journal', async () => {
  const farm = await served.as('farm')
  const made = await farm.ok(routes('sale').create, { fields: sale })
  expect(await journal(made.journal)).toEqual({ verb: 'sale.create', ledger: 'sale', entry: made.id, person: served.personOf('farm'), reason: null })
  const corrected = await farm.ok(routes('sale').correct, { entry: made.id, saw: made.id, set: { head: 21, money: null }, reason: '点错了数' })
  expect(await journal(corrected.journal)).toMatchObject({ verb: 'sale.correct', entry: made.id, reason: '点错了数' })
  const read = await farm.ok(routes('sale').read, { entry: made.id })
  expect(read.spans).toEqual([{ from: null, to: null, fields: { ...sale, head: '21', money: null, note: null } }])
  expect(read.history.map(({ verb, by, changed }) => ({ verb, by, changed }))).toEqual([
    { verb: 'sale.create', by: '示例farm', changed: [] },
    { verb: 'sale.correct', by: '示例farm', changed: [{ field: 'head', title: { zh: '头数', en: 'Head' }, before: both('20'), after: both('21') }, { field: 'money', title: { zh: '金额', en: 'Money' }, before: both('3500.5'), after: null }] },
  ])
  expect((await farm.ok(routes('sale').read, { entry: made.id, asOf: `#${made.journal}` })).spans[0]?.fields['head']).toBe('20')
  const voided = await farm.ok(routes('sale').void, { entry: made.id, saw: corrected.journal, reason: '重复录入' })
  expect(await journal(voided.journal)).toMatchObject({ verb: 'sale.void', entry: made.id, reason: '重复录入' })
  expect((await farm.ok(routes('sale').read, { entry: made.id })).can).toEqual({ correct: false, change: false, end: false, void: false, propose: false })
  refused(await farm.post('sale.void', { entry: made.id, saw: voided.journal, reason: '再作废' }), 409, 'entry-void')
})

test('the history tells a village by its name and a choice by its title', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('sale').create, { fields: sale })
  await farm.ok(routes('sale').correct, { entry: id, saw: id, set: { org: 'v2', kind: 'sheep' }, reason: '登错了村' })
  const { history } = await farm.ok(routes('sale').read, { entry: id })
  expect(history[1]?.changed.map(({ before, after }) => [before, after])).toEqual([
    [{ zh: '一村', en: 'One' }, { zh: '二村', en: 'Two' }],
    [{ zh: '猪', en: 'pig' }, { zh: '羊', en: 'sheep' }],
  ])
})

test('bad input is told at its fields, in both languages, and changes nothing', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('sale').create, { fields: sale })
  const house = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '张示例' } })
  await unchanged(async () => {
    badFields(await farm.post('sale.create', {}), { fields: 'field-required' })
    badFields(await farm.post('sale.create', { fields: [] }), { fields: 'not-object' })
    badFields(await farm.post('sale.create', { fields: { head: 'x', money: '1.234', kind: 'cow', day: '2023-02-30', spare: '1' } }), { spare: 'field-unknown', org: 'field-required', head: 'not-number', money: 'too-many-decimals', kind: 'not-choice', day: 'not-day' })
    badFields(await farm.post('sale.create', { fields: { ...sale, org: 'v9' } }), { org: 'not-org' })
    badFields(await farm.post('sale.create', { fields: { ...sale, note: { a: 1 } } }), { note: 'not-text' })
    badFields(await farm.post('sale.create', { fields: { ...sale, note: 'a\u0000' } }), { note: 'not-clean-text' })
    badFields(await farm.post('household.create', { fields: { org: 'v1', name: '李示例' } }), { from: 'field-required' })
    badFields(await farm.post('household.create', { from: '2023-02-30', to: '2023-13-01', fields: { org: 'v1', name: '李示例' } }), { from: 'not-day', to: 'not-day' })
    badFields(await farm.post('sale.correct', { entry: 'x', saw: -1, set: {}, reason: 'a' }), { entry: 'not-number', saw: 'below-minimum', reason: 'text-too-short' })
    badFields(await farm.post('sale.correct', { entry: id, saw: id, set: { day: null }, reason: '没有日期' }), { day: 'field-required' })
    badFields(await farm.post('sale.correct', { entry: id, saw: id, set: { head: 3 }, span: 4, reason: '没有这段' }), { span: 'above-maximum' })
    badFields(await farm.post('household.change', { entry: house.id, saw: house.id, set: { class: 'huge' }, from: '2023-07-01' }), { class: 'not-choice' })
    badFields(await farm.post('household.end', { entry: house.id, saw: house.id, to: '2023-02-29' }), { to: 'not-day' })
    badFields(await farm.post('sale.void', { entry: id, saw: id }), { reason: 'field-required' })
    badFields(await farm.get('sale.read', { entry: '0', asOf: 'soon' }), { entry: 'below-minimum' })
    badFields(await farm.get('sale.read', { entry: String(id), asOf: '2023-02-30' }), { asOf: 'not-as-of' })
    badFields(await farm.get('sale.list', { limit: '501', offset: '-1', desc: 'maybe' }), { limit: 'above-maximum', offset: 'below-minimum', desc: 'not-choice' })
    badFields(await farm.get('sale.list', { where: 'head>>1' }), { where: 'not-condition' })
    badFields(await farm.get('sale.list', { where: 'secret:1', sort: 'colour' }), { where: 'field-unknown', sort: 'field-unknown' })
    badFields(await farm.get('sale.list', { where: 'day>=yesterday' }), { where: 'not-day' })
  })
})

test('what cannot be done is refused for its reason, and changes nothing', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('sale').create, { fields: sale })
  const house = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '王示例' } })
  await unchanged(async () => {
    refused(await farm.post('sale.correct', { entry: id, saw: id, set: { head: '20' }, reason: '没有改' }), 422, 'nothing-changed')
    refused(await farm.post('sale.change', { entry: id, saw: id, set: { head: '5' }, from: '2023-06-02' }), 422, 'not-a-register')
    refused(await farm.post('household.change', { entry: house.id, saw: house.id, set: { class: 'big' }, from: '2023-01-01' }), 422, 'change-before-start')
    refused(await farm.post('household.end', { entry: house.id, saw: house.id, to: '2022-12-31' }), 422, 'dates-reversed')
    refused(await farm.post('sale.void', { entry: 999_999, saw: 1, reason: '没有这条' }), 404, 'not-found')
    refused(await farm.get('sale.read', { entry: String(house.id) }), 404, 'not-found')
  })
})

test('two people correct one entry: the second sees who was first and both versions', async () => {
  const first = await served.as('farm')
  const { id } = await first.ok(routes('sale').create, { fields: sale })
  const { journal: version } = await first.ok(routes('sale').correct, { entry: id, saw: id, set: { head: '30' }, reason: '先改' })
  await unchanged(async () => {
    const error = refused(await (await served.as('farmer')).post('sale.correct', { entry: id, saw: id, set: { head: '40' }, reason: '后改' }), 409, 'stale-version')
    expect(error.details).toEqual({ entry: id, version, saw: id, by: '示例farm', theirs: { ...sale, head: '30', note: null }, yours: { head: '40' } })
  })
})

test('a post writes what it may and no more', async () => {
  const village = await served.as('v1')
  const own = await village.ok(routes('sale').create, { fields: sale })
  const other = await (await served.as('farm')).ok(routes('sale').create, { fields: { ...sale, org: 'v2' } })
  await unchanged(async () => {
    refused(await served.nobody.post('sale.create', { fields: sale }), 401, 'not-signed-in')
    refused(await village.post('sale.create', { fields: { ...sale, org: 'v2' } }), 403, 'forbidden')
    refused(await village.post('sale.correct', { entry: own.id, saw: own.id, set: { org: 'v2' }, reason: '推给别村' }), 403, 'forbidden')
    refused(await village.post('sale.correct', { entry: other.id, saw: other.id, set: { head: '1' }, reason: '改别村' }), 404, 'not-found')
    refused(await village.post('visit.create', { fields: {} }), 403, 'forbidden')
    for (const login of ['leader', 'auditor', 'order', 'office']) refused(await (await served.as(login)).post('sale.create', { fields: sale }), 403, 'forbidden')
    refused(await (await served.as('farm')).post('person.create', { from: '2023-01-01', fields: {} }), 404, 'not-found')
  })
  const seen = await village.ok(routes('sale').list, { where: 'org:v2' })
  expect([seen.rows, seen.total]).toEqual([[], 0])
})

test('a register changes from a day and ends, and its states stay readable', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '赵示例', class: 'small' } })
  const changed = await farm.ok(routes('household').change, { entry: id, saw: id, from: '2023-04-01', set: { class: 'big' } })
  const ended = await farm.ok(routes('household').end, { entry: id, saw: changed.journal, to: '2023-06-01', reason: '迁出' })
  const read = await farm.ok(routes('household').read, { entry: id })
  expect(read.spans.map(({ from, to, fields }) => [from, to, fields['class']])).toEqual([['2023-01-01', '2023-04-01', 'small'], ['2023-04-01', '2023-06-01', 'big']])
  expect(read.history.map((step) => step.verb)).toEqual(['household.create', 'household.change', 'household.end'])
  expect(read.version).toBe(ended.journal)
})

test('a list is searched, filtered, put in order, paged and added up', async () => {
  const farm = await served.as('farm')
  for (const [head, note] of [['1', '甲批 Abc'], ['2', '乙批'], ['3', '丙批']] as const) await farm.ok(routes('sale').create, { fields: { org: 'v3', day: '2023-05-0' + head, head, note } })
  const list = (more: Record<string, unknown>) => farm.ok(routes('sale').list, { ...more, where: `org:v3${more['where'] === undefined ? '' : `;${String(more['where'])}`}` })
  const heads = (rows: readonly { fields: Record<string, unknown> }[]) => rows.map((row) => row.fields['head'])
  expect(heads((await list({})).rows)).toEqual(['3', '2', '1'])
  expect(heads((await list({ sort: 'head', desc: false })).rows)).toEqual(['1', '2', '3'])
  expect(heads((await list({ q: 'aBC' })).rows)).toEqual(['1'])
  const filtered = await list({ where: 'day>=2023-05-02;head<=2' })
  expect([heads(filtered.rows), filtered.total, filtered.sums]).toEqual([['2'], 1, { head: '2', money: '0' }])
  const page = await list({ sort: 'head', offset: 1, limit: 1 })
  expect([heads(page.rows), page.total, page.sums['head']]).toEqual([['2'], 3, '6'])
  const [first] = (await list({})).rows
  await farm.ok(routes('sale').void, { entry: first?.id, saw: first?.version, reason: '作废试试' })
  expect((await list({})).total).toBe(2)
  const all = await list({ void: true })
  expect([all.total, all.sums['head'], all.rows.filter((row) => row.void).length]).toEqual([3, '3', 1])
})

test('personal fields are masked for who may not write the row, in lists, entries and history', async () => {
  const farm = await served.as('farm')
  const fields = { org: 'v1', name: '钱示例', phone: '13900005678', identity: '99999919900101123X', class: 'big' }
  const { id } = await farm.ok(routes('household').create, { from: '2023-01-01', fields })
  await farm.ok(routes('household').correct, { entry: id, saw: id, set: { phone: '13900009999' }, reason: '换号' })
  const plain = (await farm.ok(routes('household').read, { entry: id })).spans[0]?.fields
  expect(plain).toEqual({ ...fields, phone: '13900009999', identity: '••••••' })
  const leader = await served.as('leader')
  const masked = await leader.ok(routes('household').read, { entry: id })
  expect(masked.spans[0]?.fields).toEqual({ ...fields, name: '钱*', phone: '139****9999', identity: '••••••' })
  expect(masked.history[1]?.changed.map(({ before, after }) => [before, after])).toEqual([[both('139****5678'), both('139****9999')]])
  const [row] = (await leader.ok(routes('household').list, { where: 'class:big' })).rows
  expect(row?.fields['name']).toBe('钱*')
  badFields(await leader.get('household.list', { where: 'phone:13900009999', sort: 'name' }), { where: 'field-masked', sort: 'field-masked' })
  expect((await leader.ok(routes('household').list, { q: '钱示例' })).total).toBe(0)
  expect((await farm.ok(routes('household').list, { q: '钱示例' })).total).toBe(1)
})

test('a sealed fact never stands in table or journal, and still may not stand twice', async () => {
  const farm = await served.as('farm')
  const identity = '999999195001014321'
  const { id } = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '孙示例', identity } })
  const { rows } = await served.town.db.pool.query<{ text: string }>(`select payload || (select identity from "${served.town.schema}".ledger_household where id = $1) as text from "${served.town.schema}".journal where number = $1`, [id])
  expect(rows[0]?.text).not.toContain(identity)
  await unchanged(async () => {
    refused(await farm.post('household.create', { from: '2023-01-01', fields: { org: 'v2', name: '孙另名', identity } }), 409, 'not-unique')
  })
})

test('a row carries what it points to, and points only to what its writer may read', async () => {
  const farm = await served.as('farm')
  const house = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '周示例', class: 'big' } })
  const delivery = { org: 'v1', day: '2023-06-01', household: String(house.id), weight: '12.5' }
  const { id } = await farm.ok(routes('delivery').create, { fields: delivery })
  expect((await farm.ok(routes('delivery').read, { entry: id })).spans[0]?.fields['class']).toBe('big')
  await unchanged(async () => {
    badFields(await farm.post('delivery.create', { fields: { ...delivery, household: '999999' } }), { household: 'not-found' })
    badFields(await farm.post('delivery.create', { fields: { ...delivery, class: 'small' } }), { class: 'field-fixed' })
    badFields(await farm.post('delivery.create', { fields: { ...delivery, household: String(id), weight: '-1' } }), { household: 'not-found', weight: 'below-minimum' })
  })
})

test('reported values are entered by the office that answers for the measure', async () => {
  const value = { measure: 'output', org: 'town', period: '2023-01..2023-05', day: '2023-05-31', value: '12', status: 'flash', source: '统计站' }
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('reported').create, { fields: value })
  await unchanged(async () => {
    refused(await (await served.as('order')).post('reported.create', { fields: { ...value, period: '2023-04' } }), 403, 'forbidden')
    badFields(await farm.post('reported.create', { fields: { ...value, measure: 'nothing' } }), { measure: 'not-found' })
    badFields(await farm.post('reported.create', { fields: { ...value, measure: 'sales' } }), { measure: 'not-found' })
    refused(await farm.post('reported.correct', { entry: id, saw: id, set: { value: '13' }, reason: '改数' }), 422, 'second-person-required')
    refused(await farm.post('reported.create', { fields: value }), 409, 'not-unique')
  })
  expect((await (await served.as('leader')).ok(routes('reported').list, {})).rows.map((row) => row.id)).toContain(id)
})

test('a deputy acts in the absent person’s name, and the history shows both', async () => {
  const office = await served.as('office')
  await office.ok(routes('post').create, { from: '2023-07-01', to: '2023-07-10', fields: { person: String(served.personOf('order')), role: 'line', org: 'farm', deputy_of: String(served.personOf('farm')) } })
  const deputy = await served.as('order')
  const made = await deputy.ok(routes('sale').create, { fields: sale })
  expect((await deputy.ok(routes('sale').read, { entry: made.id })).history[0]?.by).toBe('示例order（代示例farm）')
  const own = await deputy.ok(routes('case').create, { fields: { org: 'v1', found: '2023-06-01' } })
  expect((await deputy.ok(routes('case').read, { entry: own.id })).history[0]?.by).toBe('示例order')
})
