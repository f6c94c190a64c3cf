import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { acceptAnswer, confirmAnswer, readAnswer, remindAnswers, returnAnswer, writeAnswer } from '../api/answer.ts'
import { closeCall, createCall, draftCall, listCalls, readCall } from '../api/call.ts'
import { createSection, removeSection } from '../api/section.ts'
import { readToday } from '../api/today.ts'
import { day } from '../core/time/day.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'
import { badFields, refused, servedTown, today } from '../../test/harness/served-town.ts'
import type { AskedTown } from '../../test/builders/asked-town.ts'
import { askedTown } from '../../test/builders/asked-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'

const clock = { day: today }
const served = servedTown({ today: () => clock.day })
const held: { town?: AskedTown } = {}
const at = (): AskedTown => {
  if (held.town === undefined) throw new Error('the report is not there yet')
  return held.town
}
beforeAll(async () => {
  held.town = await askedTown(served)
})

const parts = () => [{ section: at().farming, org: 'farm', budget: 10, measures: ['pigs', 'output'] }, { section: at().order, org: 'order', measures: ['cases-closed', 'pigs'] }]
const sending = (more: Readonly<Record<string, unknown>> = {}) => ({ report: at().report, title: '上半年报告征集', due: '2023-07-10', note: '请按提纲报送', parts: parts(), ...more })
const send = async (more: Readonly<Record<string, unknown>> = {}): Promise<{ readonly call: number; readonly farm: number; readonly order: number }> => {
  const office = await served.as('office')
  for (const each of (await office.ok(listCalls, {})).calls) if (each.state === 'open') await office.ok(closeCall, { call: each.entry, saw: each.version })
  const { call } = await office.ok(createCall, sending(more))
  const { answers } = await office.ok(readCall, { call })
  return { call, farm: answers.find((each) => each.org === 'farm')?.entry ?? 0, order: answers.find((each) => each.org === 'order')?.entry ?? 0 }
}
const words = (text: string) => ({ kind: 'paragraph' as const, runs: [{ kind: 'text' as const, text, source: '农业办统计' }, { kind: 'figure' as const, measure: 'pigs', show: 'value' as const }] })
const saw = async (answer: number): Promise<number> => (await (await served.as('office')).ok(readAnswer, { answer })).version
const written = async (login: string, answer: number, text: string, told: readonly unknown[] = []) => (await served.as(login)).ok(writeAnswer, { answer, saw: await saw(answer), blocks: [words(text)], told, nothing: false })
const step = async (login: string, verb: 'answer.confirm' | 'answer.return' | 'answer.accept', answer: number, more: Readonly<Record<string, unknown>> = {}) => (await served.as(login)).post(verb, { answer, saw: await saw(answer), ...more })
const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const head = await served.head()
  await act()
  expect(await served.head()).toBe(head)
}
const journal = async (from: number): Promise<readonly unknown[]> => (await served.town.db.pool.query(`select verb, ledger, person from "${served.town.schema}".journal where number >= $1 order by number`, [from])).rows

test('the report suggests whom to ask, and the call goes out as one change set', async () => {
  const office = await served.as('office')
  const draft = await office.ok(draftCall, { report: at().report })
  expect(draft.parts).toEqual([
    { section: at().farming, org: 'farm', budget: null, measures: ['pigs', 'output'] },
    { section: at().order, org: 'order', budget: null, measures: [] },
    { section: at().order, org: 'farm', budget: null, measures: ['cases-closed', 'pigs'] },
  ])
  expect(draft.orgs.map((org) => org.code)).toEqual(['farm', 'order'])
  await unchanged(async () => {
    for (const login of ['farm', 'farm-head', 'leader', 'auditor', 'v1']) refused(await (await served.as(login)).post('call.create', sending()), 403, 'forbidden')
    badFields(await office.post('call.create', sending({ due: '2023-07-02' })), { due: 'due-past' })
    badFields(await office.post('call.create', sending({ parts: [...parts(), parts()[0]] })), { 'parts.2.org': 'asked-twice' })
    badFields(await office.post('call.create', sending({ parts: [{ section: 1, org: 'v1', measures: ['cows'] }, { section: at().order, org: 'east', measures: [] }] })), { 'parts.0.section': 'not-found', 'parts.0.org': 'not-org', 'parts.0.measures': 'not-found', 'parts.1.org': 'nobody-answers' })
    refused(await office.post('call.create', sending({ report: 1 })), 404, 'not-found')
  })
  const before = await served.head()
  const done = await office.ok(createCall, sending())
  expect(done).toEqual({ call: before + 1, answers: 2, journal: before + 1 })
  const by = { person: served.personOf('office'), verb: 'call.create' }
  await unchanged(async () => badFields(await office.post('call.create', sending({ parts: [parts()[1]] })), { 'parts.0.org': 'asked-already' }))
  expect((await office.ok(draftCall, { report: at().report })).parts.map(({ section, org }) => [section, org])).toEqual([[at().order, 'farm']])
  expect(await journal(before + 1)).toEqual([{ ...by, ledger: 'call' }, { ...by, ledger: 'answer' }, { ...by, ledger: 'answer' }, { ...by, ledger: 'report' }])
})

