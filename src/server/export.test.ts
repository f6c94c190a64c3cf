import excel from 'exceljs'
import { parseCsv } from 'hucre/csv'
import { expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { fromCsvText } from '../core/exporting/csv-text.ts'
import { words } from '../core/words.ts'
import { cookieOf, password, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()
const routes = (key: string) => entryRoutes(key, words(key, key))

const opened = async (bytes: Buffer): Promise<excel.Workbook> => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  return book
}
const rowsIn = (sheet: excel.Worksheet | undefined): unknown[][] => (sheet?.getSheetValues() ?? []).slice(1).map((row) => (row as unknown[]).slice(1))
const csvRows = (bytes: Buffer): string[][] => (parseCsv(bytes.toString('utf8'), { header: false }) as unknown[][]).map((row) => row.map((cell) => fromCsvText(String(cell ?? ''))))

test('a list leaves as it is filtered and sorted, with who took it, when and of what', async () => {
  const farm = await served.as('farm')
  for (const [day, head, money, kind] of [['2023-06-01', '20', '3500.5', 'pig'], ['2023-06-02', '7', '10', 'sheep'], ['2023-06-03', '30', null, 'pig']] as const)
    await farm.ok(routes('sale').create, { fields: { org: 'v1', day, head, money, kind, note: day === '2023-06-03' ? '=1+1' : null } })
  const head = await served.head()
  const book = await opened(await farm.bytes('sale.export', { where: 'kind:pig', sort: 'head', desc: 'true' }))
  const [sheet, about] = book.worksheets
  expect(rowsIn(sheet)).toMatchObject([
    ['单位', 'day', '头数', '金额', '类别', '备注', '条目号'],
    ['一村', new Date('2023-06-03'), 30, undefined, '猪', '=1+1', expect.any(Number)],
    ['一村', new Date('2023-06-01'), 20, 3500.5, '猪', undefined, expect.any(Number)],
  ])
  expect(sheet?.getCell('D3').numFmt).toBe('0.00')
  expect(Object.fromEntries(rowsIn(about).map(([name, text]) => [name, text]))).toMatchObject({ 台账: 'sale', 单位: '示例镇', 导出人: '示例farm', 筛选: '类别：猪', 排序: '头数（降序）', 行数: '2', 账本流水号: `#${head}` })
  expect([book.creator, book.title]).toEqual(['示例farm', 'sale'])
  expect(book.description).toContain('筛选：类别：猪')
  expect(await served.head()).toBe(head)
})

test('chosen columns come in their order; CSV has the mark of UTF-8 and the same rows', async () => {
  const farm = await served.as('farm')
  const bytes = await farm.bytes('sale.export', { where: 'kind:pig', sort: 'day', columns: 'note,head', format: 'csv' })
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(csvRows(bytes).map((row) => row.slice(0, 2))).toEqual([['备注', '头数'], ['', '20'], ['=1+1', '30']])
})

test('void rows leave only when they are asked for, and say so', async () => {
  const farm = await served.as('farm')
  const { id } = await farm.ok(routes('sale').create, { fields: { org: 'v2', day: '2023-05-01', head: '1' } })
  await farm.ok(routes('sale').void, { entry: id, saw: id, reason: '登错' })
  const ids = async (query: Readonly<Record<string, string>>) => csvRows(await farm.bytes('sale.export', { format: 'csv', ...query })).map((row) => row.at(-1))
  expect(await ids({})).not.toContain(String(id))
  const all = csvRows(await farm.bytes('sale.export', { format: 'csv', void: 'true' }))
  expect(all.find((row) => row.at(-1) === String(id))?.at(-2)).toBe('是')
})

test('each sees in a file the rows and the masks of her screen, and no more', async () => {
  const farm = await served.as('farm')
  for (const [org, name, phone] of [['v1', '张三丰', '13812345678'], ['v2', '李四', '13987654321']] as const) await farm.ok(routes('household').create, { fields: { org, name, phone, class: 'big' }, from: '2023-01-01' })
  const seen = async (login: string) => csvRows(await (await served.as(login)).bytes('household.export', { format: 'csv', sort: 'org' })).slice(1).map((row) => row.slice(2, 6))
  expect(await seen('farm')).toEqual([['一村', '张三丰', '13812345678', ''], ['二村', '李四', '13987654321', '']])
  expect(await seen('auditor')).toEqual([['一村', '张*', '138****5678', ''], ['二村', '李*', '139****4321', '']])
  expect(await seen('v1')).toEqual([['一村', '张*', '138****5678', '']])
  refused(await (await served.as('auditor')).get('household.export', { where: 'phone:13812345678' }), 400, 'bad-input')
  refused(await farm.get('case.export'), 404, 'not-found')
  refused(await served.nobody.get('sale.export'), 401, 'not-signed-in')
})

test('a file in English has English heads and choices', async () => {
  const book = await opened(await (await served.as('farm')).bytes('sale.export', { where: 'kind:sheep', lang: 'en' }))
  expect(rowsIn(book.worksheets[0]).map((row) => [row[0], row[4]])).toEqual([['Organisation', 'Kind'], ['One', 'sheep']])
  expect(book.worksheets[1]?.name).toBe('About')
})

test('more rows than one batch all arrive, once', async () => {
  const order = await served.as('order')
  await served.town.db.pool.query(`insert into "${served.town.schema}".ledger_case (id, span, version, void, org, found) select n, 0, n, false, 'v1', date '2023-01-01' from generate_series(9000001, 9003500) as n`)
  const rows = csvRows(await order.bytes('case.export', { format: 'csv', sort: 'id' })).slice(1)
  expect([rows.length, new Set(rows.map((row) => row.at(-1))).size, rows[0]?.at(-1)]).toEqual([3500, 3500, '9000001'])
})

test('a reader who goes away gives the connection back', async () => {
  const { pool } = served.town.db
  await served.town.db.pool.query(`insert into "${served.town.schema}".ledger_case (id, span, version, void, org, found) select n, 0, n, false, 'v1', date '2023-01-01' from generate_series(9100001, 9300000) as n`)
  const busy = (): number => pool.totalCount - pool.idleCount
  const [before, cookie] = [busy(), cookieOf(await served.nobody.post('session.create', { login: 'order', password }))]
  const address = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const leaving = new AbortController()
  const answer = await fetch(`${address}/api/case.export?format=csv`, { headers: { cookie }, signal: leaving.signal })
  const first = await answer.body?.getReader().read()
  expect([answer.status, (first?.value?.length ?? 0) > 0, busy()]).toEqual([200, true, before + 1])
  leaving.abort()
  await expect.poll(busy, { timeout: 20_000 }).toBe(before)
})

test('a template has plain heads, notes, drop-downs and a sheet that explains', async () => {
  const farm = await served.as('farm')
  const book = await opened(await farm.bytes('sale.template', {}))
  const [sheet, guide] = book.worksheets
  expect(rowsIn(sheet)).toEqual([['单位', 'day', '头数', '金额', '类别', '备注']])
  expect(JSON.stringify(sheet?.getCell('A1').note)).toContain('必填；单位名称')
  const lists = ['A2', 'E2'].map((at) => sheet?.getCell(at).dataValidation)
  expect(lists.map((it) => [it?.type, it?.formulae])).toEqual([['list', ['"示例镇,农业办,平安办,东片,一村,二村,三村,四村"']], ['list', ['"猪,羊"']]])
  expect([sheet?.getColumn(2).numFmt, sheet?.getColumn(4).numFmt, sheet?.getColumn(6).numFmt]).toEqual(['yyyy-mm-dd', '0.00', '@'])
  expect(rowsIn(guide).flat().join(' ')).toContain('头数  整数')
  const register = await opened(await farm.bytes('delivery.template', { lang: 'en' }))
  expect(rowsIn(register.worksheets[0])).toEqual([['Village', 'Day', 'Household', 'Weight', 'Place']])
  refused(await (await served.as('auditor')).get('sale.template'), 403, 'forbidden')
  refused(await farm.get('case.template'), 404, 'not-found')
})

test('a list with personal fields is recorded as it leaves, and every page of it says who took it and under which number', async () => {
  const farm = await served.as('farm')
  const reads = async () => (await served.town.db.pool.query<{ number: number; verb: string; field: string; person: number }>(`select number, verb, field, person from "${served.town.schema}".reads order by number`)).rows
  const before = await reads()
  await farm.bytes('sale.export', {})
  await farm.bytes('household.export', { columns: 'org,class' })
  expect(await reads()).toEqual(before)
  const answer = await farm.get('household.export', { columns: 'org,name,phone' })
  const read = (await reads()).at(-1)
  expect(read).toMatchObject({ verb: 'entry.export', field: 'name,phone', person: served.personOf('farm') })
  const [sheet, about] = (await opened(answer.bytes)).worksheets
  expect(sheet?.headerFooter.oddHeader).toMatch(new RegExp(`^&R示例farm \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} 查阅记录第 ${read?.number} 号$`))
  expect(Object.fromEntries(rowsIn(about))['水印']).toBe(sheet?.headerFooter.oddHeader?.slice(2))
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(`查阅记录${read?.number}.xlsx`)
})
