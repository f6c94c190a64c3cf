import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { smallMeasures, spanOf } from '../../test/builders/small-town.ts'
import { entriesOfLedger } from '../../test/builders/town-history.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { temporaryDirectory } from '../../test/harness/temporary-directory.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { listFigures, traceFigure } from '../api/figure.ts'
import { acceptSource, listSources, openSource, readSource } from '../api/source.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import { backupTown } from '../store/backup/backup-town.ts'
import { restoreTown } from '../store/backup/restore-town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { declareAll } from '../store/town.ts'
import { accepted } from '../store/writer.ts'

/** A document on its way into the book: read, confirmed, entered as stated values and drafts, opened and fetched again. */
const served = servedTown()
beforeAll(async () => {
  const pigs = smallMeasures.find((each) => each.key === 'pigs')
  if (pigs === undefined) throw new Error('pigs')
  await declareAll(served.town, [], [{ ...pigs, key: 'swine', title: { zh: '生猪出栏', en: 'Pigs sold' } }])
})

const text = '示例镇2022年工作总结\n2023-01-10\n一、2022年工作回顾\n全镇生猪出栏8个，同比增长25%。𠮷庆村实现工业产值120元。\n二、2023年工作计划\n新建泵站2座。深入推进乡村振兴。\n'
const offsetOf = (words: string, of: string = text): number => [...of.slice(0, of.indexOf(words))].length
const place = (quote: string, of: string = text) => ({ quote, offset: offsetOf(quote, of) })
const document = { name: '总结/2022.txt', text, title: '示例镇2022年工作总结', day: '2023-01-10' }
const pigs = { ...place('8个'), measure: 'swine', org: 'town', period: '2022', value: '8', growth: '25' }
const pump = { ...place('新建泵站2座'), kind: 'commitment', text: '新建泵站2座', org: 'farm', target: { value: '2', unit: '座', qualifier: null }, deadlineText: null, deadline: '2023-12-31', modality: 'plain' }
const slogan = { ...place('深入推进乡村振兴'), kind: 'direction', text: '深入推进乡村振兴', org: 'farm', target: null, deadlineText: null, deadline: null, modality: 'plain' }
const accept = (more: object = {}) => ({ ...document, figures: [], commitments: [], ...more })

test('reading tells what a document says and what it may be, and writes nothing', async () => {
  const leader = await served.as('leader')
  const before = await served.head()
  const read = await leader.ok(readSource, { name: 'a.txt', text })
  expect(read).toMatchObject({ kind: 'text', encoding: 'utf-8', title: '示例镇2022年工作总结', day: '2023-01-10', year: 2022, known: null, can: { 'source.accept': false } })
  expect(read.figures.map((figure) => [figure.quote, figure.value, figure.periodKey])).toEqual([['8个', '8', '2022'], ['120元', '120', '2022']])
  expect(read.figures[0]?.suggestions[0]).toMatchObject({ measure: 'swine', unit: '个', value: '8', book: null })
  for (const { quote, offset } of [...read.figures, ...read.commitments, ...read.directions]) expect([...text].slice(offset, offset + [...quote].length).join('')).toBe(quote)
  expect(read.commitments.map((each) => each.quote)).toEqual(['新建泵站2座'])
  const bytes = Buffer.from(text, 'utf8')
  expect((await leader.ok(readSource, { name: 'a.txt', content: bytes.toString('base64') })).hash).toBe(read.hash)
  expect(await served.head()).toBe(before)
  expect((await served.town.db.pool.query('select 1 from town_served.files')).rowCount).toBe(0)
})

test('what the grant of a post does not allow is refused', async () => {
  for (const login of ['leader', 'v1', 'auditor']) refused(await (await served.as(login)).post('source.accept', accept({ figures: [pigs] })), 403, 'forbidden')
  const order = await served.as('order')
  badFields(await order.post('source.accept', accept({ figures: [pigs], commitments: [pump] })), { 'figures.0.measure': 'other-office', 'commitments.0.org': 'other-office' })
})

test('one wrong figure keeps everything out', async () => {
  const before = await served.head()
  badFields(await (await served.as('farm')).post('source.accept', accept({ figures: [pigs, { ...pigs, period: '2021', offset: pigs.offset + 1 }], commitments: [pump] })), { 'figures.1.quote': 'quote-not-there' })
  refused(await (await served.as('farm')).post('source.accept', accept()), 422, 'nothing-changed')
  expect(await served.head()).toBe(before)
  expect((await served.town.db.pool.query('select 1 from town_served.files')).rowCount).toBe(0)
})