const reportNow = async (): Promise<{ readonly state: string; readonly version: number }> => {
  const [row] = (await served.town.db.pool.query<{ state: string; version: number }>(`select state, version from "${served.town.schema}".ledger_report where id = $1`, [at().report])).rows
  if (row === undefined) throw new Error('no report')
  return row
}

test('collecting begins with the first call and ends with the last open one; a later call leaves the report where it is', async () => {
  const office = await served.as('office')
  const { version, state } = await reportNow()
  expect(state).toBe('collect')
  await unchanged(async () => refused(await office.post('freeze.create', { report: at().report, saw: version }), 409, 'report-state'))
  const { call: second } = await office.ok(createCall, sending({ parts: [{ section: at().order, org: 'farm', measures: [] }] }))
  const [first] = (await office.ok(listCalls, {})).calls.filter((each) => each.state === 'open' && each.entry !== second)
  await office.ok(closeCall, { call: first?.entry, saw: first?.version })
  expect((await reportNow()).state).toBe('collect')
  const before = await served.head()
  await office.ok(closeCall, { call: second, saw: (await office.ok(readCall, { call: second })).version })
  expect(await journal(before + 1)).toMatchObject([{ verb: 'call.close', ledger: 'call' }, { verb: 'call.close', ledger: 'report' }])
  expect((await reportNow()).state).toBe('draft')
  await send()
  expect((await reportNow()).state).toBe('draft')
})

test('each office sees its own page and no other', async () => {
  const { call, farm, order } = await send()
  const own = await (await served.as('farm')).ok(readCall, { call })
  expect([own.parts, own.answers.map((each) => each.org)]).toEqual([1, ['farm']])
  for (const login of ['farm', 'farm-head', 'farmer']) refused(await (await served.as(login)).get('answer.read', { answer: String(order) }), 404, 'not-found')
  refused(await (await served.as('v1')).get('answer.read', { answer: String(farm) }), 403, 'forbidden')
  for (const login of ['office', 'leader', 'auditor']) expect((await (await served.as(login)).ok(readAnswer, { answer: order })).org).toBe('order')
  const page = await (await served.as('farm')).ok(readAnswer, { answer: farm })
  expect(page).toMatchObject({ state: 'asked', sectionTitle: '（一）农业生产', note: '请按提纲报送', budget: 10, missing: 1, blocks: [], last: { title: '2022年上半年工作回顾' }, people: { writers: ['示例farm', '示例farmer', '示例farm-head'], heads: ['示例farm-head'] }, can: { 'answer.write': true, 'answer.confirm': false } })
  expect(page.last?.blocks.map((block) => block.id)).toEqual(['l1'])
  expect(page.figures.map(({ measure, missing, report, figure }) => [measure, missing, report, figure?.text])).toEqual([['pigs', false, null, '30个'], ['output', true, '2023H1', '—']])
})

