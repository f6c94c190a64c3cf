import { beforeAll, expect, test } from 'vitest'
import { approveCorrection, proposeCorrection } from '../api/close.ts'
import { entryRoutes, declareLedger, declareMeasure } from '../api/entry.ts'
import { figureHistory, listFigures, traceFigure, trendFigures } from '../api/figure.ts'
import { readToday, verifyBook } from '../api/today.ts'
import { plus } from '../core/quantity/decimal.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { words } from '../core/words.ts'
import { smallLedgers, smallMeasures } from '../../test/builders/small-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const numbers: number[] = []

beforeAll(async () => {
  const farm = await served.as('farm')
  for (const [org, day, head, money] of [['v1', '2022-03-01', '10', '1000'], ['v1', '2023-02-01', '20', '25000'], ['v2', '2023-05-01', '30', '30000.5'], ['v3', '2023-06-30', '5', '700'], ['v3', '2023-07-01', '9', '1']] as const)
    numbers.push((await farm.ok(sales.create, { fields: { org, day, head, money, kind: 'pig' } })).journal)
})

const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const head = await served.head()
  await act()
  expect(await served.head()).toBe(head)
}

test('figures of a period are told with their change, over the town or an org, and as the book was', async () => {
  const leader = await served.as('leader')
  const { figures, ...at } = await leader.ok(listFigures, { period: '2023H1', measures: 'pigs,money' })
  expect(at).toEqual({ period: '2023H1', org: 'town', cutoff: '2023-06-30', asOf: await served.head(), head: await served.head() })
  expect(figures.map(({ id, value, unit, rows, source }) => [id, value, unit, rows, source])).toEqual([['pigs', '55', '个', 3, 'computed'], ['money', '5.57005', '万元', 3, 'computed']])
  expect(figures[0]).toMatchObject({ title: { zh: 'pigs' }, ownerName: { zh: '农业办' }, base: '10', change: { percent: '450', direction: 'up', text: { zh: '同比增长450%', en: 'up 450% on the same period last year' } } })
  const valueOf = async (more: Record<string, string>) => (await leader.ok(listFigures, { period: '2023H1', measures: 'pigs', ...more })).figures[0]?.value
  expect(await valueOf({ org: 'east' })).toBe('50')
  expect(await valueOf({ cutoff: '2023-05-31' })).toBe('50')
  expect(await valueOf({ asOf: `#${numbers[1]}` })).toBe('20')
  const all = await leader.ok(listFigures, { period: '2023H1' })
  expect(all.figures.map((each) => each.id).sort()).toEqual(smallMeasures.map((each) => each.key).sort())
})

test('a trace shows the rows a reader may see; with what is withheld they add up to the figure, page by page', async () => {
  for (const login of ['farm', 'leader', 'v1']) {
    const reader = await served.as(login)
    let sum = '0' as Decimal
    let offset = 0
    for (;;) {
      const page = await reader.ok(traceFigure, { period: '2023H1', measure: 'money', offset, limit: 1 })
      for (const row of page.rows) sum = plus(sum, (row.amount ?? '0') as Decimal)
      offset += page.rows.length
      if (page.rows.length > 0) continue
      expect([page.total, page.value, page.rowCount + page.withheldRows]).toEqual([sum, '5.57005', 3])
      expect(plus(sum, (page.withheld ?? '0') as Decimal)).toBe(page.value)
      expect([login, page.withheldRows]).toEqual([login, login === 'v1' ? 2 : 0])
      break
    }
  }
  const page = await (await served.as('v1')).ok(traceFigure, { period: '2023H1', measure: 'money' })
  expect(page.rows).toMatchObject([{ ledger: 'sale', org: 'v1', orgName: { zh: '一村' }, day: '2023-02-01', amount: '2.5', enteredBy: '示例farm', journal: numbers[1], summary: [{ title: { zh: '头数' }, text: { zh: '20' } }, { text: { zh: '25000' } }, { text: { zh: '猪', en: 'pig' } }] }])
  expect(page.method).toEqual({ zh: '台账“sale”的“金额”合计。', en: 'Sum of "Money" over the ledger "sale".' })
})

