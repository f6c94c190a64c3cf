import { expect, test } from 'vitest'
import { approveCorrection, listCorrections, proposeCorrection } from '../api/close.ts'
import { declareLedger, declareMeasure, entryRoutes } from '../api/entry.ts'
import { figureHistory } from '../api/figure.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { smallMeasures } from '../../test/builders/small-town.ts'

/** What a person of the house might try against the people the records are about. */
const served = servedTown()
const routes = (ledger: string) => entryRoutes(ledger, words('台账', ledger))
const unchanged = async (during: () => Promise<void>): Promise<void> => {
  const before = await served.head()
  await during()
  expect(await served.head()).toBe(before)
}
const declared = async (key: string): Promise<Ledger> => {
  const ledger = (await served.town.book()).declared.ledgers.get(key)
  if (ledger === undefined) throw new Error(`${key} is not declared`)
  return ledger
}
const [anyMeasure] = smallMeasures

test('nobody gives herself a post, by whatever verb', async () => {
  const office = await served.as('office')
  const me = String(served.personOf('office'))
  const post = (fields: Record<string, string>) => office.post('post.create', { from: '2023-07-01', fields: { person: me, role: 'auditor', org: 'town', ...fields } })
  const other = await office.ok(routes('post').create, { from: '2023-07-01', fields: { person: String(served.personOf('v1')), role: 'village', org: 'v2' } })
  await unchanged(async () => {
    refused(await post({}), 403, 'own-post')
    refused(await post({ role: 'line', org: 'order', deputy_of: String(served.personOf('order')) }), 403, 'own-post')
    refused(await office.post('post.correct', { entry: other.id, saw: other.id, set: { person: me }, reason: '写错了人' }), 403, 'own-post')
    refused(await office.post('post.change', { entry: other.id, saw: other.id, set: { person: me }, from: '2023-07-02' }), 403, 'own-post')
    refused(await office.post('post.handover', { from: served.personOf('order'), to: Number(me), day: '2023-07-02' }), 403, 'own-post')
    badFields(await post({ person: String(served.personOf('v1')), role: 'superuser' }), { role: 'not-choice' })
  })
  const { rows } = await office.ok(routes('post').list, { where: `person:${me}` })
  const own = rows.map(({ id, version }) => ({ entry: id, saw: version }))
  expect((await office.post('post.correct', { ...own[0], set: { role: 'auditor' }, reason: '升一级' })).status).toBe(403)
})

test('a ledger that protects people keeps its owner, and what is carried from it stays protected', async () => {
  const office = await served.as('office')
  const household = await declared('household')
  const visit = await declared('visit')
  await unchanged(async () => {
    refused(await office.post('ledger.declare', { ledger: { ...household, owner: 'town' } }), 422, 'bad-declaration')
    refused(await office.post('ledger.declare', { ledger: { ...(await declared('case')), owner: 'town' } }), 422, 'bad-declaration')
    const carrying = { ...visit, key: 'peek', owner: 'town', fields: [...visit.fields.filter((each) => each.key !== 'household'), { key: 'seen', title: words('户', 'Household'), kind: 'reference', ledger: 'household', carries: [{ from: 'name', to: 'name' }] }, { key: 'name', title: words('户主', 'Head'), kind: 'text' }] }
    refused(await office.post('ledger.declare', { ledger: carrying }), 422, 'bad-declaration')
  })
})

test('who sees a name masked does not get it by carrying it into a ledger of her own', async () => {
  const [office, farm] = [await served.as('office'), await served.as('farm')]
  const { id } = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '示例张某' } })
  const visit = await declared('visit')
  const peek = { ...visit, key: 'peek', owner: 'town', fields: [...visit.fields.filter((each) => each.key !== 'household'), { key: 'seen', title: words('户', 'Household'), kind: 'reference', ledger: 'household', carries: [{ from: 'name', to: 'name' }] }, { key: 'name', title: words('户主', 'Head'), kind: 'text', personal: 'restricted' }] }
  await office.ok(declareLedger, { ledger: peek })
  const made = await office.ok(routes('peek').create, { fields: { org: 'v1', day: '2023-06-01', seen: String(id) } })
  expect((await office.ok(routes('peek').read, { entry: made.id })).spans[0]?.fields['name']).toBeNull()
})

test('a measure asks neither by what is masked nor of a ledger its declarer may not open', async () => {
  const office = await served.as('office')
  const asking = (definition: unknown) => office.post('measure.declare', { measure: { ...anyMeasure, key: 'asking', owner: 'town', definition } })
  const where = (field: string, value: string) => ({ kind: 'is', field, value })
  await unchanged(async () => {
    refused(await asking({ kind: 'count', ledger: 'household', where: where('name', '示例张某') }), 422, 'bad-declaration')
    refused(await asking({ kind: 'count', ledger: 'household', where: { kind: 'not', of: { kind: 'known', field: 'identity' } } }), 422, 'bad-declaration')
    badFields(await asking({ kind: 'count', ledger: 'case' }), { 'measure.definition.ledger': 'not-found' })
    refused(await asking({ kind: 'count', ledger: 'sale', where: { kind: 'compare', field: 'head', op: '>', value: "1' or '1'='1" } }), 422, 'bad-declaration')
    refused(await asking({ kind: 'count', ledger: 'sale', where: { kind: 'in', field: 'kind', values: ['cow'] } }), 422, 'bad-declaration')
    refused(await asking({ kind: 'count', ledger: 'sale', where: { kind: 'contains', field: 'day', text: '2023' } }), 422, 'bad-declaration')
    refused(await asking({ kind: 'formula', numerator: [{ measure: 'pigs', times: 'many' }] }), 422, 'bad-declaration')
  })
  expect((await office.ok(declareMeasure, { measure: { ...anyMeasure, key: 'asking', owner: 'town', definition: { kind: 'count', ledger: 'sale', where: where('kind', 'pig') } } })).version).toBe(1)
})