test('an answer is written, confirmed by another, and its text enters the section with its numbers', async () => {
  const { farm } = await send()
  const office = await served.as('office')
  const clerk = await served.as('farm')
  await unchanged(async () => {
    refused(await step('farm-head', 'answer.confirm', farm), 422, 'answer-not-written')
    refused(await (await served.as('order')).post('answer.write', { answer: farm, saw: await saw(farm), blocks: [], told: [], nothing: true }), 404, 'not-found')
    for (const login of ['leader', 'auditor', 'v1']) refused(await (await served.as(login)).post('answer.write', { answer: farm, saw: 1, blocks: [], told: [], nothing: true }), 403, 'forbidden')
    refused(await office.post('answer.write', { answer: farm, saw: await saw(farm), blocks: [words('代写')], told: [], nothing: false }), 403, 'forbidden')
    const put = { answer: farm, saw: await saw(farm), nothing: false }
    badFields(await clerk.post('answer.write', { ...put, blocks: [], told: [] }), { blocks: 'answer-empty' })
    badFields(await clerk.post('answer.write', { ...put, blocks: [words('有')], told: [], nothing: true }), { nothing: 'nothing-but-text' })
    badFields(await clerk.post('answer.write', { ...put, blocks: [words('有'), { kind: 'heading', level: 2, text: '（九）' }], told: [{ as: 'book', measure: 'sales' }] }), { 'blocks.1': 'heading-too-high', 'told.0.measure': 'not-asked' })
  })
  const first = await served.head()
  expect(await written('farm', farm, '生猪生产保持稳定，全镇存栏稳中有升')).toMatchObject({ over: true })
  await unchanged(async () => {
    for (const login of ['farm', 'farmer']) refused(await step(login, 'answer.confirm', farm), 403, 'forbidden')
    refused(await step('office', 'answer.accept', farm, { section: 1, mode: 'replace' }), 422, 'answer-not-confirmed')
  })
  expect((await (await served.as('farm-head')).ok(readToday, {})).answers.confirm.map((each) => each.entry)).toContain(farm)
  await (await served.as('farm-head')).ok(confirmAnswer, { answer: farm, saw: await saw(farm) })
  await unchanged(async () => refused(await clerk.post('answer.write', { answer: farm, saw: await saw(farm), blocks: [words('再改')], told: [], nothing: false }), 422, 'answer-confirmed'))
  const page = await office.ok(readAnswer, { answer: farm })
  expect([page.writer, page.confirmer, page.standing?.mode]).toEqual(['示例farm', '示例farm-head', 'append'])
  await unchanged(async () => {
    const stale = refused(await step('office', 'answer.accept', farm, { section: (page.standing?.version ?? 0) - 1, mode: 'replace' }), 409, 'stale-version')
    expect(stale.details).toMatchObject({ entry: at().farming, by: '系统', theirs: { blocks: [{ id: 'h2' }, { id: 'p2' }] }, yours: { blocks: [words('生猪生产保持稳定，全镇存栏稳中有升')] } })
  })
  await office.ok(acceptAnswer, { answer: farm, saw: page.version, section: page.standing?.version, mode: 'replace' })
  const after = await office.ok(readAnswer, { answer: farm })
  expect(after.standing?.blocks).toEqual([{ kind: 'heading', id: 'h2', level: 2, text: '（一）农业生产' }, { ...words('生猪生产保持稳定，全镇存栏稳中有升'), id: expect.stringMatching(/^[a-z0-9-]{36}$/) }])
  expect([after.state, after.can]).toEqual(['accepted', { 'answer.write': false, 'answer.confirm': false, 'answer.return': false, 'answer.accept': false, 'answer.remind': false }])
  const people = { farm: served.personOf('farm'), office: served.personOf('office') }
  expect(await journal(first + 1)).toMatchObject([{ verb: 'answer.write', ledger: 'answer', person: people.farm }, { verb: 'answer.confirm', ledger: 'answer' }, { verb: 'answer.accept', ledger: 'answer', person: people.office }, { verb: 'answer.accept', ledger: 'section', person: people.office }])
})

test('a second office is appended after the first, and a section changed meanwhile is not overwritten', async () => {
  const { farm, order } = await send({ parts: [{ section: at().order, org: 'farm', measures: [] }, { section: at().order, org: 'order', measures: [] }] })
  await written('farm', farm, '农口')
  await written('order', order, '平安')
  await step('farm-head', 'answer.confirm', farm)
  await step('order-head', 'answer.confirm', order)
  const office = await served.as('office')
  const version = async (answer: number) => (await office.ok(readAnswer, { answer })).standing?.version
  await office.ok(acceptAnswer, { answer: order, saw: await saw(order), section: await version(order), mode: 'replace' })
  const seen = await office.ok(readAnswer, { answer: farm })
  expect(seen.standing?.mode).toBe('append')
  const both = await Promise.all(['append', 'append'].map((mode) => office.post('answer.accept', { answer: farm, saw: seen.version, section: seen.standing?.version, mode })))
  expect(both.map((each) => each.status).toSorted()).toEqual([200, 409])
  expect(both.find((each) => each.status === 409)?.body.error?.details).toMatchObject({ by: '示例office' })
  expect((await office.ok(readAnswer, { answer: farm })).standing?.blocks.map((block) => (block.kind === 'paragraph' && block.runs[0]?.kind === 'text' ? block.runs[0].text : block.id))).toEqual(['h3', '平安', '农口'])
})