test('a figure over a ledger the reader may not see is told, its rows and the ledger’s name are not', async () => {
  await (await served.as('order')).ok(entryRoutes('case', words('案', 'case')).create, { fields: { org: 'v1', found: '2023-05-05', closed: '2023-06-01' } })
  const seen = await (await served.as('order')).ok(traceFigure, { period: '2023H1', measure: 'cases-found' })
  expect([seen.total, seen.withheld, seen.method.zh.includes('case')]).toEqual(['1', '0', true])
  const hidden = await (await served.as('farm')).ok(traceFigure, { period: '2023H1', measure: 'cases-found' })
  expect([hidden.value, hidden.total, hidden.withheld, hidden.rows, hidden.withheldRows, JSON.stringify(hidden.method).includes('case')]).toEqual(['1', '0', '1', [], 1, false])
  const rate = await (await served.as('order')).ok(traceFigure, { period: '2023H1', measure: 'close-rate' })
  expect([rate.value, rate.total, rate.operands.map((each) => [each.id, each.value])]).toEqual(['100', '100', [['cases-closed', '1'], ['cases-found', '1']]])
})

test('a trend runs up to a day; a history tells when the book moved the figure', async () => {
  const leader = await served.as('leader')
  const { series } = await leader.ok(trendFigures, { measures: 'pigs,money', kind: 'half', until: '2023-06-30' })
  expect(series['pigs']).toEqual([{ period: '2021H1', value: '0' }, { period: '2021H2', value: '0' }, { period: '2022H1', value: '10' }, { period: '2022H2', value: '0' }, { period: '2023H1', value: '55' }])
  const history = await leader.ok(figureHistory, { period: '2023H1', measure: 'pigs' })
  expect(history.moments.map(({ number, value, by, verb }) => [number, value, by, verb])).toEqual([[numbers[1], '20', '示例farm', 'sale.create'], [numbers[2], '50', '示例farm', 'sale.create'], [numbers[3], '55', '示例farm', 'sale.create']])
  expect(history.versions.map((each) => each.version)).toEqual([1])
})

test('a figure of which only the rate is known shows its entry to who may see it, and every step of it', async () => {
  const farm = await served.as('farm')
  const reported = entryRoutes('reported', words('报', 'reported'))
  const { id } = await farm.ok(reported.create, { fields: { measure: 'output', org: 'town', period: '2022H2', day: '2022-12-31', growth: '-18.18', status: 'flash', source: '环保站' } })
  const proposal = await farm.ok(proposeCorrection, { ledger: 'reported', entry: id, saw: id, act: 'correct', set: { growth: '-18.2', status: 'final' }, reason: '终核' })
  const { journal } = await (await served.as('office')).ok(approveCorrection, { entry: proposal.id, saw: proposal.id })
  const trace = async (login: string) => (await served.as(login)).ok(traceFigure, { period: '2022H2', measure: 'output' })
  const seen = await trace('leader')
  expect([seen.value, seen.total, seen.withheld, seen.rowCount, seen.rows.map((row) => [row.entry, row.amount])]).toEqual([null, null, null, 1, [[id, null]]])
  expect(seen.figure.change).toMatchObject({ percent: '18.2', direction: 'down' })
  expect(seen.rows[0]?.summary.map(({ text }) => text.zh)).toEqual(['最终核实', '环保站'])
  const hidden = await trace('v1')
  expect([hidden.rows, hidden.rowCount, hidden.withheldRows]).toEqual([[], 0, 1])
  const history = await farm.ok(figureHistory, { period: '2022H2', measure: 'output' })
  expect(history.moments.map(({ number, verb }) => [number, verb])).toEqual([[id, 'reported.create'], [journal, 'reported.correct']])
})

test('questions about figures that make no sense are told at their fields', async () => {
  const leader = await served.as('leader')
  refused(await served.nobody.get('figure.list', { period: '2023H1' }), 401, 'not-signed-in')
  badFields(await leader.get('figure.list'), { period: 'field-required' })
  badFields(await leader.get('figure.list', { period: '2023H3' }), { period: 'not-period' })
  badFields(await leader.get('figure.list', { period: '2023H1', org: 'nowhere' }), { org: 'not-org' })
  badFields(await leader.get('figure.list', { period: '2023H1', asOf: 'soon', cutoff: 'later' }), { asOf: 'not-as-of', cutoff: 'not-day' })
  badFields(await leader.get('figure.list', { period: '2023H1', cutoff: '2023-02-30' }), { cutoff: 'not-day' })
  badFields(await leader.get('figure.list', { period: '2023H1', cutoff: '2022-07-01' }), { cutoff: 'below-minimum' })
  badFields(await leader.get('figure.list', { period: '2023H1', measures: 'pigs,cows' }), { measures: 'not-found' })
  refused(await leader.get('figure.list', { period: '2023H1', asOf: '#999999' }), 404, 'journal-number-unknown')
  badFields(await leader.get('figure.trace', { period: '2023H1', measure: 'cows' }), { measure: 'not-found' })
  badFields(await leader.get('figure.trace', { period: '2023H1', measure: 'pigs', limit: '1001', offset: 'x' }), { limit: 'above-maximum', offset: 'not-number' })
  badFields(await leader.get('figure.trend', { measures: 'pigs', kind: 'week' }), { kind: 'not-choice' })
  badFields(await leader.get('figure.trend', { measures: 'pigs', until: '2023-02-29' }), { until: 'not-day' })
  badFields(await leader.get('figure.history', { period: '2023H1' }), { measure: 'field-required' })
})

