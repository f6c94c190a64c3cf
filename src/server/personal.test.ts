import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { explainAccess } from '../api/access.ts'
import { compareEntry } from '../api/entry-compare.ts'
import { entryRoutes } from '../api/entry.ts'
import { approveErasure, findSealed, listErasures, listReads, printList, proposeErasure, refuseErasure, revealField } from '../api/personal.ts'
import { mostReveals } from '../core/access/reveal.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { backupTown } from '../store/backup/backup-town.ts'
import { restoreTown } from '../store/backup/restore-town.ts'
import { countReveals, readsHead } from '../store/reads.ts'
import { verifyTown } from '../store/verify/verify.ts'

const served = servedTown()
const households = entryRoutes('household', words('户', 'household'))
const sales = entryRoutes('sale', words('售', 'sale'))
const ask = { purpose: 'contact', note: '核对补贴账户' }
const plain = '000000199001010017'
const house = async (identity?: string) =>
  (await (await served.as('farm')).ok(households.create, { from: '2023-01-01', fields: { org: 'v1', name: '张示例', phone: '13800001234', ...(identity === undefined ? {} : { identity }) } })).id
const readsMade = async (): Promise<number> => Number((await served.town.db.pool.query<{ n: string }>(`select count(*) as n from "${served.town.schema}".reads`)).rows[0]?.n)

/** Runs something that must leave no read behind. */
const unread = async (act: () => Promise<unknown>): Promise<void> => {
  const before = await readsMade()
  await act()
  expect(await readsMade()).toBe(before)
}

test('one field of one entry is shown for a purpose, and the read stands in the chain before it is told', async () => {
  const entry = await house('000000199001010025')
  const farm = await served.as('farm')
  const shown = await farm.ok(revealField, { ledger: 'household', entry, field: 'identity', ...ask })
  expect([shown.value, shown.seconds]).toEqual(['000000199001010025', 30])
  const masked = await (await served.as('auditor')).ok(revealField, { ledger: 'household', entry, field: 'phone', purpose: 'audit', note: '抽查发放名册' })
  expect(masked.value).toBe('13800001234')
  const { reads, all } = await (await served.as('auditor')).ok(listReads, { ledger: 'household', entry: String(entry) })
  expect(all).toBe(true)
  expect(reads.map(({ by, verb, fields, purpose, note, mine }) => [by, verb, fields[0]?.zh, purpose?.zh, note, mine])).toEqual([
    ['示例auditor', 'entry.reveal', '电话', '监督检查', '抽查发放名册', true],
    ['示例farm', 'entry.reveal', '证件号', '联系本人', '核对补贴账户', false],
  ])
})

test('the keeper sees who read her rows, and each her own reads; nobody else', async () => {
  const entry = await house()
  await (await served.as('order')).ok(revealField, { ledger: 'household', entry, field: 'phone', ...ask })
  const seen = async (login: string) => (await (await served.as(login)).ok(listReads, { ledger: 'household', entry: String(entry) })).reads.map((read) => read.by)
  expect(await seen('farmer')).toEqual(['示例order'])
  expect(await seen('order')).toEqual(['示例order'])
  expect(await seen('v1')).toEqual([])
  expect(await seen('leader')).toEqual([])
})

test('what may not be shown is refused for its reason and leaves no read', async () => {
  const entry = await house()
  await unread(async () => {
    refused(await served.nobody.post('entry.reveal', { ledger: 'household', entry, field: 'phone', ...ask }), 401, 'not-signed-in')
    for (const login of ['leader', 'v1']) refused(await (await served.as(login)).post('entry.reveal', { ledger: 'household', entry, field: 'phone', ...ask }), 403, 'forbidden')
    const order = await served.as('order')
    badFields(await order.post('entry.reveal', { ledger: 'household', entry, field: 'class', ...ask }), { field: 'not-masked' })
    badFields(await order.post('entry.reveal', { ledger: 'household', entry, field: 'identity', ...ask }), { field: 'nothing-there' })
    badFields(await order.post('entry.reveal', { ledger: 'household', entry, field: '__proto__', ...ask }), { field: 'field-unknown' })
    badFields(await order.post('entry.reveal', { ledger: 'nothing', entry, field: 'phone', ...ask }), { ledger: 'not-found' })
    badFields(await order.post('entry.reveal', { ledger: 'household', entry: [entry, entry], field: 'phone', ...ask }), { entry: 'not-number' })
    badFields(await order.post('entry.reveal', { ledger: 'household', entry, field: 'phone', purpose: 'curious', note: '看看' }), { purpose: 'not-choice', note: 'text-too-short' })
    refused(await order.post('entry.reveal', { ledger: 'household', entry: 999_999, field: 'phone', ...ask }), 404, 'not-found')
    badFields(await (await served.as('farm')).post('entry.reveal', { ledger: 'household', entry, field: 'phone', ...ask }), { field: 'not-masked' })
    badFields(await (await served.as('farm')).post('entry.reveal', { ledger: 'case', entry: 1, field: 'amount', ...ask }), { ledger: 'not-found' })
  })
})