test('nothing to report is an answer: it is confirmed and accepted, and the section stays as it is', async () => {
  const { call, order } = await send({ due: '2023-07-03' })
  const before = (await (await served.as('office')).ok(readAnswer, { answer: order })).standing
  await (await served.as('order')).ok(writeAnswer, { answer: order, saw: await saw(order), blocks: [], told: [], nothing: true })
  await step('order-head', 'answer.confirm', order)
  const office = await served.as('office')
  const board = await office.ok(readCall, { call })
  expect(board.answers.find((each) => each.entry === order)).toMatchObject({ state: 'confirmed', nothing: true, length: 0, late: false })
  await office.ok(acceptAnswer, { answer: order, saw: await saw(order), section: before?.version, mode: 'replace' })
  expect((await office.ok(readAnswer, { answer: order })).standing).toMatchObject({ version: before?.version, blocks: before?.blocks })
})

test('it is returned with a remark, by the head or by the office, and written again', async () => {
  const { farm } = await send()
  await written('farm', farm, '初稿')
  await unchanged(async () => badFields(await step('farm-head', 'answer.return', farm, { remark: '' }), { remark: 'field-required' }))
  await (await served.as('farm-head')).ok(returnAnswer, { answer: farm, saw: await saw(farm), remark: '请补上措施' })
  const mine = (await (await served.as('farm')).ok(readToday, {})).answers.write.find((each) => each.entry === farm)
  expect(mine).toMatchObject({ state: 'returned', remark: '请补上措施' })
  await written('farm', farm, '二稿')
  await step('farm-head', 'answer.confirm', farm)
  expect((await (await served.as('office')).ok(readToday, {})).answers.accept.map((each) => each.entry)).toContain(farm)
  await (await served.as('office')).ok(returnAnswer, { answer: farm, saw: await saw(farm), remark: '数字口径再核' })
  const page = await (await served.as('farmer')).ok(readAnswer, { answer: farm })
  expect([page.state, page.remark, page.confirmer, page.writer]).toEqual(['returned', '数字口径再核', null, '示例farm'])
  await unchanged(async () => refused(await step('farm', 'answer.return', farm, { remark: '不行' }), 403, 'forbidden'))
})

test('the head who wrote may not confirm; two people writing one answer see both', async () => {
  const { farm } = await send()
  const seen = await saw(farm)
  await written('farm-head', farm, '负责人自己写')
  await unchanged(async () => {
    refused(await step('farm-head', 'answer.confirm', farm), 422, 'same-writer')
    const { details } = refused(await (await served.as('farm')).post('answer.write', { answer: farm, saw: seen, blocks: [words('我的')], told: [], nothing: false }), 409, 'stale-version')
    expect(details).toMatchObject({ entry: farm, saw: seen, by: '示例farm-head', theirs: { state: 'written', blocks: [words('负责人自己写')] }, yours: { blocks: [words('我的')] } })
  })
  const race = await saw(farm)
  const both = await Promise.all(['farm', 'farmer'].map(async (login) => (await served.as(login)).post('answer.write', { answer: farm, saw: race, blocks: [words(login)], told: [], nothing: false })))
  expect(both.map((each) => each.status).toSorted()).toEqual([200, 409])
  expect(both.find((each) => each.status === 409)?.body.error?.details).toMatchObject({ by: expect.stringMatching(/^示例farm/), theirs: { state: 'written' } })
})

