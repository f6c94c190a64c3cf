import { expect, test } from 'vitest'
import { approveCorrection, correctionEffect, createClose, listCloses, listCorrections, previewClose, proposeCorrection, refuseCorrection } from '../api/close.ts'
import { entryRoutes } from '../api/entry.ts'
import { listFigures } from '../api/figure.ts'
import { readToday } from '../api/today.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const april = { org: 'v1', day: '2023-04-10', head: '10' }

const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const head = await served.head()
  await act()
  expect(await served.head()).toBe(head)
}

test('a month that is over is closed by who keeps the ledger, once, and then entries of it stand still', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(sales.create, { fields: april })
  await unchanged(async () => {
    refused(await served.nobody.post('close.create', { ledger: 'sale', month: '2023-04' }), 401, 'not-signed-in')
    badFields(await farm.post('close.create', { month: '2023/04' }), { ledger: 'field-required', month: 'not-month' })
    badFields(await farm.post('close.create', { ledger: 'sale', month: '2023-13' }), { month: 'not-month' })
    badFields(await farm.post('close.create', { ledger: 'sale', month: '2023-07' }), { month: 'month-not-over' })
    badFields(await farm.post('close.create', { ledger: 'case', month: '2023-04' }), { ledger: 'not-found' })
    for (const login of ['order', 'v1', 'leader']) refused(await (await served.as(login)).post('close.create', { ledger: 'sale', month: '2023-04' }), 403, 'forbidden')
  })
  await farm.ok(createClose, { ledger: 'sale', month: '2023-04' })
  await unchanged(async () => {
    refused(await farm.post('close.create', { ledger: 'sale', month: '2023-04' }), 409, 'not-unique')
    expect(refused(await farm.post('sale.correct', { entry: id, saw: id, set: { head: '11' }, reason: '补记' }), 422, 'month-closed').details['month']).toBe('2023-04')
    refused(await farm.post('sale.create', { fields: april }), 422, 'month-closed')
    refused(await farm.post('sale.void', { entry: id, saw: id, reason: '重复' }), 422, 'month-closed')
  })
  const { closes, can } = await farm.ok(listCloses, {})
  expect([closes.map((each) => [each.ledger, each.month, each.by]), can]).toEqual([[['sale', '2023-04', '示例farm']], { create: true }])
  refused(await (await served.as('leader')).get('close.list'), 403, 'forbidden')
})

test('a closed month changes by a correction that a second person confirms; both stand in the journal', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(sales.create, { fields: { ...april, day: '2023-03-10' } })
  await farm.ok(createClose, { ledger: 'sale', month: '2023-03' })
  const proposal = await farm.ok(proposeCorrection, { ledger: 'sale', entry: id, saw: id, act: 'correct', set: { head: '12' }, reason: '漏记两头' })
  await unchanged(async () => {
    refused(await farm.post('correction.approve', { entry: proposal.id, saw: proposal.id }), 422, 'same-person')
    for (const login of ['order', 'leader', 'auditor']) refused(await (await served.as(login)).post('correction.approve', { entry: proposal.id, saw: proposal.id }), 403, 'forbidden')
    refused(await (await served.as('v1')).post('correction.approve', { entry: proposal.id, saw: proposal.id }), 403, 'forbidden')
    badFields(await (await served.as('farmer')).post('correction.approve', { entry: 'x' }), { entry: 'not-number', saw: 'field-required' })
    refused(await (await served.as('farmer')).post('correction.approve', { entry: id, saw: id }), 404, 'not-found')
  })
  const waiting = (await (await served.as('farmer')).ok(readToday, {})).waiting
  expect(waiting).toMatchObject([{ entry: proposal.id, ledger: 'sale', target: id, act: 'correct', changed: [{ field: 'head', before: { zh: '10' }, after: { zh: '12' } }], proposer: '示例farm', state: 'proposed', can: { approve: true, refuse: true } }])
  expect((await farm.ok(readToday, {})).mine.map((each) => each.entry)).toEqual([proposal.id])
  const { journal } = await (await served.as('farmer')).ok(approveCorrection, { entry: proposal.id, saw: proposal.id })
  const { rows } = await served.town.db.pool.query(`select verb, ledger, entry, person, approved_by, reason from "${served.town.schema}".journal where number >= $1 order by number`, [journal])
  const who = { person: served.personOf('farm'), approved_by: served.personOf('farmer'), reason: '漏记两头' }
  expect(rows).toEqual([{ verb: 'sale.correct', ledger: 'sale', entry: id, ...who }, { verb: 'correction.approve', ledger: 'correction', entry: proposal.id, ...who }])
  const read = await farm.ok(sales.read, { entry: id })
  expect([read.spans[0]?.fields['head'], read.history.at(-1)?.by, read.history.at(-1)?.approvedBy]).toEqual(['12', '示例farm', '示例farmer'])
  await unchanged(async () => {
    refused(await (await served.as('office')).post('correction.approve', { entry: proposal.id, saw: journal + 1 }), 409, 'already-decided')
  })
})

