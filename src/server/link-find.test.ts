import { beforeAll, expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { readSaved } from '../api/form.ts'
import { findLinked } from '../api/link.ts'
import { words } from '../core/words.ts'
import { declareAll } from '../store/town.ts'
import { linkedLedgers, linkedMeasures } from '../../test/builders/linked-ledgers.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const firm = entryRoutes('firm', words('企业', 'firm'))
const check = entryRoutes('check', words('检查', 'check'))
const made = { mill: 0, works: 0 }

beforeAll(async () => {
  await declareAll(served.town, linkedLedgers, linkedMeasures)
  const farm = await served.as('farm')
  const enter = async (fields: Record<string, string>) => (await farm.ok(firm.create, { from: '2023-01-01', fields: { org: 'v1', ...fields } })).id
  made.mill = await enter({ name: '示例塑料厂', code: '11330282002979013L', address: '一村工业路1号', boss: '张三', phone: '13800001234' })
  made.works = await enter({ name: '示例五金厂', code: '11330282002979021F', address: '二村环城路2号', org: 'v2' })
  await enter({ name: '新示例塑料制品厂' })
})

const names = async (login: string, q: string, ledger = 'check', field = 'firm') => (await (await served.as(login)).ok(findLinked, { ledger, field, q })).found.map(({ title }) => title)

test('an entry is found by its number, its code, the beginning of its name, a part of it and the first letters of its syllables', async () => {
  expect(await names('order', `#${made.mill}`)).toEqual(['示例塑料厂'])
  expect(await names('order', '11330282002979021f')).toEqual(['示例五金厂'])
  expect(await names('order', '示例塑')).toEqual(['示例塑料厂', '新示例塑料制品厂'])
  expect(await names('order', '塑料')).toEqual(['示例塑料厂', '新示例塑料制品厂'])
  expect(await names('order', 'slwjc')).toEqual(['示例五金厂'])
  expect(await names('order', 'wjc')).toEqual(['示例五金厂'])
  expect(await names('order', 'sljwj')).toEqual([])
  expect(await names('order', "' or 1=1 --")).toEqual([])
  expect(await names('order', '')).toEqual([])
})

test('what is found fills what is known; who sees it masked is not filled it, nor finds by it', async () => {
  const [forOrder] = (await (await served.as('order')).ok(findLinked, { ledger: 'check', field: 'firm', q: '示例塑料厂' })).found
  expect([forOrder?.entry, forOrder?.fill]).toEqual([made.mill, { address: '一村工业路1号' }])
  const [forFarm] = (await (await served.as('farm')).ok(findLinked, { ledger: 'check', field: 'firm', q: '示例塑料厂' })).found
  expect(forFarm?.fill).toEqual({ address: '一村工业路1号', phone: '13800001234' })
  expect([await names('farm', '13800001234'), await names('order', '13800001234')]).toEqual([['示例塑料厂'], []])
  expect(JSON.stringify(await (await served.as('order')).ok(findLinked, { ledger: 'check', field: 'firm', q: '示例塑料厂' }))).not.toMatch(/13800001234|张三/)
})

test('a text that finds takes the name by itself; a village finds only firms of its own', async () => {
  const v1 = await served.as('v1')
  expect((await v1.ok(findLinked, { ledger: 'check', field: 'firm', q: '厂' })).found.map(({ title }) => title)).toEqual([])
  expect((await v1.ok(findLinked, { ledger: 'check', field: 'firm', q: '示例' })).found.map(({ title }) => title)).toEqual(['示例塑料厂', '新示例塑料制品厂'])
  badFields(await v1.get('link.find', { ledger: 'dispute', field: 'employer', q: '示例' }), { ledger: 'not-found' })
  expect((await (await served.as('order')).ok(findLinked, { ledger: 'dispute', field: 'employer', q: '五金' })).found.map(({ fill }) => fill)).toEqual([{ employer: '示例五金厂', code: '11330282002979021F' }])
})

test('cells that were filled are counted by month with their entry, in the same step of the journal; what was typed over and what is untrue are not', async () => {
  const order = await served.as('order')
  const head = (await served.town.book()).head
  const filled = [{ field: 'address', entry: made.mill }, { field: 'address', entry: made.mill }, { field: 'fine', entry: made.mill }, { field: 'firm', entry: made.mill }, { field: 'nothing', entry: made.mill }]
  const { id } = await order.ok(check.create, { fields: { org: 'v1', day: '2023-06-01', firm: String(made.mill), address: '一村工业路1号' }, filled })
  expect((await served.town.book()).head).toBe(head + 2)
  await order.ok(check.create, { fields: { org: 'v1', day: '2023-06-02', firm: String(made.mill), address: '别处' }, filled })
  expect((await served.town.book()).head).toBe(head + 3)
  expect(await (await served.as('leader')).ok(readSaved, {})).toEqual({ total: 1, months: [{ month: '2023-07', forms: 0, entries: 1 }] })
  const { rows } = await served.town.db.pool.query<{ verb: string; ledger: string }>(`select verb, ledger from "${served.town.schema}".journal where number > $1 order by number`, [head])
  expect(rows.map(({ verb, ledger }) => [verb, ledger])).toEqual([['check.create', 'check'], ['check.create', 'saved-cells'], ['check.create', 'check']])
  const read = await order.ok(check.read, { entry: id })
  expect(read.spans[0]?.fields['address']).toBe('一村工业路1号')
  await order.ok(check.correct, { entry: id, saw: read.version, set: { firm: String(made.works), address: '二村环城路2号' }, reason: '企业记错', filled: [{ field: 'address', entry: made.works }] })
  expect((await (await served.as('v1')).ok(readSaved, {})).total).toBe(2)
  refused(await served.nobody.get('saved.read', {}), 401, 'not-signed-in')
})
