import { beforeAll, expect, test } from 'vitest'
import { readBatch, undoBatch } from '../api/batch.ts'
import { approveCorrection, createClose, listCorrections, refuseCorrection } from '../api/close.ts'
import { entryRoutes } from '../api/entry.ts'
import { listFigures } from '../api/figure.ts'
import { listDuplicates, listLinks, mergeLinked, proposeMerge, weighMerge } from '../api/link.ts'
import type { Actor } from '../core/journal/row.ts'
import type { ChangeSet } from '../core/ledger/change.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Field } from '../core/ledger/field.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { mergeBatch, mergeEntries } from '../core/linking/merge-entries.ts'
import { isRefusal } from '../core/refusal/refusal.ts'
import { words } from '../core/words.ts'
import { findEntries } from '../store/entries.ts'
import { readReferers } from '../store/merges.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { accepted } from '../store/writer.ts'
import { firms, linkedLedgers, linkedMeasures } from '../../test/builders/linked-ledgers.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const firm = entryRoutes('firm', words('企业', 'firm'))
const place = entryRoutes('place', words('场所', 'place'))
const check = entryRoutes('check', words('检查', 'check'))
const dispute = entryRoutes('dispute', words('纠纷', 'dispute'))

const enter = async (fields: Record<string, string>, from = '2023-06-01') => (await (await served.as('farm')).ok(firm.create, { from, fields: { org: 'v1', ...fields } })).id
const visit = async (firmId: number, day: string, more: Record<string, string> = {}) => (await (await served.as('order')).ok(check.create, { fields: { org: 'v1', day, firm: String(firmId), ...more } })).id
const firmOf = async (id: number) => (await (await served.as('order')).ok(check.read, { entry: id })).spans.at(-1)?.fields['firm']
const versionOf = async (id: number) => (await (await served.as('farm')).ok(firm.read, { entry: id })).version
const figures = async () => Object.fromEntries((await (await served.as('leader')).ok(listFigures, { period: '2023H1', measures: 'firms,checks,fines,firms-checked,places' })).figures.map(({ id, value }) => [id, value]))
const pairOf = async (keep: number, drop: number) => ({ ledger: 'firm', keep, sawKeep: await versionOf(keep), drop, sawDrop: await versionOf(drop) })
const verified = async () => expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])

/** A merge as somebody decided it, not written yet, and who did. */
const mergeDecided = async (keep: number, drop: number): Promise<{ readonly caller: Actor; readonly book: ChangeSet & { readonly batch: string } }> => {
  const book = await served.town.book()
  const at = (id: number) => findEntries(served.town.db.pool, served.town.schema, firms, [id]).then((found) => found.get(id) as Entry)
  const [kept, dropped] = [await at(keep), await at(drop)]
  const changes = mergeEntries({ ledger: firms, kept, dropped, take: [], referers: await readReferers(served.town.db.pool, served.town.schema, book, firms, drop), verb: mergeLinked.verb })
  if (isRefusal(changes)) throw new Error(changes.code)
  const caller = { person: served.personOf('farm') }
  return { caller, book: { by: caller, changes, reason: '同一家企业', batch: mergeBatch('firm', keep, book.head) } }
}

beforeAll(async () => {
  await declareAll(served.town, linkedLedgers, linkedMeasures)
})