test('a ledger is not copied field by field: after so many reveals an hour the next is refused, also when they come at once', async () => {
  const entry = await house()
  const second = await served.as('second')
  const answers = await Promise.all(Array.from({ length: mostReveals + 5 }, () => second.post('entry.reveal', { ledger: 'household', entry, field: 'phone', ...ask })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(mostReveals)
  for (const answer of answers.filter(({ status }) => status !== 200)) refused(answer, 429, 'too-many-reveals')
  expect(await countReveals(served.town.db.pool, served.town.schema, served.personOf('second'), '2000-01-01T00:00:00Z')).toBe(mostReveals)
})

test('a row is found by its sealed number, which is kept nowhere; the search is a read', async () => {
  const entry = await house(plain)
  const farm = await served.as('farm')
  const found = await farm.ok(findSealed, { ledger: 'household', field: 'identity', value: plain, ...ask })
  expect(found.rows.map((row) => [row.id, row.fields['identity']])).toEqual([[entry, '••••••']])
  expect((await farm.ok(findSealed, { ledger: 'household', field: 'identity', value: '000000199001010033', ...ask })).rows).toEqual([])
  const { rows } = await served.town.db.pool.query(`select verb, entry, field, rows, purpose from "${served.town.schema}".reads where number = $1`, [found.number])
  expect(rows).toEqual([{ verb: 'entry.find', entry: null, field: 'identity', rows: 1, purpose: 'contact: 核对补贴账户' }])
  await unread(async () => {
    badFields(await farm.post('entry.find', { ledger: 'household', field: 'phone', value: '13800001234', ...ask }), { field: 'not-sealed-field' })
    refused(await (await served.as('v1')).post('entry.find', { ledger: 'household', field: 'identity', value: plain, ...ask }), 403, 'forbidden')
    badFields(await farm.get('household.list', { where: `identity:${plain}` }), { where: 'field-masked' })
  })
})

test('a printed list with personal fields has a number of its own; any other needs none', async () => {
  const farm = await served.as('farm')
  const { number } = await farm.ok(printList, { ledger: 'household', rows: 12 })
  const { rows } = await served.town.db.pool.query(`select person, verb, field, rows from "${served.town.schema}".reads where number = $1`, [number])
  expect(rows).toEqual([{ person: served.personOf('farm'), verb: 'entry.print', field: 'name,phone,identity', rows: 12 }])
  await unread(async () => expect(await farm.ok(printList, { ledger: 'sale', rows: 12 })).toEqual({ number: null }))
})

test('an erasure takes two people, and then nobody can read the fact, the row says so, and the book still verifies', async () => {
  const entry = await house('000000199001010041')
  const [farm, farmer] = [await served.as('farm'), await served.as('farmer')]
  const asked = { ledger: 'household', entry, field: 'identity', reason: '本人申请，依法删除' }
  refused(await (await served.as('v1')).post('erasure.propose', asked), 403, 'forbidden')
  badFields(await farm.post('erasure.propose', { ...asked, field: 'phone' }), { field: 'not-sealed-field' })
  const { id } = await farm.ok(proposeErasure, asked)
  refused(await farm.post('erasure.propose', asked), 409, 'erasure-open')
  refused(await farm.post('erasure.approve', { entry: id, saw: id }), 422, 'same-person')
  refused(await (await served.as('order')).post('erasure.approve', { entry: id, saw: id }), 403, 'forbidden')
  expect((await farm.ok(revealField, { ledger: 'household', entry, field: 'identity', ...ask })).value).toBe('000000199001010041')
  const { journal } = await farmer.ok(approveErasure, { entry: id, saw: id })
  expect((await served.town.db.pool.query(`select verb, person from "${served.town.schema}".journal where number = $1`, [journal])).rows).toEqual([{ verb: 'erasure.approve', person: served.personOf('farmer') }])
  await unread(async () => refused(await farm.post('entry.reveal', { ledger: 'household', entry, field: 'identity', ...ask }), 410, 'sealed-erased'))
  expect((await farm.ok(households.read, { entry })).spans[0]?.fields['identity']).toBe('†')
  const kept = await house('000000199001010084')
  const file = async (lang: string) => (await farm.bytes('household.export', { format: 'csv', columns: 'identity', lang })).toString('utf8').split(/\r?\n/)
  const rowOf = (lines: readonly string[], of: number) => lines.find((line) => line.endsWith(`,${of}`))
  const [zh, en] = [await file('zh'), await file('en')]
  expect([rowOf(zh, entry), rowOf(en, entry), rowOf(zh, kept)]).toEqual([`已依法删除,${entry}`, `Erased by law,${entry}`, `••••••,${kept}`])
  refused(await farm.post('erasure.propose', asked), 410, 'sealed-erased')
  refused(await farmer.post('erasure.refuse', { entry: id, saw: journal, reason: '反悔' }), 409, 'already-decided')
  expect((await farmer.ok(listErasures, {})).erasures.find((each) => each.entry === id)).toMatchObject({ state: 'approved', target: entry, proposer: '示例farm', decider: '示例farmer', can: { approve: false } })
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})

test('a returned erasure destroys nothing', async () => {
  const entry = await house('000000199001010068')
  const farm = await served.as('farm')
  const { id } = await farm.ok(proposeErasure, { ledger: 'household', entry, field: 'identity', reason: '误以为重复' })
  await (await served.as('farmer')).ok(refuseErasure, { entry: id, saw: id, reason: '并不重复' })
  expect((await farm.ok(revealField, { ledger: 'household', entry, field: 'identity', ...ask })).value).toBe('000000199001010068')
})

test('a backup carries the reads, what was brought and the small copies, and what it restores verifies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zw-reads-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { pool } = served.town.db
  await pool.query(`insert into "${served.town.schema}".uploads (hash, person) values (repeat('a', 64), 1)`)
  await pool.query(`insert into "${served.town.schema}".thumbnails (hash, media_type, bytes) values (repeat('a', 64), 'image/jpeg', '\\x01')`)
  await backupTown(served.town.db, served.town, join(folder, 'town.backup'))
  const { database, drop } = await freshDatabase()
  onTestFinished(drop)
  const restored = await restoreTown(database, join(folder, 'town.backup'))
  expect((await verifyTown(database, restored)).differences).toEqual([])
  const head = await readsHead(database.pool, restored.schema)
  expect(head).toEqual(await readsHead(pool, served.town.schema))
  expect(head.number).toBeGreaterThan(0)
  for (const table of ['uploads', 'thumbnails']) expect((await database.pool.query(`select hash from "${restored.schema}".${table}`)).rows).toEqual([{ hash: 'a'.repeat(64) }])
})

test('verify finds a read that was changed, one that was taken out, and a key destroyed without an erasure', async () => {
  const { pool } = served.town.db
  const schema = `"${served.town.schema}"`
  const spoilt = async (spoil: string, mend: string): Promise<readonly string[]> => {
    await pool.query(spoil)
    const { differences } = await verifyTown(served.town.db, served.town)
    await pool.query(mend)
    return [...new Set(differences.map((each) => each.kind))]
  }
  await house('000000199001010076')
  expect(await spoilt(`update ${schema}.reads set purpose = purpose || 'x' where number = 1`, `update ${schema}.reads set purpose = left(purpose, -1) where number = 1`)).toEqual(['read'])
  await pool.query(`create table ${schema}.kept as select * from ${schema}.reads where number = 2`)
  expect(await spoilt(`delete from ${schema}.reads where number = 2`, `insert into ${schema}.reads select * from ${schema}.kept`)).toEqual(['read'])
  await pool.query(`drop table ${schema}.kept`)
  await pool.query(`create table ${schema}.keys as select * from ${schema}.subject_keys where wrapped is not null limit 1`)
  expect(await spoilt(`update ${schema}.subject_keys as k set wrapped = null from ${schema}.keys as kept where k.blind = kept.blind`, `update ${schema}.subject_keys as k set wrapped = kept.wrapped from ${schema}.keys as kept where k.blind = kept.blind`)).toEqual(['erasure'])
  await pool.query(`drop table ${schema}.keys`)
  expect((await verifyTown(served.town.db, served.town)).ok).toBe(true)
})

test('an entry stands at two moments side by side; what is masked differs unseen', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(sales.create, { fields: { org: 'v1', day: '2023-06-01', head: '20', kind: 'pig' } })
  const { journal } = await farm.ok(sales.correct, { entry: id, saw: id, set: { head: '21' }, reason: '点错了数' })
  const compared = await farm.ok(compareEntry, { ledger: 'sale', entry: id, from: `#${id}`, to: `#${journal}` })
  expect([compared.before.number, compared.after.number, compared.between]).toEqual([id, journal, 1])
  expect(compared.fields.filter((each) => !each.same)).toEqual([{ field: 'head', title: { zh: '头数', en: 'Head' }, before: words('20', '20'), after: words('21', '21'), same: false }])
  expect((await farm.ok(compareEntry, { ledger: 'sale', entry: id, from: `#${id - 1}`, to: `#${id}` })).before).toEqual({ number: null, recordedAt: null, void: false })
  const entry = await house()
  const corrected = await farm.ok(households.correct, { entry, saw: entry, set: { phone: '13900001234' }, reason: '换了号码' })
  const masked = await (await served.as('order')).ok(compareEntry, { ledger: 'household', entry, from: `#${entry}`, to: `#${corrected.journal}` })
  expect(masked.fields.filter((each) => !each.same).map(({ before, after }) => [before?.zh, after?.zh])).toEqual([['138****1234', '139****1234']])
  refused(await farm.get('entry.compare', { ledger: 'sale', entry: '999999', from: '#1' }), 404, 'not-found')
  badFields(await farm.get('entry.compare', { ledger: 'case', entry: '1', from: '#1' }), { ledger: 'not-found' })
  refused(await farm.get('sale.read', { entry: String(id), asOf: `#${id - 1}` }), 404, 'entry-not-yet')
})