test('what is confirmed stands in the book with its place, its document and its journal rows', async () => {
  const farm = await served.as('farm')
  const before = await served.head()
  const done = await farm.ok(acceptSource, accept({ figures: [pigs], commitments: [pump, slogan] }))
  expect(done).toEqual({ source: before + 1, figures: 1, commitments: 2, measures: 0, journal: before + 1 })
  const { rows } = await served.town.db.pool.query<{ verb: string; ledger: string; person: number }>('select verb, ledger, person from town_served.journal where number > $1 order by number', [before])
  expect(rows).toEqual(['source', 'reported', 'commitment', 'commitment'].map((ledger) => ({ verb: 'source.accept', ledger, person: served.personOf('farm') })))
  const [stated] = await entriesOfLedger(served.town, 'reported')
  expect(stated === undefined ? undefined : lastSpan(stated).fields).toEqual({ measure: 'swine', org: 'town', period: '2022', day: '2022-12-31', value: '8', growth: '25', status: 'stated', source: '示例镇2022年工作总结，2023-01-10', document: String(done.source), offset: String(pigs.offset), quote: '8个' })
  const [promise] = await entriesOfLedger(served.town, 'commitment')
  expect(promise === undefined ? undefined : lastSpan(promise).fields).toMatchObject({ org: 'farm', source: String(done.source), text: '新建泵站2座', kind: 'commitment', target: '2', target_unit: '座', deadline: '2023-12-31', state: 'draft' })
  const { figures } = await farm.ok(listFigures, { period: '2022', measures: 'swine' })
  expect(figures[0]).toMatchObject({ value: '8', source: 'stated', status: { key: 'stated' }, statedBy: '示例镇2022年工作总结，2023-01-10' })
  expect(await farm.ok(traceFigure, { period: '2022', measure: 'swine' })).toMatchObject({ total: '8', withheld: '0', rows: [{ ledger: 'reported', stated: true }] })
})

test('the document is listed, opened with what was accepted, and fetched as it was handed over', async () => {
  const leader = await served.as('leader')
  const { sources } = await leader.ok(listSources, {})
  expect(sources).toMatchObject([{ title: '示例镇2022年工作总结', name: '总结/2022.txt', day: '2023-01-10', acceptedBy: '示例farm', figures: 1, commitments: 1, directions: 1 }])
  const source = sources[0]?.entry ?? 0
  const open = await leader.ok(openSource, { source })
  expect(open.text).toBe(text)
  expect(open.accepted.map((each) => [each.kind, each.quote, each.value, each.void])).toEqual([['figure', '8个', '8个', false], ['commitment', '新建泵站2座', '2座', false], ['direction', '深入推进乡村振兴', null, false]])
  const fetched = await (await served.as('auditor')).get('source.fetch', { source: String(source) })
  expect([fetched.status, fetched.bytes.toString('utf8'), fetched.headers['content-type'], fetched.headers['content-disposition'], fetched.headers['x-content-type-options']]).toEqual([200, text, 'text/plain', `attachment; filename*=UTF-8''${encodeURIComponent('总结_2022.txt')}`, 'nosniff'])
  refused(await leader.get('source.open', { source: '99999' }), 404, 'not-found')
})

test('a village sees documents of its own only', async () => {
  const village = await served.as('v1')
  expect((await village.ok(listSources, {})).sources).toEqual([])
  const source = String((await (await served.as('leader')).ok(listSources, {})).sources[0]?.entry)
  for (const verb of ['source.open', 'source.fetch']) refused(await village.get(verb, { source }), 404, 'not-found')
  expect((await village.ok(readSource, { name: 'b.txt', text })).known).toBeNull()
})

test('the same document is noticed, keeps its entry, and the same value is refused at its field', async () => {
  const farm = await served.as('farm')
  const { known } = await farm.ok(readSource, { name: 'other.txt', text })
  const { sources } = await farm.ok(listSources, {})
  expect(known).toBe(sources[0]?.entry)
  badFields(await farm.post('source.accept', accept({ figures: [pigs], commitments: [pump] })), { 'figures.0.period': 'value-stands', 'commitments.0.quote': 'promise-stands' })
  const output = { ...place('120元'), measure: 'output', org: 'town', period: '2022', value: '120', growth: null }
  expect(await farm.ok(acceptSource, accept({ figures: [output] }))).toMatchObject({ source: known, figures: 1 })
  expect((await farm.ok(listSources, {})).sources.map((each) => each.figures)).toEqual([2])
  const other = `${text}补记。`
  badFields(await (await served.as('office')).post('source.accept', { ...accept({ figures: [{ ...output, ...place('120元', other) }] }), text: other }), { 'figures.0.period': 'value-stands' })
})

