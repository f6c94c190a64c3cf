import { beforeAll, expect, test } from 'vitest'
import { briefReport } from '../api/brief.ts'
import { entryRoutes } from '../api/entry.ts'
import { words } from '../core/words.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const cases = entryRoutes('case', words('案', 'case'))
const value = (measure: string) => ({ kind: 'figure', measure, show: 'value' }) as const
const blocks = [
  { kind: 'heading', level: 1, text: '一、工作' },
  { kind: 'paragraph', runs: [value('output'), value('pigs')] },
  { kind: 'paragraph', runs: [value('money'), value('cases-found'), value('devices-on'), value('households')] },
]

beforeAll(async () => {
  const farm = await served.as('farm')
  const sell = async (org: string, year: string, heads: readonly number[], money: string): Promise<void> => {
    for (const head of heads) await farm.ok(sales.create, { fields: { org, day: `${year}-03-01`, head: String(head), kind: 'pig', money } })
  }
  await sell('v1', '2022', [2, 2, 2], '900')
  await sell('v2', '2022', [4, 4], '900')
  await sell('v3', '2022', [9], '950')
  await sell('v1', '2023', [20, 30, 4], '100')
  await sell('v2', '2023', [3, 7], '100')
  await sell('v3', '2023', [1], '100')
  const order = await served.as('order')
  for (const [year, count] of [['2022', 5], ['2023', 9]] as const) for (let at = 0; at < count; at += 1) await order.ok(cases.create, { fields: { org: 'v4', found: `${year}-02-0${at + 1}` } })
  await farm.ok(entryRoutes('reported', words('报', 'reported')).create, { fields: { measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '32.5', growth: '66', status: 'flash', source: '统计站' } })
  for (const household of ['h1', 'h2', 'h3', 'h4', 'h5']) await farm.ok(entryRoutes('visit', words('访', 'visit')).create, { fields: { org: 'v2', day: '2023-05-01', household } })
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'target.create', ledger: 'target', spans: [spanOf({ measure: 'output', org: 'town', period: '2023', day: '2023-01-10', value: '100', source: '年度计划' })] }] }))
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf({ title: '上半年工作', org: 'town', period: '2023H1', day: '2023-07-01', document: JSON.stringify({ title: '上半年工作', blocks }) })] }] }))
})

test('a leader reads the figures the report opens with, the largest moves, and who and what moved them', async () => {
  const brief = await (await served.as('leader')).ok(briefReport, { period: '2023H1' })
  expect([brief.headline.map((figure) => figure.id), brief.moves.map((move) => [move.figure.id, move.figure.change?.text.zh])]).toEqual([['output', 'pigs'], [['pigs', '同比增长182.61%'], ['output', '同比增长66%'], ['households', undefined], ['money', '同比下降88.99%'], ['cases-found', '同比增长80%']]])
  const [pigs, output, households, money, found] = brief.moves
  expect(brief.moves.map(({ why, verdict }) => [why, verdict])).toEqual([[{ kind: 'change' }, null], [{ kind: 'behind', target: '100元', completion: '32.5', time: '50', gap: '17.5' }, 'worse'], [{ kind: 'new' }, null], [{ kind: 'change' }, null], [{ kind: 'change' }, null]])
  expect([output?.rows.map((row) => [row.ledger, row.amount]), households?.rows.map((row) => row.orgName.zh), households?.rowsOf]).toEqual([[['reported', '32.5']], ['二村', '二村', '二村'], '2023H1'])
  expect([pigs?.orgs, pigs?.rows.map((row) => [row.orgName.zh, row.amount]), pigs?.rowsOf]).toEqual([[{ org: words('一村', 'One'), now: '54', before: '6' }, { org: words('二村', 'Two'), now: '10', before: '8' }], [['一村', '30'], ['一村', '20'], ['二村', '7']], '2023H1'])
  expect([money?.orgs.map((each) => [each.org.zh, each.now, each.before]), money?.rows.map((row) => [row.orgName.zh, row.amount]), money?.rowsOf]).toEqual([[['一村', '0.03', '0.27'], ['二村', '0.02', '0.18'], ['三村', '0.01', '0.095']], [['三村', '0.095'], ['二村', '0.09'], ['二村', '0.09']], '2022H1'])
  expect([found?.rows, found?.withheldRows]).toEqual([[], 9])
})

test('whoever may see the rows behind a move sees them, as behind the figure itself', async () => {
  const seen = async (login: string) => (await (await served.as(login)).ok(briefReport, { period: '2023H1' })).moves.find((move) => move.figure.id === 'cases-found')?.rows.length
  expect([await seen('order'), await seen('auditor'), await seen('farm')]).toEqual([3, 3, 0])
  refused(await (await served.as('v1')).get('report.brief', { period: '2023H1' }), 403, 'forbidden')
  refused(await (await served.as('leader')).get('report.brief', { period: '2021H1' }), 404, 'not-found')
})
