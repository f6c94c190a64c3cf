import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { listFigures, templateFigures } from '../api/figure.ts'
import { acceptSource, openSource, readSource } from '../api/source.ts'
import { growth } from '../core/quantity/comparison.ts'
import { decimal } from '../core/quantity/decimal.ts'
import { words } from '../core/words.ts'
import { smallMeasures } from '../../test/builders/small-town.ts'
import { declareAll } from '../store/town.ts'
import { badFields, servedTown } from '../../test/harness/served-town.ts'

/** A town without past rows: last year's values come in by the template, and the change is told from the first day. */
const served = servedTown()
const titles: Readonly<Record<string, string>> = { pigs: '生猪出栏数', money: '农产品销售额', output: '农业总产值' }
const filled = [['生猪出栏数', '25'], ['农产品销售额', '1.25'], ['农业总产值', '800.5']] as const

beforeAll(async () => {
  await declareAll(served.town, [], smallMeasures.filter((each) => each.key in titles).map((each) => ({ ...each, title: words(titles[each.key] ?? '', each.key) })))
  const farm = await served.as('farm')
  await farm.ok(entryRoutes('sale', words('售', 'sale')).create, { fields: { org: 'v1', day: '2023-03-01', head: '30', money: '15000', kind: 'pig' } })
  await farm.ok(entryRoutes('reported', words('填报', 'reported')).create, { fields: { measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '1000', status: 'flash', source: '示例快报' } })
})

const template = async (): Promise<excel.Workbook> => {
  const book = new excel.Workbook()
  await book.xlsx.load(Uint8Array.from(await (await served.as('farm')).bytes(templateFigures.verb, { period: '2023H1' })).buffer)
  return book
}

const content = async (book: excel.Workbook): Promise<string> => Buffer.from(await book.xlsx.writeBuffer()).toString('base64')

test('the template names every measure of the town with its unit and the same period of last year, the values left empty', async () => {
  const [sheet] = (await template()).worksheets
  expect(sheet?.getRow(3).values).toEqual([undefined, '指标', '责任单位', '统计范围', '所属期', '数值', '计量单位', '同比（%）', '来源'])
  expect(sheet?.actualRowCount).toBeGreaterThanOrEqual(3 + smallMeasures.length)
  const rows = new Map(Array.from({ length: smallMeasures.length }, (_, at) => [String(sheet?.getCell(4 + at, 1).value), sheet?.getRow(4 + at)]))
  expect([2, 3, 4, 6].map((column) => rows.get('农产品销售额')?.getCell(column).value)).toEqual(['农业办', '示例镇', '2022H1', '万元'])
})

test('what was filled in is read with its measure and period, accepted as stated, and is the base of this year', async () => {
  const farm = await served.as('farm')
  const book = await template()
  const [sheet] = book.worksheets
  for (let row = 4; row < 4 + smallMeasures.length; row++) {
    const value = filled.find(([title]) => title === sheet?.getCell(row, 1).value)?.[1]
    if (value !== undefined && sheet !== undefined) sheet.getCell(row, 5).value = row % 2 === 0 ? Number(value) : value
  }
  const document = { name: '期初数.xlsx', content: await content(book) }
  const read = await farm.ok(readSource, document)
  expect(read.kind).toBe('xlsx')
  expect(read.figures.map((figure) => [figure.subject, figure.periodKey, figure.suggestions[0]?.title.zh])).toEqual(filled.map(([title]) => [title, '2022H1', title]))
  const figures = read.figures.map(({ quote, offset, periodKey, suggestions: [first] }) => ({ quote, offset, measure: first?.measure, org: 'town', period: periodKey, value: first?.value, growth: null }))
  const { source } = await farm.ok(acceptSource, { ...document, title: '2022年上半年期初数', day: '2023-07-01', figures, commitments: [] })
  expect((await farm.ok(openSource, { source })).accepted).toHaveLength(filled.length)
  const told = async (period: string) => new Map((await farm.ok(listFigures, { period, measures: 'pigs,money,output' })).figures.map((figure) => [figure.title.zh, figure]))
  const [before, now] = [await told('2022H1'), await told('2023H1')]
  for (const [title, value] of filled) {
    expect([title, before.get(title)?.value, before.get(title)?.source, now.get(title)?.base]).toEqual([title, value, 'stated', value])
    const change = growth(decimal(now.get(title)?.value ?? ''), decimal(value), title === '农业总产值' ? 1 : 2, false)
    expect([title, now.get(title)?.change?.percent]).toEqual([title, change.kind === 'percent' ? change.percent : undefined])
  }
})

test('source and range of a row stand in the stated value; a share shown as percent is that many percent; an unknown range is left to be chosen', async () => {
  const farm = await served.as('farm')
  const book = await template()
  const [sheet] = book.worksheets
  const add = (cells: readonly (string | number)[]) => sheet?.addRow([...cells])
  add(['生猪出栏数', '农业办', '一村', '2021H1', 7, '个', '', '畜牧月报'])
  add(['生猪出栏数', '农业办', '无此村', '2021H1', 3, '个', '', ''])
  const share = add(['close-rate', '农业办', '示例镇', '2021H1', 0.125, '%', 0.085, '考核通报'])
  for (const column of [5, 7]) if (share !== undefined) share.getCell(column).numFmt = '0.0%'
  const document = { name: '期初数二.xlsx', content: await content(book) }
  const { figures } = await farm.ok(readSource, document)
  expect(figures.map(({ row, value, unit, change, suggestions }) => [row, value, unit, change?.percent ?? null, suggestions[0]?.book ?? null])).toEqual([
    [{ source: '畜牧月报', scope: '一村', org: 'v1' }, '7', '个', null, null],
    [{ source: '', scope: '无此村', org: null }, '3', '个', null, null],
    [{ source: '考核通报', scope: '示例镇', org: 'town' }, '12.5', '%', '8.5', null],
  ])
  const [village, , rate] = figures
  const asked = [village, rate].flatMap((each) => (each === undefined ? [] : [{ quote: each.quote, offset: each.offset, measure: each === village ? 'pigs' : 'close-rate', org: each.row?.org, period: '2021H1', value: each.value, growth: null, source: each.row?.source }]))
  await farm.ok(acceptSource, { ...document, title: '2021年上半年期初数', day: '2023-07-01', figures: asked, commitments: [] })
  const { rows } = await served.town.db.pool.query<{ org: string; value: string; source: string }>("select org, value::text, source from town_served.ledger_reported where period = '2021H1' order by id")
  expect(rows).toEqual([{ org: 'v1', value: '7', source: '畜牧月报' }, { org: 'town', value: '12.5', source: '考核通报' }])
  const told = async (org: string) => (await farm.ok(listFigures, { period: '2021H1', org, measures: 'pigs,close-rate' })).figures.map(({ value, source }) => [value, source])
  expect([(await told('v1'))[0], (await told('town'))[1]]).toEqual([['7', 'stated'], ['12.5', 'stated']])
})

test('a workbook without such heads is read by its text; one that is broken is refused at its field', async () => {
  const farm = await served.as('farm')
  const book = new excel.Workbook()
  book.addWorksheet('总结').addRow(['2022年上半年，全镇生猪出栏数25个。'])
  const read = await farm.ok(readSource, { name: '总结.xlsx', content: await content(book) })
  expect(read.figures.map((figure) => [figure.value, figure.suggestions[0]?.measure])).toEqual([['25', 'pigs']])
  badFields(await farm.post('source.read', { name: '总结.xlsx', content: Buffer.from((await content(book)).slice(0, 800), 'base64').toString('base64') }), { content: 'document-damaged' })
})