test('a measure is made on the spot, in one change set with its value', async () => {
  const farm = await served.as('farm')
  const more = '示例镇2021年总结\n山羊出栏300只，比上年增长5%；全年又出栏280只。'
  const create = { title: '山羊出栏', owner: 'farm', display: { unit: '只', scale: '', decimals: 0, changeDecimals: 1 } }
  const goats = { ...place('300只', more), create, org: 'town', period: '2021', value: '300', growth: '5' }
  badFields(await farm.post('source.accept', { ...accept({ figures: [{ ...goats, create: { ...create, owner: 'order' } }, { ...goats, measure: 'pigs' }, { ...goats, create: { ...create, title: '生猪出栏' }, period: '2020' }] }), text: more }), { 'figures.0.create.owner': 'other-office', 'figures.1.create': 'measure-or-new', 'figures.2.create.title': 'title-taken' })
  const before = await served.head()
  const done = await farm.ok(acceptSource, { ...accept({ figures: [goats, { ...goats, ...place('280只', more), period: '2020', value: '280', growth: null }] }), text: more })
  expect(done).toEqual({ source: before + 2, figures: 2, commitments: 0, measures: 1, journal: before + 1 })
  const measure = [...(await served.town.book()).declared.measures.values()].find((each) => each.title.zh === '山羊出栏')
  expect(measure).toMatchObject({ owner: 'farm', line: 'test', definition: { kind: 'reported', basis: 'year-to-date' } })
  const { figures } = await farm.ok(listFigures, { period: '2021', measures: measure?.key ?? '' })
  expect(figures[0]).toMatchObject({ value: '300', unit: '只', source: 'stated', change: { percent: '5' }, base: '280' })
})

test('a place in a document is not written by hand', async () => {
  const fields = { measure: 'output', org: 'town', period: '2021', value: '5', status: 'stated', source: '手填', day: '2021-12-31', document: '1', offset: '0', quote: '五' }
  badFields(await (await served.as('farm')).post('reported.create', { fields }), { document: 'field-fixed', offset: 'field-fixed', quote: 'field-fixed' })
})

test('a large document is taken by these calls only, and only from who is signed in', async () => {
  const large = Buffer.from(`示例镇总结\n${' \n'.repeat(800_000)}`).toString('base64')
  expect(large.length).toBeGreaterThan(2_000_000)
  expect((await (await served.as('leader')).post('source.read', { name: 'large.txt', content: large })).status).toBe(200)
  refused(await served.nobody.post('source.read', { name: 'large.txt', content: large }), 401, 'not-signed-in')
  refused(await (await served.as('farm')).post('sale.create', { fields: { note: large } }), 413, 'too-large')
  const twenty = Buffer.alloc(20 * 1024 * 1024 + 1, '好').toString('base64')
  badFields(await (await served.as('leader')).post('source.read', { name: 'huge.txt', content: twenty }), { content: 'document-too-large' })
})

test('the book verifies, and a restored backup has the documents', async () => {
  expect(await verifyTown(served.town.db, served.town)).toMatchObject({ ok: true, differences: [] })
  const file = join(temporaryDirectory(), 'sources.backup')
  await backupTown(served.town.db, served.town, file)
  const { database } = await freshDatabase()
  await restoreTown(database, file)
  expect(await verifyTown(database, served.town)).toMatchObject({ ok: true, differences: [] })
  await database.pool.query('delete from town_served.files where hash = (select min(hash) from town_served.files)')
  expect((await verifyTown(database, served.town)).differences.map((each) => each.kind)).toEqual(['file'])
})

test('rows that come later win over what a document states', async () => {
  accepted(await served.town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2022-05-01', head: '3', kind: 'pig' })] }] }))
  const { figures } = await (await served.as('leader')).ok(listFigures, { period: '2022', measures: 'swine' })
  expect(figures[0]).toMatchObject({ value: '3', source: 'computed', statedBy: null })
})
