import excel from 'exceljs'
import { writeXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre'
import { beforeAll, expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { listFigures } from '../api/figure.ts'
import { createClose } from '../api/close.ts'
import type { ImportOut } from '../api/import.ts'
import { acceptImport, cancelImport, listImports, mapImport, openImport, problemsImport, readImport } from '../api/import.ts'
import { words } from '../core/words.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { firms } from '../../test/builders/linked-ledgers.ts'
import { declareAll } from '../store/town.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const household = entryRoutes('household', words('户', 'household'))

const workbook = (rows: readonly (readonly CellValue[])[], sheet = '台账'): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: sheet, rows: rows.map((row) => [...row]) }] })

const given = async (caller: Caller, ledger: string, bytes: Uint8Array, name = '台账.xlsx'): Promise<string> => {
  const answer = await caller.file(openImport.verb, { ledger, name }, bytes)
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
  return openImport.output.parse(answer.body).import
}

/** Reads an import until what goes on by itself has come to rest. */
const rested = async (caller: Caller, id: string): Promise<ImportOut> => {
  for (;;) {
    const now = await caller.ok(readImport, { import: id })
    if (now.state !== 'reading' && now.state !== 'writing') return now
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const held: { sold: Uint8Array } = { sold: new Uint8Array() }
const pigs = async (): Promise<string | null> => (await (await served.as('leader')).ok(listFigures, { period: '2023H1', measures: 'pigs' })).figures[0]?.value ?? null

const sold = [
  ['示例镇生猪交售台账', null, null, null, null],
  ['序号', '村', '日期', '头数（头）', '类别'],
  [1, '一村', '2023.6.1', 3, '猪'],
  [2, '二村', '6月2日', '1,200', 'pig'],
  [3, '五村', '2023-06-31', '三头半', '牛'],
  ['合计', null, null, 1203, null],
]

beforeAll(async () => {
  held.sold = await workbook(sold)
})

test('a workbook becomes rows: its head is found, its values are read as written, and its figures move at once', async () => {
  const farm = await served.as('farm')
  const id = await given(farm, 'sale', held.sold)
  const seen = await rested(farm, id)
  expect([seen.state, seen.sheet, seen.headerTo, seen.counts]).toEqual(['ready', '台账', 2, { create: 2, correct: 0, same: 0, problem: 1, skipped: 1 }])
  expect(seen.columns.map((column) => [column.title, column.field, column.by])).toEqual([['序号', null, null], ['村', 'org', 'synonym'], ['日期', 'day', 'synonym'], ['头数', 'head', 'name'], ['类别', 'kind', 'name']])
  expect(seen.problems.map((problem) => [problem.cell, problem.code])).toEqual([['B5', 'not-org'], ['C5', 'not-day'], ['D5', 'unit-unknown'], ['E5', 'not-choice']])
  const marked = new excel.Workbook()
  await marked.xlsx.load((await farm.bytes(problemsImport.verb, { import: id })) as unknown as ArrayBuffer)
  expect(['B5', 'C5', 'D5', 'E5', 'B3'].map((cell) => JSON.stringify(marked.worksheets[0]?.getCell(cell).note ?? '').includes('。'))).toEqual([true, true, true, true, false])
  expect(await pigs()).toBe('0')
  refused(await farm.post(acceptImport.verb, { import: id, rows: 'all' }), 422, 'rows-rejected')
  const { batch } = await farm.ok(acceptImport, { import: id, rows: 'good' })
  expect((await rested(farm, id)).state).toBe('done')
  expect(await pigs()).toBe('1203')
  const { rows } = await farm.ok(sales.list, {})
  expect(rows.map((row) => [row.fields['org'], row.fields['day'], row.fields['head']])).toEqual([['v2', '2023-06-02', '1200'], ['v1', '2023-06-01', '3']])
  const entry = await farm.ok(sales.read, { entry: rows[0]?.id })
  expect(entry.history.map((step) => [step.verb, step.batch])).toEqual([['sale.create', batch]])
  const { imports } = await farm.ok(listImports, { ledger: 'sale' })
  expect(imports.map((each) => [each.name, each.state, each.created, each.rejected, each.batch])).toEqual([['台账.xlsx', 'done', 2, 1, batch]])
})

test('the same file is noticed, and columns taken by hand are taken so the next time', async () => {
  const farm = await served.as('farm')
  const again = await rested(farm, await given(farm, 'sale', held.sold))
  expect(again.before).toMatchObject({ created: 2, corrected: 0 })
  const odd = [['村', '日期', 'X', '备注'], ['一村', '2023-05-01', 4, '补录']]
  const first = await given(farm, 'sale', await workbook(odd))
  expect((await rested(farm, first)).columns.find((column) => column.title === 'X')?.field).toBeNull()
  await farm.ok(mapImport, { import: first, columns: [{ at: 2, field: 'head' }] })
  const mapped = await rested(farm, first)
  expect(mapped.columns.map((column) => [column.field, column.by])).toEqual([['org', 'remembered'], ['day', 'remembered'], ['head', 'chosen'], ['note', 'name']])
  await farm.ok(acceptImport, { import: first, rows: 'all' })
  await rested(farm, first)
  const next = await rested(farm, await given(farm, 'sale', await workbook([['村', '日期', 'X', '备注'], ['二村', '2023-05-02', 7, '']])))
  expect(next.columns.map((column) => column.by)).toEqual(['remembered', 'remembered', 'remembered', 'remembered'])
})

test('a sheet without a head is read so again the next time, unless the next one has a head; sheets are told with their rows', async () => {
  const farm = await served.as('farm')
  const bare = await given(farm, 'sale', await workbook([['一村', '2023-05-03', 4], ['二村', '2023-05-04', 6]]))
  await rested(farm, bare)
  await farm.ok(mapImport, { import: bare, headerTo: 0, columns: [{ at: 0, field: 'org' }, { at: 1, field: 'day' }, { at: 2, field: 'head' }] })
  expect((await rested(farm, bare)).counts).toMatchObject({ create: 2, problem: 0 })
  await farm.ok(acceptImport, { import: bare, rows: 'all' })
  await rested(farm, bare)
  const again = await rested(farm, await given(farm, 'sale', await workbook([['一村', '2023-05-05', 8]])))
  expect([again.headerTo, again.columns.map((column) => [column.field, column.by])]).toEqual([0, [['org', 'remembered'], ['day', 'remembered'], ['head', 'remembered']]])
  const two = await writeXlsx({ sheets: [{ name: '说明', rows: [['先看这里']] }, { name: '五月', rows: [['村', '日期', '头数'], ['一村', '2023-05-05', 8]] }, { name: '空', rows: [] }] })
  const headed = await rested(farm, await given(farm, 'sale', two))
  expect([headed.headerTo, headed.sheet, headed.sheets.map((sheet) => [sheet.name, sheet.rows])]).toEqual([1, '五月', [['说明', 1], ['五月', 2], ['空', 0]]])
})

test('a key makes a row an update, shown with what it changes; an empty cell leaves what stands', async () => {
  const farm = await served.as('farm')
  const register = [['村', '户主', '电话', '证件号', '类别'], ['一村', '示例甲', '13800000001', '330282199001010011', '小户'], ['一村', '示例乙', '13800000002', '330282199001010022', '小户']]
  const id = await given(farm, 'household', await workbook(register))
  const seen = await rested(farm, id)
  expect([seen.key, seen.counts.create, JSON.stringify(seen.examples).includes('3302821990')]).toEqual([['identity'], 2, false])
  await farm.ok(acceptImport, { import: id, rows: 'all', from: '2023-01-01' })
  await rested(farm, id)
  const later = await given(farm, 'household', await workbook([['村', '户主', '电话', '证件号', '类别'], ['一村', '示例甲', '13800000001', '330282199001010011', '大户'], ['一村', '示例乙', '', '330282199001010022', '小户'], ['二村', '示例丙', '', '330282199001010033', '']]))
  const update = await rested(farm, later)
  expect(update.counts).toEqual({ create: 1, correct: 1, same: 1, problem: 0, skipped: 0 })
  expect(update.examples.find((example) => example.does === 'correct')?.fields.filter((field) => field.before !== field.after).map((field) => [field.field, field.before, field.after])).toEqual([['class', '小户', '大户']])
  badFields(await farm.post(acceptImport.verb, { import: later, rows: 'good' }), { reason: 'field-required' })
  await farm.ok(acceptImport, { import: later, rows: 'good', reason: '年度核查' })
  await rested(farm, later)
  const { rows } = await farm.ok(household.list, { sort: 'id' })
  expect(rows.map((row) => [row.fields['name'], row.fields['class'], row.fields['phone'], row.from])).toEqual([['示例甲', 'big', '13800000001', '2023-01-01'], ['示例乙', 'small', '13800000002', '2023-01-01'], ['示例丙', null, null, '2023-07-03']])
})

test('references are named, what they carry is copied, and a name of several or of none is told', async () => {
  const farm = await served.as('farm')
  const rows = [['村', '日期', '农户', '重量'], ['一村', '2023-06-03', '示例甲', 12.5], ['一村', '2023-06-03', '示例丁', 1], ['一村', '2023-06-03', '示例甲', '-2']]
  const seen = await rested(farm, await given(farm, 'delivery', await workbook(rows)))
  expect(seen.problems.map((problem) => [problem.cell, problem.code])).toEqual([['C3', 'not-found'], ['D4', 'below-minimum']])
  expect(seen.examples[0]?.fields.find((field) => field.field === 'class')?.after).toBe('big')
})

test('rows of others, closed months and keys twice are told before anything is written', async () => {
  const [farm, village] = [await served.as('farm'), await served.as('v1')]
  const own = await rested(village, await given(village, 'sale', await workbook([['村', '日期', '头数'], ['一村', '2023-06-05', 1], ['二村', '2023-06-05', 1]])))
  expect([own.counts.create, own.problems.map((problem) => [problem.cell, problem.code])]).toEqual([1, [['A3', 'import-not-yours']]])
  await farm.ok(createClose, { ledger: 'sale', month: '2023-04' })
  const closed = await rested(farm, await given(farm, 'sale', await workbook([['村', '日期', '头数'], ['一村', '2023-04-05', 1]])))
  expect(closed.problems.map((problem) => [problem.cell, problem.code])).toEqual([['B2', 'month-closed']])
  const twice = await rested(farm, await given(farm, 'household', await workbook([['村', '户主', '证件号'], ['一村', '示例戊', '330282199001010055'], ['一村', '示例己', '330282199001010055']])))
  expect(twice.problems.map((problem) => [problem.cell, problem.code])).toEqual([['C3', 'row-twice']])
})

test('another person’s import does not exist, and who may not write the ledger begins none', async () => {
  const [farm, farmer, auditor, leader] = [await served.as('farm'), await served.as('farmer'), await served.as('auditor'), await served.as('leader')]
  const id = await given(farm, 'sale', await workbook([['村', '日期', '头数'], ['一村', '2023-06-05', 1]]))
  await rested(farm, id)
  refused(await farmer.get(readImport.verb, { import: id }), 404, 'import-gone')
  refused(await auditor.file(openImport.verb, { ledger: 'sale', name: 'x.xlsx' }, new Uint8Array([1])), 403, 'forbidden')
  refused(await leader.file(openImport.verb, { ledger: 'sale', name: 'x.xlsx' }, new Uint8Array([1])), 403, 'forbidden')
  refused(await served.nobody.file(openImport.verb, { ledger: 'sale', name: 'x.xlsx' }, new Uint8Array([1])), 401, 'not-signed-in')
  await farm.ok(cancelImport, { import: id })
  expect((await rested(farm, id)).state).toBe('stopped')
  refused(await farm.post(acceptImport.verb, { import: id, rows: 'good' }), 409, 'import-state')
})

test('what is no workbook is refused in one sentence', async () => {
  const farm = await served.as('farm')
  const good = await workbook(sold)
  const failing = async (bytes: Uint8Array): Promise<string | undefined> => (await rested(farm, await given(farm, 'sale', bytes))).failure?.code
  expect(await failing(good.slice(0, good.length - 200))).toBe('workbook-damaged')
  expect(await failing(new TextEncoder().encode('%PDF-1.7'))).toBe('workbook-foreign')
  expect(await failing(await workbook([['只有一句话']]))).toBe('import-no-table')
  refused(await farm.file(openImport.verb, { ledger: 'sale', name: 'x.xlsx' }, new Uint8Array()), 422, 'workbook-damaged')
})

test('a required field without a column is told once for all rows', async () => {
  const farm = await served.as('farm')
  const id = await given(farm, 'device', await workbook([['村', '原值'], ['一村', 100], ['二村', '2,000元']]))
  const seen = await rested(farm, id)
  expect([seen.counts.create, seen.problems.map((problem) => problem.code)]).toEqual([0, ['field-required', 'field-required']])
  badFields(await farm.post(mapImport.verb, { import: id, fixed: [{ field: 'state', text: '坏了' }] }), { state: 'not-choice' })
  badFields(await farm.post(mapImport.verb, { import: id, fixed: [{ field: 'colour', text: '红' }] }), { fixed: 'field-unknown' })
  await farm.ok(mapImport, { import: id, fixed: [{ field: 'state', text: '在用' }] })
  const fixed = await rested(farm, id)
  expect([fixed.counts.create, fixed.fixed, fixed.examples[0]?.fields.find((field) => field.field === 'state')?.after]).toEqual([2, [{ field: 'state', text: '在用' }], '在用'])
})

test('all rows or none: where one row does not go at last, nothing of the file stands', async () => {
  const farm = await served.as('farm')
  const rows = [['村', '户主', '证件号'], ['一村', '示例庚', '330282199001010077'], ['一村', '示例辛', '330282199001010088']]
  const id = await given(farm, 'household', await workbook(rows))
  await rested(farm, id)
  const before = (await farm.ok(household.list, {})).total
  await farm.ok(household.create, { from: '2023-02-01', fields: { org: 'v1', name: '示例辛', identity: '330282199001010088' } })
  await farm.ok(acceptImport, { import: id, rows: 'all', from: '2023-01-01' })
  const end = await rested(farm, id)
  expect([end.state, end.failure?.code, end.problems.map((problem) => [problem.cell, problem.code])]).toEqual(['failed', 'rows-rejected', [['A3', 'not-unique']]])
  expect((await farm.ok(household.list, {})).total).toBe(before + 1)
  expect((await farm.ok(listImports, { ledger: 'household' })).imports[0]?.state).toBe('undone')
})

test('codes and numbers that look wrong are warned of at their cells and taken all the same; what they are is not told again', async () => {
  await declareAll(served.town, [firms], [])
  const farm = await served.as('farm')
  const bytes = await workbook([['村', '企业名称', '信用代码', '电话', '身份证号'], ['一村', '示例甲厂', '11330282002979013L', '13800001234', '11010519491231002X'], ['一村', '示例乙厂', '11330282002979013M', '1380000123', '110105194912310021'], ['五村', '示例丙厂', '11330282002979013M', null, null]])
  const id = await given(farm, 'firm', bytes)
  const read = await rested(farm, id)
  expect([read.counts.create, read.counts.problem, read.warned]).toEqual([2, 1, 3])
  expect(read.warnings.map(({ cell, title, code }) => [cell, title, code])).toEqual([['C3', '信用代码', 'credit-code-check'], ['D3', '电话', 'phone-shape'], ['E3', '身份证号', 'citizen-number-check']])
  expect(JSON.stringify(read.warnings)).not.toContain('110105')
  await farm.ok(acceptImport, { import: id, rows: 'good', from: '2023-01-01' })
  const done = await rested(farm, id)
  expect([done.state, done.counts.create]).toEqual(['done', 2])
})
