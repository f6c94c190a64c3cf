import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallMeasures, smallTown, spanOf } from '../../test/builders/small-town.ts'
import type { FreshDatabase } from '../../test/harness/town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { declareAll } from '../store/town.ts'
import type { Town } from '../store/town.ts'
import { accepted } from '../store/writer.ts'
import { understand } from './document/understand.ts'
import { againstBook, together } from './source-check.ts'
import { bindFigures } from './source-figures.ts'

/** Read figures held against a book whose rows were entered in January, and one in February. */
let place: FreshDatabase
let town: Town
let now = '2023-01-05T02:00:00.000Z'
beforeAll(async () => {
  place = await freshDatabase()
  town = await smallTown(place.database, 'town_checked', () => now)
  const named = (key: string, as: string, zh: string) => smallMeasures.filter((each) => each.key === key).map((each) => ({ ...each, key: as, title: { zh, en: as } }))
  await declareAll(town, [], [...named('pigs', 'swine', '生猪出栏'), ...named('sales', 'deals', '畜禽交易次数'), ...named('households', 'called', '走访入户')])
  await sell('2022-03-01', '8')
  now = '2023-02-01T02:00:00.000Z'
  await sell('2022-09-01', '2')
})
afterAll(async () => {
  await town.close()
  await place.drop()
})

const sell = async (day: string, head: string): Promise<void> => void accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day, head, kind: 'pig' })] }] }))

const check = async (text: string) => {
  const { head, reading, checked } = understand(`2022年工作总结\n${text}\n`)
  const from = { handle: place.database.pool, schema: town.schema, book: await town.book() }
  const { bound, book } = await bindFigures(from, `2022年工作总结\n${text}\n`, head, reading.figures)
  const { findings, confirmed } = together(checked, await againstBook(from, bound, book, head.day))
  const brief = (each: (typeof findings)[number]) => `${each.rule} ${each.severity} ${each.quote}`
  return { findings: findings.map(brief), confirmed: confirmed.map(brief), told: findings.map((each) => each.message.zh) }
}

test('an equal figure is confirmed, in whatever unit it is written', async () => {
  expect(await check('全镇生猪出栏10个。')).toMatchObject({ findings: [], confirmed: ['book note 10个'] })
  expect(await check('上半年，全镇生猪出栏8个。')).toMatchObject({ findings: [], confirmed: ['book note 8个'] })
  expect(await check('全镇生猪出栏0.001万个。')).toMatchObject({ confirmed: ['book note 0.001万个'] })
})

test('a different one is told with the difference and its rows', async () => {
  const { findings, told } = await check('全镇生猪出栏12个。')
  expect(findings).toEqual(['book error 12个'])
  expect(told[0]).toContain('+2')
  expect(told[0]).toContain('2行')
})

test('one that the book has left behind since the day of the document is stale', async () => {
  expect((await check('2023年1月20日\n全镇生猪出栏8个。')).findings).toEqual(['book warning 8个'])
})

test('what the book has no rows for is unknown to it; what no measure surely is, is not held against it', async () => {
  expect((await check('全年走访入户5个。')).findings).toEqual(['book note 5个'])
  expect(await check('新建泵站2座，清理渔船6艘。')).toMatchObject({ findings: [], confirmed: [] })
})