test('an entry tells what names it, by ledger, of rows the reader may see, page by page', async () => {
  const id = await enter({ name: '被引用的厂' })
  const other = await enter({ name: '另一厂' })
  const order = await served.as('order')
  for (const day of ['2023-06-01', '2023-06-02', '2023-06-03']) await visit(id, day)
  const gone = await visit(id, '2023-06-04')
  await order.ok(check.void, { entry: gone, saw: gone, reason: '记错了' })
  await order.ok(check.create, { fields: { org: 'v2', day: '2023-06-05', firm: String(id) } })
  await order.ok(place.create, { from: '2023-01-01', fields: { org: 'v1', name: '一号车间', firm: String(id) } })
  const moved = (await order.ok(place.create, { from: '2023-01-01', fields: { org: 'v1', name: '二号车间', firm: String(id) } })).id
  await order.ok(place.change, { entry: moved, saw: moved, from: '2023-03-01', set: { firm: String(other) } })
  await order.ok(dispute.create, { fields: { org: 'v1', day: '2023-06-01', firm: String(id) } })
  const counts = async (login: string) => (await (await served.as(login)).ok(listLinks, { ledger: 'firm', entry: id })).groups.map((each) => [each.ledger, each.count])
  expect(await counts('order')).toEqual([['firm', 0], ['place', 1], ['check', 4], ['dispute', 1]])
  expect(await counts('leader')).toEqual([['firm', 0], ['place', 1], ['check', 4]])
  expect(await counts('v1')).toEqual([['firm', 0], ['place', 1], ['check', 3]])
  const page = await order.ok(listLinks, { ledger: 'firm', entry: id, of: 'check', by: 'firm', offset: 1, limit: 2 })
  expect(page.groups.map(({ count, rows }) => [count, rows.map(({ day }) => day)])).toEqual([[4, ['2023-06-03', '2023-06-02']]])
  expect(page.groups[0]?.can).toEqual({ create: true })
  expect((await (await served.as('leader')).ok(listLinks, { ledger: 'firm', entry: id })).groups.map(({ can }) => can['create'])).toEqual([false, false, false])
  badFields(await (await served.as('leader')).get('link.list', { ledger: 'firm', entry: String(id), of: 'dispute' }), { of: 'not-found' })
  refused(await (await served.as('v1')).get('link.list', { ledger: 'firm', entry: String(await enter({ org: 'v2', name: '外村厂' })) }), 404, 'not-found')
})

test('entries with one code, one name in one village, or one telephone and name are suggested; what is masked suggests nothing', async () => {
  const a = await enter({ org: 'v3', name: '示例（新浦）纸箱厂', code: '11330282002979013L', phone: '13800001234', identity: '11010519491231002X' })
  const b = await enter({ org: 'v3', name: '示例(新浦) 纸箱厂', phone: '13800005678' })
  const c = await enter({ org: 'v4', name: '示例箱厂', code: '11330282 002979013l', phone: '13800009999', identity: '11010519491231002X' })
  const d = await enter({ org: 'v4', name: '示例箱包厂', phone: '138 0000 1234' })
  const e = await enter({ org: 'v3', name: '示例箱包厂', phone: '13800001234' })
  await enter({ org: 'v4', name: '示例（新浦）纸箱厂' }).then((id) => served.as('farm').then((farm) => farm.ok(firm.void, { entry: id, saw: id, reason: '重复登记' })))
  const groups = async (login: string, rule?: 'code' | 'name' | 'phone') => (await (await served.as(login)).ok(listDuplicates, { ledger: 'firm', ...(rule !== undefined && { rule }) })).groups.map((each) => [each.rule, each.rows.map(({ id }) => id)])
  expect(await groups('farm')).toEqual([['code', [a, c]], ['code', [a, c]], ['name', [a, b]], ['phone', [d, e]]])
  expect(await groups('farm', 'name')).toEqual([['name', [a, b]]])
  expect(await groups('office')).toEqual([['code', [a, c]], ['name', [a, b]]])
  expect(JSON.stringify(await (await served.as('farm')).ok(listDuplicates, { ledger: 'firm', rule: 'code' }))).not.toContain('110105')
  refused(await (await served.as('v1')).get('link.duplicates', { ledger: 'firm' }), 403, 'forbidden')
  badFields(await (await served.as('farm')).get('link.duplicates', { ledger: 'check' }), { ledger: 'register-only' })
  const first = await (await served.as('farm')).ok(listDuplicates, { ledger: 'firm', limit: 3 })
  const rest = await (await served.as('farm')).ok(listDuplicates, { ledger: 'firm', offset: 3, limit: 3 })
  expect([first.groups.length, first.more, rest.groups.length, rest.more]).toEqual([3, true, 1, false])
})

