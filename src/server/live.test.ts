import { expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { openReport, readReport } from '../api/report.ts'
import { writeSection } from '../api/section.ts'
import { words } from '../core/words.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'
import { follow as followed } from '../../test/harness/followed.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import type { LiveNews } from './live.ts'

const served = servedTown()

const follow = (login: string, query: string) => followed<LiveNews>(served.app, login, `report.watch?${query}`)

test('whoever has a report open hears who else has, what was saved, and that the book moved on', async () => {
  await served.app.listen({ port: 0, host: '127.0.0.1' })
  const fields = { title: '报告', org: 'town', period: '2023H1', day: '2023-07-01', document: JSON.stringify({ title: '报告', blocks: [{ kind: 'heading', level: 1, text: '一、农业' }] }) }
  const report = accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
  const office = await served.as('office')
  await office.ok(openReport, { report, saw: report })
  const [section] = (await office.ok(readReport, { period: '2023H1' })).sections

  const reader = await follow('leader', `report=${report}`)
  const first = await reader.until(() => true)
  expect([first.present.map((each) => [each.name, each.section]), first.sections]).toEqual([[['示例leader', null]], { [String(section?.entry)]: section?.version }])

  const writer = await follow('office', `report=${report}&section=${section?.entry}`)
  expect((await reader.until((news) => news.present.length === 2)).present.map((each) => [each.name, each.section])).toContainEqual(['示例office', section?.entry])

  const written = await office.ok(writeSection, { section: section?.entry, saw: section?.version, blocks: [{ kind: 'heading', level: 1, text: '一、农业农村' }] })
  const saved = await reader.until((news) => news.sections[String(section?.entry)] === written.version)
  await (await served.as('farm')).ok(entryRoutes('sale', words('售', 'sale')).create, { fields: { org: 'v1', day: '2023-02-01', head: '20', kind: 'pig' } })
  expect((await reader.until((news) => news.head > saved.head)).head).toBe(await served.head())

  writer.leave()
  await reader.until((news) => news.head >= saved.head && news.present.length === 1 && news.sections[String(section?.entry)] === written.version)
  reader.leave()
})

test('a report that is not there is not followed, nor by a stranger', async () => {
  refused(await (await served.as('leader')).get('report.watch', { report: '999999' }), 404, 'not-found')
  refused(await served.nobody.get('report.watch', { report: '1' }), 401, 'not-signed-in')
})