test('the town office may confirm too; a returned correction changes nothing but itself', async () => {
  const farm = await served.as('farm')
  const office = await served.as('office')
  const { id } = await farm.ok(sales.create, { fields: { ...april, day: '2023-05-10' } })
  const returned = await farm.ok(proposeCorrection, { ledger: 'sale', entry: id, saw: id, act: 'void', reason: '以为重复' })
  await unchanged(async () => badFields(await office.post('correction.refuse', { entry: returned.id, saw: returned.id }), { reason: 'field-required' }))
  await office.ok(refuseCorrection, { entry: returned.id, saw: returned.id, reason: '并不重复' })
  expect((await farm.ok(sales.read, { entry: id })).version).toBe(id)
  const confirmed = await farm.ok(proposeCorrection, { ledger: 'sale', entry: id, saw: id, act: 'void', reason: '确实重复' })
  await office.ok(approveCorrection, { entry: confirmed.id, saw: confirmed.id })
  expect((await farm.ok(sales.read, { entry: id })).void).toBe(true)
  const { corrections } = await farm.ok(listCorrections, {})
  expect(corrections.filter((each) => each.target === id).map(({ state, decider, can }) => [state, decider, can['approve']])).toEqual([['approved', '示例office', false], ['refused', '示例office', false]])
  expect((await farm.ok(listCorrections, { state: 'refused' })).corrections.every((each) => each.state === 'refused')).toBe(true)
})

test('a reported value is corrected by two people', async () => {
  const reported = entryRoutes('reported', words('报', 'reported'))
  const farm = await served.as('farm')
  const { id } = await farm.ok(reported.create, { fields: { measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '100', status: 'flash', source: '统计站' } })
  const { id: proposal } = await farm.ok(proposeCorrection, { ledger: 'reported', entry: id, saw: id, act: 'correct', set: { value: '101', status: 'final' }, reason: '统计反馈' })
  await (await served.as('office')).ok(approveCorrection, { entry: proposal, saw: proposal })
  expect((await farm.ok(reported.read, { entry: id })).spans[0]?.fields).toMatchObject({ value: '101', status: 'final' })
})

test('what a proposal rests on may have changed: the second person sees both', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(sales.create, { fields: { ...april, day: '2023-06-10' } })
  const proposal = await farm.ok(proposeCorrection, { ledger: 'sale', entry: id, saw: id, act: 'correct', set: { head: '12' }, reason: '漏记两头' })
  const { journal } = await farm.ok(sales.correct, { entry: id, saw: id, set: { head: '13' }, reason: '又漏一头' })
  await unchanged(async () => {
    const { details } = refused(await (await served.as('farmer')).post('correction.approve', { entry: proposal.id, saw: proposal.id }), 409, 'stale-version')
    expect(details).toMatchObject({ entry: id, version: journal, saw: id, by: '示例farm', theirs: { head: '13' }, yours: { head: '12' } })
  })
})

test('a proposal is held to the rules of the change it proposes', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(sales.create, { fields: { ...april, day: '2023-06-11' } })
  await unchanged(async () => {
    const propose = (body: Record<string, unknown>) => farm.post('correction.propose', { ledger: 'sale', entry: id, saw: id, act: 'correct', reason: '试一试', ...body })
    refused(await served.nobody.post('correction.propose', {}), 401, 'not-signed-in')
    badFields(await farm.post('correction.propose', {}), { ledger: 'field-required', entry: 'field-required', saw: 'field-required', act: 'field-required', reason: 'field-required' })
    badFields(await propose({ act: 'end' }), { act: 'not-choice' })
    badFields(await propose({}), { set: 'field-required' })
    badFields(await propose({ set: { head: 'x' } }), { head: 'not-number' })
    badFields(await propose({ ledger: 'case' }), { ledger: 'not-found' })
    refused(await propose({ set: { head: '10' } }), 422, 'nothing-changed')
    refused(await propose({ set: { head: '11' }, saw: 1 }), 409, 'stale-version')
    refused(await propose({ entry: 999_999, set: { head: '11' } }), 404, 'not-found')
    refused(await (await served.as('leader')).post('correction.propose', {}), 403, 'forbidden')
    refused(await (await served.as('order')).post('correction.propose', { ledger: 'sale', entry: id, saw: id, act: 'void', reason: '不归我管' }), 403, 'forbidden')
  })
})