test('a merge voids one, moves what named it in every ledger and state, takes over what was chosen, and is one batch that can be undone whole', async () => {
  const keep = await enter({ name: '合并厂', code: '11330282002979021F' })
  const drop = await enter({ name: '合并分厂', address: '一村1号', boss: '李四', phone: '63001234' })
  const order = await served.as('order')
  const checks = [await visit(keep, '2023-06-01', { fine: '10' }), await visit(drop, '2023-06-02', { fine: '5' })] as const
  const shop = (await order.ok(place.create, { from: '2023-01-01', fields: { org: 'v1', name: '门市', firm: String(drop) } })).id
  await order.ok(place.change, { entry: shop, saw: shop, from: '2023-03-01', set: { firm: String(keep) } })
  const secret = (await order.ok(dispute.create, { fields: { org: 'v1', day: '2023-06-01', firm: String(drop) } })).id
  const farm = await served.as('farm')
  const weighed = await farm.ok(weighMerge, { ledger: 'firm', keep, drop })
  expect([weighed.problem, weighed.can, weighed.fields.filter((each) => each.take).map(({ field, missing }) => [field, missing])]).toEqual([null, { merge: true, propose: false }, [['name', false], ['address', true], ['boss', true], ['phone', true]]])
  expect(weighed.refers.map(({ field, kept, dropped }) => [field.zh, kept, dropped])).toEqual([['上级企业', 0, 0], ['企业', 1, 0], ['企业', 1, 1]])

  const [before, asked] = [await figures(), await pairOf(keep, drop)]
  const done = await farm.ok(mergeLinked, { ...asked, take: ['address', 'phone'], reason: '同一家企业' })
  expect(done.moved).toBe(2)
  const after = await figures()
  expect(after).toEqual({ ...before, firms: String(Number(before['firms']) - 1), 'firms-checked': String(Number(before['firms-checked']) - 1) })
  expect(await firmOf(checks[1])).toBe(String(keep))
  expect((await order.ok(place.read, { entry: shop })).spans.map(({ fields }) => fields['firm'])).toEqual([String(keep), String(keep)])
  expect((await order.ok(dispute.read, { entry: secret })).spans[0]?.fields['firm']).toBe(String(keep))
  const kept = await farm.ok(firm.read, { entry: keep })
  expect([kept.spans[0]?.fields['address'], kept.spans[0]?.fields['boss'], kept.history.at(-1)?.reason]).toEqual(['一村1号', null, `并入 #${keep}：同一家企业`])
  expect((await farm.ok(firm.read, { entry: drop })).void).toBe(true)
  const links = await farm.ok(listLinks, { ledger: 'firm', entry: keep })
  expect(links.merged.map(({ entry, title, batch }) => [entry, title, batch])).toEqual([[drop, '合并分厂', done.batch]])
  expect((await farm.ok(listLinks, { ledger: 'firm', entry: drop })).into).toEqual({ entry: keep, batch: done.batch })
  await verified()

  const plan = await farm.ok(readBatch, { batch: done.batch })
  expect([plan.rows, plan.part.stay, plan.part.restore]).toEqual([5, 0, 5])
  expect(JSON.stringify(plan)).not.toContain('纠纷')
  expect(await farm.ok(undoBatch, { batch: done.batch, seen: plan.seen, reason: '不是同一家' })).toMatchObject({ undone: 5, stay: 0 })
  expect(await figures()).toEqual(before)
  expect([await firmOf(checks[1]), (await order.ok(place.read, { entry: shop })).spans[0]?.fields['firm'], (await farm.ok(firm.read, { entry: drop })).void]).toEqual([String(drop), String(drop), false])
  expect((await farm.ok(listLinks, { ledger: 'firm', entry: keep })).merged).toEqual([])
  await verified()
})