test('the difference board names both offices, their values and why', async () => {
  const { call, farm, order } = await send()
  await written('farm', farm, '稿', [{ as: 'other', measure: 'pigs', value: '28', scale: '', unit: '个', reason: '按检疫证' }, { as: 'book', measure: 'output' }])
  await unchanged(async () => badFields(await (await served.as('order')).post('answer.write', { answer: order, saw: await saw(order), blocks: [words('稿')], told: [{ as: 'other', measure: 'pigs', value: '1', scale: '', unit: '亩', reason: '看错' }], nothing: false }), { 'told.0.unit': 'unit-unfit' }))
  await written('order', order, '稿', [{ as: 'book', measure: 'pigs' }])
  const { differences } = await (await served.as('office')).ok(readCall, { call })
  expect(differences).toMatchObject([{ measure: 'pigs', owner: { zh: '农业办' }, book: { zh: '30个', en: '30 items' }, sides: [{ orgName: { zh: '农业办' }, writer: '示例farm', asBook: false, value: { zh: '28个' }, reason: '按检疫证' }, { orgName: { zh: '平安办' }, asBook: true, value: { zh: '30个' }, reason: null }] }])
  expect((await (await served.as('order')).ok(readCall, { call })).differences).toEqual([])
})

test('who has not answered is reminded, once a day, whoever presses first', async () => {
  const { call, farm, order } = await send({ due: '2023-07-03' })
  const office = await served.as('office')
  await written('order', order, '稿')
  await step('order-head', 'answer.confirm', order)
  await unchanged(async () => {
    for (const login of ['farm', 'farm-head', 'leader']) refused(await (await served.as(login)).post('answer.remind', { call, answers: [farm] }), 403, 'forbidden')
    badFields(await office.post('answer.remind', { call, answers: [farm, order, 1] }), { 'answers.1': 'answer-confirmed', 'answers.2': 'not-found' })
    refused(await office.post('answer.remind', { call: 1, answers: [farm] }), 404, 'not-found')
  })
  expect(await office.ok(remindAnswers, { call, answers: [farm, farm] })).toMatchObject({ reminded: 1 })
  await unchanged(async () => badFields(await office.post('answer.remind', { call, answers: [farm] }), { 'answers.0': 'reminded-today' }))
  expect((await (await served.as('farm')).ok(readToday, {})).answers.write.find((each) => each.entry === farm)).toMatchObject({ reminders: 1, late: false })
  expect((await office.ok(readToday, {})).answers.owed.map((each) => each.entry)).toContain(farm)
  const again = await send()
  const both = await Promise.all([1, 2].map(() => office.post('answer.remind', { call: again.call, answers: [again.farm] })))
  expect(both.filter((each) => each.status === 200)).toHaveLength(1)
})

test('a closed call takes no more text, yet what was confirmed may be accepted', async () => {
  const { call, farm, order } = await send()
  const office = await served.as('office')
  await written('order', order, '赶上了')
  await step('order-head', 'answer.confirm', order)
  const { version } = await office.ok(readCall, { call })
  await unchanged(async () => {
    refused(await (await served.as('farm-head')).post('call.close', { call, saw: version }), 403, 'forbidden')
    refused(await office.post('call.close', { call, saw: version - 1 }), 409, 'stale-version')
  })
  await office.ok(closeCall, { call, saw: version })
  await unchanged(async () => {
    refused(await office.post('call.close', { call, saw: await served.head() }), 422, 'call-closed')
    refused(await (await served.as('farm')).post('answer.write', { answer: farm, saw: await saw(farm), blocks: [words('迟了')], told: [], nothing: false }), 422, 'call-closed')
  })
  expect((await (await served.as('farm')).ok(readToday, {})).answers.write.map((each) => each.entry)).not.toContain(farm)
  const { standing } = await office.ok(readAnswer, { answer: order })
  await office.ok(acceptAnswer, { answer: order, saw: await saw(order), section: standing?.version, mode: 'append' })
  const { calls, can } = await (await served.as('farm')).ok(listCalls, { report: at().report })
  expect([calls.find((each) => each.entry === call), can]).toMatchObject([{ state: 'closed', parts: 1, owed: 0, late: 0, can: { 'call.close': false } }, { 'call.create': false }])
})

test('the day after it is due, what is still owed is late on the board and on Today', async () => {
  const { call, farm, order } = await send({ due: today })
  await (await served.as('order')).ok(writeAnswer, { answer: order, saw: await saw(order), blocks: [], told: [], nothing: true })
  await step('order-head', 'answer.confirm', order)
  const late = async () => (await (await served.as('office')).ok(readCall, { call })).answers.map((each) => each.late)
  expect(await late()).toEqual([false, false])
  clock.day = day('2023-07-04')
  onTestFinished(() => {
    clock.day = today
  })
  expect(await late()).toEqual([true, false])
  expect((await (await served.as('farm')).ok(readToday, {})).answers.write.find((each) => each.entry === farm)?.late).toBe(true)
  expect((await (await served.as('farm')).ok(listCalls, {})).calls.find((each) => each.entry === call)).toMatchObject({ owed: 1, late: 1 })
})