test('the history of a figure names neither ledger nor person of rows that are not open', async () => {
  const order = await served.as('order')
  const { journal } = await order.ok(routes('case').create, { fields: { org: 'v2', found: '2023-06-01' } })
  const read = async (login: string) => (await (await served.as(login)).ok(figureHistory, { period: '2023H1', measure: 'cases-found' })).moments.find((moment) => moment.number === journal)
  expect(await read('order')).toMatchObject({ verb: 'case.create', by: '示例order', value: '1' })
  expect(await read('auditor')).toMatchObject({ verb: 'case.create', by: '示例order' })
  for (const login of ['v1', 'leader', 'farm', 'office']) expect(await read(login)).toMatchObject({ verb: '', by: '—', batch: null, value: '1' })
})

test('a second person who sees a row masked sees what is proposed for it masked', async () => {
  const [farm, office] = [await served.as('farm'), await served.as('office')]
  const { id } = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '示例李某', identity: '99999919500101001X' } })
  const proposal = await farm.ok(proposeCorrection, { ledger: 'household', entry: id, saw: id, act: 'correct', set: { name: '示例黎某', identity: '999999195001010028' }, reason: '音同字不同' })
  const { corrections } = await office.ok(listCorrections, { state: 'proposed' })
  expect(corrections.find((each) => each.entry === proposal.id)?.changed.map((each) => JSON.stringify(each.after))).not.toContain(expect.stringContaining('黎'))
  await farm.ok(routes('household').correct, { entry: id, saw: id, set: { class: 'big' }, reason: '补登类别' })
  await unchanged(async () => {
    const { details } = refused(await office.post('correction.approve', { entry: proposal.id, saw: proposal.id }), 409, 'stale-version')
    expect(details).toMatchObject({ yours: { name: '示*', identity: '••••••' }, theirs: { name: '示*', identity: '••••••' } })
  })
  expect(JSON.stringify(corrections)).not.toMatch(/黎|9999991950/)
})

test('a reported value is confirmed by who could have reported it', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('reported').create, { fields: { measure: 'output', org: 'town', period: '2022H1', day: '2022-06-30', value: '90', status: 'flash', source: '统计站' } })
  const { id: proposal } = await farm.ok(proposeCorrection, { ledger: 'reported', entry: id, saw: id, act: 'correct', set: { value: '91' }, reason: '统计反馈' })
  const order = await served.as('order')
  await unchanged(async () => {
    refused(await order.post('correction.approve', { entry: proposal, saw: proposal }), 403, 'forbidden')
    refused(await order.post('correction.refuse', { entry: proposal, saw: proposal, reason: '不同意' }), 403, 'forbidden')
    expect((await order.ok(listCorrections, {})).corrections.find((each) => each.entry === proposal)?.can).toEqual({ approve: false, refuse: false })
  })
  await (await served.as('farmer')).ok(approveCorrection, { entry: proposal, saw: proposal })
})

test('a refused entry leaves no key behind, and a sealed fact stands nowhere in the database', async () => {
  const [v1, farm] = [await served.as('v1'), await served.as('farm')]
  const keys = async () => Number((await served.town.db.pool.query<{ count: string }>(`select count(*) from "${served.town.schema}".subject_keys`)).rows[0]?.count)
  const { id } = await farm.ok(routes('household').create, { from: '2023-01-01', fields: { org: 'v1', name: '示例王某', identity: '999999196001010036' } })
  const before = await keys()
  refused(await v1.post('household.correct', { entry: id, saw: id, set: { identity: '999999197001010044' }, reason: '试一试' }), 403, 'forbidden')
  const order = await served.as('order')
  refused(await order.post('household.create', { from: '2023-01-01', fields: { org: 'v1', name: '示例赵某', identity: '999999197001010044' } }), 403, 'forbidden')
  expect(await keys()).toBe(before)
  const { rows: tables } = await served.town.db.pool.query<{ name: string }>(`select quote_ident(table_name) as name from information_schema.tables where table_schema = $1`, [served.town.schema])
  for (const { name } of tables) {
    const { rows } = await served.town.db.pool.query(`select 1 from "${served.town.schema}".${name} as t where t::text like '%999999196001010036%' limit 1`)
    expect([name, rows.length]).toEqual([name, 0])
  }
})

test('measurements are told to this machine only, also through a proxy nobody told us of', async () => {
  const ask = (headers: Record<string, string>) => served.app.inject({ method: 'GET', url: '/metrics', headers })
  expect((await ask({})).statusCode).toBe(200)
  expect([(await ask({ 'x-forwarded-for': '203.0.113.9' })).statusCode, (await ask({ forwarded: 'for=203.0.113.9' })).statusCode]).toEqual([404, 404])
})