test('a month shows what it holds and what stands in the way; an open correction must be settled before it is closed', async () => {
  const farm = await served.as('farm')
  const june = { org: 'v1', day: '2022-11-10', head: '10', kind: 'pig' }
  const { id } = await farm.ok(sales.create, { fields: june })
  await farm.ok(sales.create, { fields: { ...june, head: '5' } })
  const voided = await farm.ok(sales.create, { fields: june })
  await farm.ok(sales.void, { entry: voided.id, saw: voided.id, reason: '重复' })
  const ask = { ledger: 'sale', month: '2022-11' }
  const clean = await farm.ok(previewClose, ask)
  expect([clean.entries, clean.voided, clean.late, clean.sums.find((each) => each.field === 'head')?.sum, clean.figures.find((each) => each.measure === 'pigs')?.text]).toEqual([2, 1, 2, '15', '15个'])
  expect([clean.problems, clean.can]).toEqual([[], { create: true }])
  const { id: proposal } = await farm.ok(proposeCorrection, { ledger: 'sale', entry: id, saw: id, act: 'correct', set: { head: '12' }, reason: '漏记两头' })
  const waiting = await farm.ok(previewClose, ask)
  expect([waiting.corrections.map((each) => each.entry), waiting.problems.map((each) => each.zh), waiting.can]).toEqual([[proposal], ['2022-11 还有 1 项更正待复核，先办结再结账。'], { create: false }])
  await unchanged(async () => refused(await farm.post('close.create', ask), 422, 'close-corrections-open'))
  await (await served.as('farmer')).ok(refuseCorrection, { entry: proposal, saw: proposal, reason: '不对' })
  await farm.ok(createClose, ask)
  expect(await farm.ok(previewClose, ask)).toMatchObject({ closed: true, can: { create: false } })
  expect((await (await served.as('auditor')).ok(previewClose, ask)).problems).toHaveLength(2)
  refused(await (await served.as('leader')).get('close.preview', ask), 403, 'forbidden')
})

test('what a correction would move is told before it is decided, and is what it moves', async () => {
  const farm = await served.as('farm')
  const farmer = await served.as('farmer')
  const { id } = await farm.ok(sales.create, { fields: { org: 'v1', day: '2022-03-10', head: '10', money: '20000', kind: 'pig' } })
  const { id: proposal } = await farm.ok(proposeCorrection, { ledger: 'sale', entry: id, saw: id, act: 'correct', set: { head: '14', kind: 'pig', day: '2022-08-10' }, reason: '日期和头数都错了' })
  const { figures } = await farmer.ok(correctionEffect, { entry: proposal })
  const effect = figures.map(({ measure, period, before, after }) => `${measure} ${period}: ${before} → ${after}`)
  expect(effect).toEqual(['sales 2022H1: 1个 → 0个', 'pigs 2022H1: 10个 → 0个', 'money 2022H1: 2万元 → 0万元', 'pigs-less-sales 2022H1: 9个 → 0个', 'sales 2022H2: 2个 → 3个', 'pigs 2022H2: 15个 → 29个', 'money 2022H2: 0万元 → 2万元', 'pigs-less-sales 2022H2: 13个 → 26个'])
  await farmer.ok(approveCorrection, { entry: proposal, saw: proposal })
  const { figures: told } = await farmer.ok(listFigures, { period: '2022H2', measures: 'sales,pigs,money,pigs-less-sales' })
  expect(told.map((each) => each.text)).toEqual(['3个', '29个', '2万元', '26个'])
  expect((await farmer.ok(correctionEffect, { entry: proposal })).figures).toEqual([])
  refused(await (await served.as('leader')).get('correction.effect', { entry: String(proposal) }), 403, 'forbidden')
  refused(await farm.get('correction.effect', { entry: '999999' }), 404, 'not-found')
})