test('who may not write both, who saw another version, and what is no pair is refused, and nothing moves', async () => {
  const [keep, drop] = [await enter({ name: '甲厂' }), await enter({ name: '乙厂' })]
  const [farm, order] = [await served.as('farm'), await served.as('order')]
  const asked = { ...(await pairOf(keep, drop)), take: [], reason: '同一家企业' }
  const { head } = await served.town.book()
  refused(await order.post('link.merge', asked), 403, 'forbidden')
  refused(await (await served.as('v1')).post('link.merge', asked), 403, 'forbidden')
  badFields(await farm.post('link.merge', { ...asked, drop: keep, sawDrop: asked.sawKeep }), { drop: 'merge-itself' })
  badFields(await farm.post('link.merge', { ...asked, take: ['colour'] }), { take: 'field-unknown' })
  expect((await farm.post('link.merge', { ...asked, sawKeep: asked.sawKeep - 1 })).body.error?.code).toBe('stale-version')
  refused(await farm.post('link.merge', { ...asked, drop: 999_999 }), 404, 'not-found')
  expect((await farm.ok(weighMerge, { ledger: 'firm', keep, drop })).can).toEqual({ merge: true, propose: false })
  expect((await order.ok(weighMerge, { ledger: 'firm', keep, drop })).can).toEqual({ merge: false, propose: false })
  expect((await served.town.book()).head).toBe(head)
  await farm.ok(firm.correct, { entry: keep, saw: asked.sawKeep, set: { parent: String(drop) }, reason: '补上级' })
  expect((await farm.post('link.merge', { ...asked, sawKeep: await versionOf(keep) })).body.error?.code).toBe('merge-refers')
})

test('what is closed is merged by the way of corrections: proposed by one, confirmed by another, in one step', async () => {
  const [keep, drop] = [await enter({ name: '旧厂' }), await enter({ name: '旧厂房' })]
  const late = await visit(drop, '2023-05-10', { fine: '7' })
  await (await served.as('order')).ok(createClose, { ledger: 'check', month: '2023-05' })
  const farm = await served.as('farm')
  const asked = { ...(await pairOf(keep, drop)), take: [], reason: '同一家企业' }
  expect((await farm.post('link.merge', asked)).body.error?.code).toBe('month-closed')
  const weighed = await farm.ok(weighMerge, { ledger: 'firm', keep, drop })
  expect([weighed.problem?.code, weighed.can]).toEqual(['month-closed', { merge: false, propose: true }])
  const { id } = await farm.ok(proposeMerge, asked)
  expect([await firmOf(late), (await farm.ok(firm.read, { entry: drop })).void]).toEqual([String(drop), false])
  const [waiting] = (await (await served.as('farmer')).ok(listCorrections, { state: 'proposed' })).corrections
  expect([waiting?.entry, waiting?.act, waiting?.reason, waiting?.can['approve']]).toEqual([id, 'void', `并入 #${keep}：同一家企业`, true])
  refused(await farm.post('correction.approve', { entry: id, saw: id }), 422, 'same-person')
  const before = await figures()
  await (await served.as('farmer')).ok(approveCorrection, { entry: id, saw: id })
  expect([await firmOf(late), (await farm.ok(firm.read, { entry: drop })).void]).toEqual([String(keep), true])
  expect(await figures()).toEqual({ ...before, firms: String(Number(before['firms']) - 1) })
  expect((await farm.ok(listLinks, { ledger: 'firm', entry: keep })).merged.map(({ entry }) => entry)).toEqual([drop])
  await verified()
})