test('a deputy confirms in the name of the absent head, but not what that head wrote herself', async () => {
  const chief = (await served.town.db.pool.query<{ person: number }>(`select person from "${served.town.schema}".accounts where login = 'farm-head'`)).rows[0]?.person ?? 0
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'post.create', ledger: 'post', spans: [spanOf({ person: String(served.personOf('v1')), role: 'head', org: 'farm', deputy_of: String(chief) }, '2023-07-01')] }] }))
  const { farm } = await send()
  await written('farm-head', farm, '负责人自写')
  await unchanged(async () => refused(await step('v1', 'answer.confirm', farm), 422, 'same-writer'))
  await written('farm', farm, '科室写')
  const before = await served.head()
  await (await served.as('v1')).ok(confirmAnswer, { answer: farm, saw: await saw(farm) })
  expect((await served.town.db.pool.query(`select person, acting_for from "${served.town.schema}".journal where number > $1`, [before])).rows).toEqual([{ person: served.personOf('v1'), acting_for: chief }])
})

test('of a section that was taken out the text is still read, and may be returned, not accepted', async () => {
  const section = await (await served.as('office')).ok(createSection, { report: at().report, after: at().order, org: 'order', blocks: [{ kind: 'heading', id: 'h9', level: 2, text: '（三）临时' }] })
  const { order } = await send({ parts: [{ section: section.section, org: 'order', measures: [] }] })
  await written('order', order, '临时稿')
  await step('order-head', 'answer.confirm', order)
  const office = await served.as('office')
  await office.ok(removeSection, { section: section.section, saw: section.version })
  const page = await office.ok(readAnswer, { answer: order })
  expect([page.sectionTitle, page.standing, page.blocks.length, page.can['answer.accept'], page.can['answer.return']]).toEqual(['（三）临时', null, 1, false, true])
  await unchanged(async () => refused(await step('office', 'answer.accept', order, { section: section.version, mode: 'append' }), 422, 'section-gone'))
})

test('an office merged meanwhile: who took it over answers', async () => {
  const { order } = await send()
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'org.create', ledger: 'org', spans: [spanOf({ code: 'peace', zh: '法治办', en: 'Peace', kind: 'office', parent: 'town' }, '2023-01-01')] }] }))
  const merged = await (await served.as('office')).post('org.merge', { org: 'order', into: 'farm', from: '2023-07-03' })
  expect(merged.status).toBe(200)
  const clerk = await served.as('farm')
  expect((await clerk.ok(readAnswer, { answer: order })).can['answer.write']).toBe(true)
  badFields(await (await served.as('office')).post('call.create', sending({ parts: [{ section: at().farming, org: 'order', measures: [] }] })), { 'parts.0.org': 'org-ended' })
  await clerk.ok(writeAnswer, { answer: order, saw: await saw(order), blocks: [words('接手')], told: [], nothing: false })
  await (await served.as('farm-head')).ok(confirmAnswer, { answer: order, saw: await saw(order) })
})

test('a frozen report takes no call, no text and no acceptance', async () => {
  const { farm } = await send({ parts: [parts()[0]] })
  await written('farm', farm, '稿')
  await step('farm-head', 'answer.confirm', farm)
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'correct', verb: 'freeze.create', ledger: 'report', entry: at().report, saw: (await reportNow()).version, set: { state: 'frozen' } }] }))
  const office = await served.as('office')
  await unchanged(async () => {
    refused(await office.post('call.create', sending()), 409, 'report-frozen')
    refused(await office.get('call.draft', { report: String(at().report) }), 409, 'report-frozen')
    const { standing, version, can } = await office.ok(readAnswer, { answer: farm })
    expect(can['answer.accept']).toBe(false)
    refused(await office.post('answer.accept', { answer: farm, saw: version, section: standing?.version, mode: 'replace' }), 409, 'report-frozen')
  })
})

test('the book still verifies', async () => {
  expect(await verifyTown(served.town.db, served.town)).toMatchObject({ ok: true, differences: [] })
})