test('the town office declares a ledger and a measure while the system runs', async () => {
  const office = await served.as('office')
  const [sale] = smallLedgers
  const [measure] = smallMeasures
  if (sale === undefined || measure === undefined) throw new Error('the small town has ledgers and measures')
  const ledger = { ...sale, key: 'lamb', owner: 'town', title: words('羊', 'Lambs') }
  await unchanged(async () => {
    refused(await served.nobody.post('ledger.declare', { ledger }), 401, 'not-signed-in')
    refused(await (await served.as('farm')).post('ledger.declare', { ledger }), 403, 'forbidden')
    badFields(await office.post('ledger.declare', { ledger: { key: 'Not A Key' } }), { 'ledger.key': 'bad-format', 'ledger.title': 'field-required', 'ledger.shape': 'field-required', 'ledger.line': 'field-required', 'ledger.owner': 'field-required', 'ledger.fields': 'field-required', 'ledger.orgField': 'field-required' })
    badFields(await office.post('ledger.declare', { ledger: { ...ledger, owner: 'nobody' } }), { 'ledger.owner': 'not-org' })
    badFields(await office.post('ledger.declare', { ledger: { ...ledger, orgField: 'day' } }), { 'ledger.orgField': 'org-field-missing' })
    refused(await office.post('ledger.declare', { ledger: { ...ledger, system: true } }), 422, 'bad-declaration')
    const household = (await served.town.book()).declared.ledgers.get('household')
    refused(await office.post('ledger.declare', { ledger: { ...household, fields: household?.fields.map(({ personal, ...field }) => (field.kind === 'text' ? field : { ...field, personal })) } }), 422, 'bad-declaration')
    refused(await office.post('measure.declare', { measure: { ...measure, definition: { kind: 'count', ledger: 'nothing' } } }), 422, 'bad-declaration')
    refused(await (await served.as('leader')).post('measure.declare', { measure }), 403, 'forbidden')
    badFields(await office.post('measure.declare', { measure: { ...measure, owner: 'nobody' } }), { 'measure.owner': 'not-org' })
  })
  const { journal } = await office.ok(declareLedger, { ledger })
  expect((await served.town.db.pool.query(`select verb, person from "${served.town.schema}".journal where number = $1`, [journal])).rows).toEqual([{ verb: 'ledger.declare', person: served.personOf('office') }])
  await office.ok(entryRoutes('lamb', words('羊', 'lamb')).create, { fields: { org: 'v1', day: '2023-06-01', head: '3' } })
  const lambs = { ...measure, key: 'lambs', owner: 'town', definition: { kind: 'sum', ledger: 'lamb', field: 'head' } }
  expect((await office.ok(declareMeasure, { measure: lambs })).version).toBe(1)
  expect((await office.ok(listFigures, { period: '2023H1', measures: 'lambs' })).figures[0]?.value).toBe('3')
  expect((await office.ok(declareMeasure, { measure: { ...lambs, definition: { kind: 'count', ledger: 'lamb' } } })).version).toBe(2)
  expect((await office.ok(listFigures, { period: '2023H1', measures: 'lambs' })).figures[0]).toMatchObject({ value: '1', version: 2 })
})

test('today tells what an office has not reported, and where the book stands', async () => {
  const today = await (await served.as('farm')).ok(readToday, {})
  expect([today.today, today.missing]).toEqual(['2023-07-03', [{ measure: 'output', title: { zh: 'output', en: 'output' }, period: '2023H1' }]])
  expect([today.head.number, today.head.hash]).toEqual([await served.head(), (await served.town.book()).hash])
  expect((await (await served.as('leader')).ok(readToday, {})).missing).toEqual([])
  refused(await served.nobody.get('today.read'), 401, 'not-signed-in')
})

test('the book is verified by who may', async () => {
  const { ok, journal, differences } = await (await served.as('auditor')).ok(verifyBook, {})
  expect([ok, journal.rows, differences]).toEqual([true, await served.head(), []])
  refused(await (await served.as('farm')).get('book.verify'), 403, 'forbidden')
})