test('what is named while it is being merged names the kept entry, whether it was written just before, with, or just after the merge', async () => {
  const [keep, drop] = [await enter({ name: '同时厂' }), await enter({ name: '同时分厂' })]
  const [farm, order] = [await served.as('farm'), await served.as('order')]
  const known = await visit(drop, '2023-06-01')
  const { caller, book } = await mergeDecided(keep, drop)
  const naming = (day: string): ChangeSet => ({ by: caller, changes: [{ act: 'create', verb: 'check.create', ledger: 'check', spans: [{ from: null, to: null, fields: { org: 'v1', day, firm: String(drop) } }] }] })
  const [first] = accepted(await served.town.commit(naming('2023-06-02'))).entries
  await order.ok(check.correct, { entry: known, saw: known, set: { fine: '3' }, reason: '漏记罚款' })
  const written = await Promise.all([served.town.commit(naming('2023-06-03')), served.town.commit(book), served.town.commit(naming('2023-06-04'))])
  const [before, merged, after] = written.map((outcome) => accepted(outcome).entries)
  const [late] = accepted(await served.town.commit(naming('2023-06-05'))).entries
  const stood = await visit(keep, '2023-06-06')
  accepted(await served.town.commit({ by: caller, reason: '改指', changes: [{ act: 'correct', verb: 'check.correct', ledger: 'check', entry: stood, saw: stood, set: { firm: String(drop) } }] }))
  const all = [first?.id, known, before?.[0]?.id, after?.[0]?.id, late?.id, stood].map(Number)
  expect(await Promise.all(all.map(firmOf))).toEqual(all.map(() => String(keep)))
  expect(merged?.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([drop, known, first?.id, before?.[0]?.id].map(Number).toSorted((a, b) => a - b))
  expect((await farm.ok(listLinks, { ledger: 'firm', entry: drop })).groups.every(({ count }) => count === 0)).toBe(true)
  await verified()

  const [last] = [await enter({ name: '总厂' })]
  await farm.ok(mergeLinked, { ...(await pairOf(last, keep)), take: [], reason: '同一家企业' })
  const [chained] = accepted(await served.town.commit(naming('2023-06-07'))).entries
  expect(await firmOf(Number(chained?.id))).toBe(String(last))
  await verified()
})

test('of references made while it was being merged an undo takes back those the merge moved', async () => {
  const [keep, drop] = [await enter({ name: '可退厂' }), await enter({ name: '可退分厂' })]
  const farm = await served.as('farm')
  const { caller, book } = await mergeDecided(keep, drop)
  const early = await visit(drop, '2023-06-02')
  accepted(await served.town.commit(book))
  const [late] = accepted(await served.town.commit({ by: caller, changes: [{ act: 'create', verb: 'check.create', ledger: 'check', spans: [{ from: null, to: null, fields: { org: 'v1', day: '2023-06-03', firm: String(drop) } }] }] })).entries
  const { seen } = await farm.ok(readBatch, { batch: book.batch })
  expect(await farm.ok(undoBatch, { batch: book.batch, seen, reason: '不是同一家' })).toMatchObject({ undone: 2, stay: 0 })
  expect([await firmOf(early), await firmOf(Number(late?.id)), await firmOf(await visit(drop, '2023-06-04'))]).toEqual([String(drop), String(keep), String(drop)])
  await verified()
})

test('a merge that would now reach a closed month is refused whole when it is written, and what names the entry stays', async () => {
  const [keep, drop] = [await enter({ name: '关账厂' }), await enter({ name: '关账分厂' })]
  const { book } = await mergeDecided(keep, drop)
  const late = await visit(drop, '2023-04-10')
  await (await served.as('order')).ok(createClose, { ledger: 'check', month: '2023-04' })
  expect(await served.town.commit(book)).toMatchObject({ refused: true, code: 'month-closed' })
  expect([await firmOf(late), (await (await served.as('farm')).ok(firm.read, { entry: drop })).void]).toEqual([String(drop), false])
})

test('a proposed merge may be refused by a second person, not taken twice, and not when an entry changed meanwhile', async () => {
  const [keep, drop] = [await enter({ name: '待定厂' }), await enter({ name: '待定分厂' })]
  const late = await visit(drop, '2023-03-11')
  await (await served.as('order')).ok(createClose, { ledger: 'check', month: '2023-03' })
  const [farm, farmer] = [await served.as('farm'), await served.as('farmer')]
  const asked = { ...(await pairOf(keep, drop)), take: [], reason: '同一家企业' }
  refused(await (await served.as('order')).post(proposeMerge.verb, asked), 403, 'forbidden')
  const first = await farm.ok(proposeMerge, asked)
  refused(await farm.post(refuseCorrection.verb, { entry: first.id, saw: first.id, reason: '自己撤回' }), 422, 'same-person')
  refused(await (await served.as('v1')).post(approveCorrection.verb, { entry: first.id, saw: first.id }), 403, 'forbidden')
  const { journal } = await farmer.ok(refuseCorrection, { entry: first.id, saw: first.id, reason: '是两家' })
  expect([await firmOf(late), (await farm.ok(firm.read, { entry: drop })).void]).toEqual([String(drop), false])
  refused(await farmer.post(approveCorrection.verb, { entry: first.id, saw: journal }), 409, 'already-decided')
  const [row] = await served.town.db.pool.query<{ verb: string; person: number; reason: string }>(`select verb, person, reason from ${served.town.schema}.journal where number = ${journal}`).then(({ rows }) => rows)
  expect(row).toEqual({ verb: 'correction.refuse', person: served.personOf('farmer'), reason: '是两家' })

  const second = await farm.ok(proposeMerge, asked)
  await farm.ok(firm.correct, { entry: drop, saw: asked.sawDrop, set: { address: '二村9号' }, reason: '补地址' })
  expect((await farmer.post(approveCorrection.verb, { entry: second.id, saw: second.id })).body.error?.code).toBe('stale-version')
  expect(await firmOf(late)).toBe(String(drop))
  await verified()
})

test('keys that bind: the kept entry takes over a code only one may have, and rows that would then be double refuse the merge whole', async () => {
  const field = (key: string, more: Partial<Field> = {}): Field => ({ key, title: words(key, key), kind: 'text', ...more })
  const register = (key: string, fields: readonly Field[], unique: Ledger['unique']): Ledger => ({ key, title: words(key, key), shape: 'register', line: 'test', owner: 'farm', orgField: 'org', unique, fields: [field('org', { kind: 'org', required: true }), ...fields] })
  await declareAll(served.town, [register('shop', [field('name'), field('code', { format: 'credit-code' })], [['code']]), register('licence', [field('number'), field('shop', { kind: 'reference', ledger: 'shop' })], [['shop']])], [])
  const [shop, licence] = [entryRoutes('shop', words('店', 'shop')), entryRoutes('licence', words('证', 'licence'))]
  const farm = await served.as('farm')
  const open = async (fields: Record<string, string>) => (await farm.ok(shop.create, { from: '2023-06-01', fields: { org: 'v1', ...fields } })).id
  const [keep, drop] = [await open({ name: '甲店' }), await open({ name: '甲店铺', code: '11330282002979013L' })]
  const asked = { ledger: 'shop', keep, sawKeep: keep, drop, sawDrop: drop, reason: '同一家店' }
  const one = (await farm.ok(licence.create, { from: '2023-06-01', fields: { org: 'v1', number: '1', shop: String(keep) } })).id
  const other = (await farm.ok(licence.create, { from: '2023-06-01', fields: { org: 'v1', number: '2', shop: String(drop) } })).id
  const { head } = await served.town.book()
  expect((await farm.post('link.merge', { ...asked, take: ['code'] })).body.error?.code).toBe('not-unique')
  expect((await served.town.book()).head).toBe(head)
  await farm.ok(licence.void, { entry: one, saw: one, reason: '旧证' })
  const { batch } = await farm.ok(mergeLinked, { ...asked, take: ['code'] })
  const codeOf = async (entry: number) => (await farm.ok(shop.read, { entry })).spans[0]?.fields['code']
  expect([await codeOf(keep), (await farm.ok(licence.read, { entry: other })).spans[0]?.fields['shop']]).toEqual(['11330282002979013L', String(keep)])
  const { seen } = await farm.ok(readBatch, { batch })
  expect(await farm.ok(undoBatch, { batch, seen, reason: '不是同一家' })).toMatchObject({ undone: 3, stay: 0 })
  expect([await codeOf(keep), await codeOf(drop)]).toEqual([null, '11330282002979013L'])
  await verified()
})