test('an entry that moved out of reach is not read as it stood before', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(sales.create, { fields: { org: 'v1', day: '2023-06-01', head: '20' } })
  await farm.ok(sales.correct, { entry: id, saw: id, set: { org: 'v2' }, reason: '登错了村' })
  refused(await (await served.as('v1')).get('sale.read', { entry: String(id), asOf: `#${id}` }), 404, 'not-found')
})

test('why something is not seen is told by rule, also of a ledger that does not exist for the caller', async () => {
  const village = await served.as('v1')
  const rows = await village.ok(explainAccess, { measure: 'cases-found' })
  expect(rows).toMatchObject({ about: 'rows', yours: 'none', sensitive: true, keeper: { zh: '平安办' } })
  expect(rows.full.map((each) => each.zh)).toEqual(['平安办', '审计'])
  expect(await village.ok(explainAccess, { ledger: 'household', field: 'phone' })).toMatchObject({ about: 'field', level: 'restricted', yours: 'none', keeper: { zh: '农业办' } })
  expect(await village.ok(explainAccess, { verb: 'edition.seal' })).toMatchObject({ about: 'verb', yours: 'none', full: [{ zh: '党政办' }] })
  expect((await village.ok(explainAccess, { measure: 'close-rate' })).keeper?.zh).toBe('平安办')
  badFields(await village.get('access.explain', { ledger: 'case' }), { ledger: 'not-found' })
  badFields(await village.get('access.explain', { ledger: 'nothing' }), { ledger: 'not-found' })
})
