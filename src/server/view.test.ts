import { expect, test } from 'vitest'
import { listViews, saveView, voidView } from '../api/view.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const names = async (login: string) => (await (await served.as(login)).ok(listViews, { ledger: 'sale' })).views.map((view) => [view.name, view.own])

test('a view is kept for oneself or shared with the office, and only its owner changes it', async () => {
  const [farm, farmer, order] = [await served.as('farm'), await served.as('farmer'), await served.as('order')]
  const own = await farm.ok(saveView, { ledger: 'sale', name: '我的生猪', query: 'where=kind:pig&sort=-head', shared: false })
  const shared = await farm.ok(saveView, { ledger: 'sale', name: '本月交售', query: 'by=org', shared: true })
  expect([await names('farm'), await names('farmer'), await names('order')]).toEqual([[['我的生猪', true], ['本月交售', true]], [['本月交售', false]], []])
  refused(await farmer.post(saveView.verb, { entry: shared.entry, saw: shared.version, ledger: 'sale', name: '改名', query: '', shared: true }), 403, 'forbidden')
  refused(await order.post(voidView.verb, { entry: shared.entry, saw: shared.version }), 404, 'not-found')
  refused(await farmer.post(voidView.verb, { entry: own.entry, saw: own.version }), 404, 'not-found')
  const renamed = await farm.ok(saveView, { entry: own.entry, saw: own.version, ledger: 'sale', name: '生猪', query: 'where=kind:pig', shared: true })
  refused(await farm.post(saveView.verb, { entry: own.entry, saw: own.version, ledger: 'sale', name: '旧的', query: '', shared: true }), 409, 'stale-version')
  expect(await names('farmer')).toEqual([['本月交售', false], ['生猪', false]])
  await farm.ok(voidView, { entry: own.entry, saw: renamed.version })
  expect(await names('farmer')).toEqual([['本月交售', false]])
  const { rows } = await served.town.db.pool.query<{ verb: string }>(`select verb from "${served.town.schema}".journal where ledger = 'view' order by number`)
  expect(rows.map((row) => row.verb)).toEqual(['view.save', 'view.save', 'view.save', 'view.void'])
})

test('a leader and an auditor keep views too, of ledgers they may open only', async () => {
  const auditor = await served.as('auditor')
  await auditor.ok(saveView, { ledger: 'case', name: '未结', query: 'where=closed!', shared: false })
  refused(await (await served.as('leader')).post(saveView.verb, { ledger: 'case', name: '未结', query: '', shared: false }), 400, 'bad-input')
  refused(await served.nobody.get(listViews.verb, { ledger: 'sale' }), 401, 'not-signed-in')
})
