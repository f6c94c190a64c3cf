import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { indicatorForm, listForm, formSheets } from '../../test/builders/blank-form.ts'
import { compoundFile } from '../../test/builders/compound-file.ts'
import { editedWorkbook, workbookFile } from '../../test/builders/workbook-file.ts'
import { temporaryDirectory } from '../../test/harness/temporary-directory.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { entryRoutes } from '../api/entry.ts'
import { describeForm, fillForm, listForms, mapForm, openForm, previewForm, readForm, readSaved, voidForm } from '../api/form.ts'
import { listReads } from '../api/personal.ts'
import { words } from '../core/words.ts'

const served = servedTown()
const folder = temporaryDirectory()
const sale = entryRoutes('sale', words('交售', 'sale'))
const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const figure = (measure: string, more: Readonly<Record<string, unknown>> = {}) => ({ kind: 'figure', measure, org: null, span: 'same', yearsBack: 0, show: 'value', ...more }) as const
const at = (cell: string, binding: object, sheet = '附表1') => ({ sheet, cell, binding })
const said = [at('D5', figure('pigs')), at('E5', figure('pigs', { yearsBack: 1 })), at('D6', figure('sales', { org: 'v1' })), at('D7', figure('money')), at('G5', { kind: 'text', text: '=1+1' })]

/** What stands in cells of the first sheet of a workbook. */
const standing = async (bytes: Uint8Array, cells: readonly string[]): Promise<readonly (string | undefined)[]> => {
  const [sheet] = await formSheets(bytes)
  return cells.map((cell) => sheet?.cells.find(({ row, column }) => `${String.fromCharCode(65 + column)}${row}` === cell)?.text)
}

beforeAll(async () => {
  const farm = await served.as('farm')
  for (const [day, org, head, money] of [['2023-02-01', 'v1', '7', '81234.5'], ['2023-03-01', 'v2', '3', '1000'], ['2022-05-01', 'v1', '4', '500'], ['2023-08-01', 'v1', '9', '1']] as const) await farm.ok(sale.create, { fields: { org, day, head, money, kind: 'pig' } })
})

test('a form is brought once, mapped once, and filled in the sender’s own layout with where each number is from', async () => {
  const farm = await served.as('farm')
  const content = encoded(await indicatorForm())
  const { form, known, before } = await farm.ok(openForm, { name: '附表1.xlsx', content, sender: '慈溪市农业农村局', due: '2023-07-10' })
  expect([known, before]).toEqual([false, null])
  expect(await farm.ok(openForm, { name: '另一个名字.xlsx', content })).toEqual({ form, known: true, before: null })
  const read = await farm.ok(readForm, { form })
  expect([read.title, read.sender, read.due, read.state, read.blanks, read.sheets[0]?.name]).toEqual(['乡镇农业生产情况统计表', '慈溪市农业农村局', '2023-07-10', 'draft', 21, '附表1'])
  expect([read.cells.find(({ cell }) => cell === 'B2')?.binding, read.cells.find(({ cell }) => cell === 'D7')?.unit]).toEqual([{ kind: 'fact', fact: 'town' }, '万元'])
  refused(await farm.post(fillForm.verb, { form, period: '2023H1', typed: [], sources: 'inside' }), 409, 'form-not-ready')

  const described = await farm.ok(describeForm, { form, saw: read.version, sender: '慈溪市农业农村局', due: null })
  expect((await farm.ok(readForm, { form }))).toMatchObject({ due: null, state: 'draft', version: described.version })
  const { version } = await farm.ok(mapForm, { form, saw: described.version, cells: said, lists: [] })
  refused(await farm.post(mapForm.verb, { form, saw: read.version, cells: [], lists: [] }), 409, 'stale-version')
  const preview = await (await served.as('leader')).ok(previewForm, { form, period: '2023H1' })
  const shown = (cell: string) => preview.cells.find((each) => each.cell === cell)
  expect(['D5', 'E5', 'D6', 'D7', 'G5', 'B2'].map((cell) => shown(cell)?.text)).toEqual(['10', '4', '1', '8.22', '=1+1', '示例镇'])
  expect([shown('D5')?.figure, shown('D8')?.missing]).toEqual([{ measure: 'pigs', org: 'town', period: '2023H1', title: 'pigs' }, 'no-source'])

  const head = await served.head()
  const filled = await farm.ok(fillForm, { form, period: '2023H1', typed: [{ sheet: '附表1', cell: 'D8', text: '62.5' }], sources: 'inside' })
  expect([filled.counts, filled.name, filled.left]).toEqual([{ book: 7, typed: 2, none: 12 }, '附表1（2023年上半年）.xlsx', 0])
  const bytes = await farm.bytes('form.fetch', { form: String(form), filling: String(filled.filling) })
  expect(await standing(bytes, ['D5', 'E5', 'D6', 'D7', 'D8', 'G5', 'B2', 'A1', 'F7'])).toEqual(['10', '4', '1', '8.22', '62.5', '=1+1', '示例镇', '乡镇农业生产情况统计表', ''])
  const source = (await formSheets(bytes))[1]
  const lines = (source?.cells ?? []).filter(({ row }) => row > 6).map(({ row, text }) => [row, text] as const)
  expect(source?.name).toBe('数据来源')
  expect(lines.map(([, text]) => text)).toEqual(expect.arrayContaining(['附表1!D5', '指标：pigs', '2023年上半年', '附表1!E5', '2022年上半年', '一村', '手工填写', '未填：没有来源']))
  expect(source?.cells.find(({ row, column }) => row === 4 && column === 1)?.text).toBe(`#${head}`)

  const [row] = await served.town.db.pool.query<{ verb: string; ledger: string; person: number }>(`select verb, ledger, person from ${served.town.schema}.journal where number = ${filled.journal}`).then(({ rows }) => rows)
  expect(row).toEqual({ verb: 'form.fill', ledger: 'filling', person: served.personOf('farm') })
  const listed = await (await served.as('leader')).ok(listForms, {})
  expect(listed.forms.map(({ form: entry, state, last, bound }) => [entry, state, last?.counts.book, last?.period, bound])).toEqual([[form, 'ready', 7, '2023H1', 8]])
  expect(listed.can).toMatchObject({ 'form.open': false, 'form.fill': false, 'form.fetch': true })
  expect(version).toBeLessThan(filled.journal)
})

test('the form of the next month is known by its heads and filled at once', async () => {
  const farm = await served.as('farm')
  const next = await farm.ok(openForm, {
    name: '附表1（7月）.xlsx',
    content: encoded(
      await indicatorForm((sheet) => {
        sheet.getCell('B5').value = '金额'
        sheet.getCell('C5').value = '万元'
        sheet.getCell('B7').value = '生猪出栏'
        sheet.getCell('C7').value = '个'
      }),
    ),
  })
  const read = await farm.ok(readForm, { form: next.form })
  expect([next.before, read.state, read.cells.find(({ cell }) => cell === 'D7')?.binding]).toEqual([(await farm.ok(listForms, {})).forms[1]?.form, 'ready', figure('pigs')])
  const filled = await farm.ok(fillForm, { form: next.form, period: '2023', typed: [], sources: 'beside' })
  const bytes = await farm.bytes('form.fetch', { form: String(next.form), filling: String(filled.filling) })
  expect([await standing(bytes, ['D7', 'D5']), (await formSheets(bytes)).length]).toEqual([['19', '8'], 1])
  const source = await farm.bytes('form.fetch', { form: String(next.form), filling: String(filled.filling), part: 'source' })
  expect(await standing(source, ['A3', 'A4'])).toEqual(['单元格', '附表1!B2'])
  expect(await farm.ok(readSaved, {})).toEqual({ total: 14, months: [{ month: '2023-07', forms: 14, entries: 0 }] })
  await farm.ok(fillForm, { form: next.form, period: '2023', typed: [], sources: 'inside' })
  expect(await farm.ok(readSaved, {})).toEqual({ total: 14, months: [{ month: '2023-07', forms: 14, entries: 0 }] })
})

test('a list takes the rows of its ledger that fall in the period, and goes only to whoever filled it', async () => {
  const farm = await served.as('farm')
  const blank = await listForm(1)
  const { form } = await farm.ok(openForm, { name: '名单.xlsx', content: encoded(blank) })
  const { version, lists } = await farm.ok(readForm, { form })
  expect([lists[0]?.ledger, lists[0]?.columns.map(({ source }) => source.kind)]).toEqual(['sale', ['number', 'field', 'field', 'field', 'field']])
  const columns = lists[0]?.columns.map(({ column, source }) => ({ column, source })) ?? []
  await farm.ok(mapForm, { form, saw: version, cells: [], lists: [{ sheet: '名单', from: 3, ledger: 'sale', where: 'kind:pig', sort: 'day', desc: false, inPeriod: true, columns }] })
  const filled = await farm.ok(fillForm, { form, period: '2023H1', typed: [], sources: 'inside' })
  expect(filled.counts).toEqual({ book: 10, typed: 0, none: 2 })
  const bytes = await farm.bytes('form.fetch', { form: String(form), filling: String(filled.filling) })
  expect(await standing(bytes, ['A3', 'B3', 'C3', 'D3', 'E3', 'B4', 'D4', 'A5'])).toEqual(['1', '一村', '2023-02-01', '7', '81234.5', '二村', '3', '合计'])
  const office = await served.as('office')
  refused(await office.get('form.fetch', { form: String(form), filling: String(filled.filling) }), 403, 'forbidden')
  expect((await office.ok(readForm, { form })).fillings[0]?.mayFetch).toBe(false)
  expect(Buffer.from(await office.bytes('form.fetch', { form: String(form) })).equals(Buffer.from(blank))).toBe(true)
})

test('a list’s condition keeps rows out, and goes over to the form of the next month', async () => {
  const farm = await served.as('farm')
  const { form } = await farm.ok(openForm, { name: '大额.xlsx', content: encoded(await listForm(5)) })
  const { version, lists } = await farm.ok(readForm, { form })
  const columns = lists[0]?.columns.map(({ column, source }) => ({ column, source })) ?? []
  const map = async (saw: number, where: string) => farm.post(mapForm.verb, { form, saw, cells: [], lists: [{ sheet: '名单', from: 3, ledger: 'sale', where, sort: 'day', desc: false, inPeriod: true, columns }] })
  const heads = async (of: number): Promise<unknown> => (await farm.ok(previewForm, { form: of, period: '2023H1' })).lists[0]?.rows.map((row) => row[3]).filter((text) => text !== '')
  expect((await map(version, '')).status).toBe(200)
  expect(await heads(form)).toEqual(['7', '3'])
  const saw = (await farm.ok(readForm, { form })).version
  badFields(await map(saw, 'nothing:1'), { lists: 'field-unknown' })
  expect((await map(saw, 'head>=5')).status).toBe(200)
  expect(await heads(form)).toEqual(['7'])
  const next = await farm.ok(openForm, { name: '大额（七月）.xlsx', content: encoded(await listForm(6)) })
  expect([next.before, (await farm.ok(readForm, { form: next.form })).lists[0]?.where, await heads(next.form)]).toEqual([form, 'head>=5', ['7']])
})

test('what the asker may not see stays blank and is named', async () => {
  const [farm, office] = [await served.as('farm'), await served.as('office')]
  await farm.ok(entryRoutes('household', words('户', 'household')).create, { from: '2023-01-01', fields: { org: 'v1', name: '示例甲', phone: '13800000001', identity: '330282199001010011' } })
  const { form } = await farm.ok(openForm, { name: '农户.xlsx', content: encoded(await listForm(2)) })
  const { version } = await farm.ok(readForm, { form })
  const columns = [{ column: 1, source: { kind: 'field', field: 'org' } }, { column: 2, source: { kind: 'field', field: 'name' } }, { column: 3, source: { kind: 'field', field: 'identity' } }]
  const list = { sheet: '名单', from: 3, ledger: 'household', where: '', sort: '', desc: false, inPeriod: true, columns }
  badFields(await farm.post(mapForm.verb, { form, saw: version, cells: [], lists: [{ ...list, ledger: 'case' }] }), { lists: 'not-found' })
  badFields(await farm.post(mapForm.verb, { form, saw: version, cells: [], lists: [{ ...list, where: 'identity:330282199001010011' }] }), { lists: 'field-masked' })
  await farm.ok(mapForm, { form, saw: version, cells: [], lists: [list] })
  const seenBy = async (login: string) => (await (await served.as(login)).ok(previewForm, { form, period: '2023H1' })).lists[0]
  expect(await seenBy('farm')).toMatchObject({ rows: [['', '一村', '示例甲', '', '']], masked: ['证件号'] })
  expect(await seenBy('office')).toMatchObject({ rows: [['', '一村', '', '', '']], masked: ['户主', '证件号'] })
  expect((await office.ok(previewForm, { form, period: '2022' })).lists[0]).toMatchObject({ rows: [], count: 0 })
  await farm.ok(fillForm, { form, period: '2023H1', typed: [], sources: 'inside' })
  const filled = await office.ok(fillForm, { form, period: '2023H1', typed: [], sources: 'inside' })
  expect((await (await served.as('auditor')).ok(listReads, {})).reads.map(({ verb, ledger, rows, fields }) => [verb, ledger, rows, fields.map(({ zh }) => zh)])).toEqual([['form.fill', 'household', 1, ['户主']]])
  const bytes = await office.bytes('form.fetch', { form: String(form), filling: String(filled.filling) })
  expect(Buffer.from(bytes).includes('示例甲')).toBe(false)
  expect((await formSheets(bytes))[1]?.cells.map(({ text }) => text)).toContain('未填（个人信息，无权查看）：户主、证件号')
})

test('who may not open the ledger of a list neither learns of it nor fills it', async () => {
  const [order, leader] = [await served.as('order'), await served.as('leader')]
  const { form } = await order.ok(openForm, { name: '案件.xlsx', content: encoded(await listForm(4)) })
  const { version } = await order.ok(readForm, { form })
  await order.ok(mapForm, { form, saw: version, cells: [], lists: [{ sheet: '名单', from: 3, ledger: 'case', where: 'amount?', sort: 'found', desc: false, inPeriod: true, columns: [{ column: 1, source: { kind: 'field', field: 'org' } }] }] })
  expect((await order.ok(readForm, { form })).lists[0]).toMatchObject({ ledger: 'case', closed: false })
  for (const told of [(await leader.ok(readForm, { form })).lists, (await leader.ok(previewForm, { form, period: '2023H1' })).lists]) expect(JSON.stringify(told)).not.toMatch(/"case"|amount|found/)
  expect((await leader.ok(previewForm, { form, period: '2023H1' })).lists[0]).toMatchObject({ missing: 'closed', count: 0 })
})

test('names the town does not know, cells that are no blanks and files that are no forms are refused at their place', async () => {
  const farm = await served.as('farm')
  const [listed] = (await farm.ok(listForms, {})).forms.toReversed()
  if (listed === undefined) throw new Error('no form')
  const { form, version } = listed
  const maps = (cells: readonly object[]) => farm.post(mapForm.verb, { form, saw: version, cells, lists: [] })
  badFields(await maps([at('D5', figure('cows'))]), { cells: 'not-found' })
  badFields(await maps([at('D5', figure('pigs', { org: 'nowhere' }))]), { cells: 'not-org' })
  badFields(await maps([at('D9', figure('pigs'))]), { cells: 'form-not-blank' })
  badFields(await farm.post(fillForm.verb, { form, period: '2023H1', typed: [{ sheet: '附表1', cell: 'A1', text: '1' }], sources: 'inside' }), { typed: 'form-not-blank' })
  badFields(await farm.post(openForm.verb, { name: 'x.xlsx', content: encoded(new TextEncoder().encode('%PDF-1.7')) }), { content: 'workbook-foreign' })
  badFields(await farm.post(openForm.verb, { name: 'x.xlsx', content: encoded((await indicatorForm()).slice(0, 3000)) }), { content: 'workbook-damaged' })
  refused(await farm.get('form.read', { form: '999999' }), 404, 'not-found')
})

test('a form is removed with a reason; who may not is told so', async () => {
  const [farm, leader, village] = [await served.as('farm'), await served.as('leader'), await served.as('v1')]
  const [last] = (await farm.ok(listForms, {})).forms
  if (last === undefined) throw new Error('no form')
  refused(await leader.post(voidForm.verb, { form: last.form, saw: last.version, reason: '不再下发' }), 403, 'forbidden')
  refused(await leader.post(openForm.verb, { name: 'x.xlsx', content: 'AAAA' }), 403, 'forbidden')
  refused(await village.get('form.list'), 403, 'forbidden')
  await farm.ok(voidForm, { form: last.form, saw: last.version, reason: '不再下发' })
  refused(await farm.get('form.read', { form: String(last.form) }), 404, 'not-found')
})

const line = { style: 'thin' } as const
const box = { top: line, left: line, bottom: line, right: line }
/** A workbook of blank cells under heads, so many rows and columns of them. */
const blankSheet = (rows: number, columns: number, sheets = 1): Promise<Uint8Array> =>
  workbookFile((book) => {
    for (let at = 1; at <= sheets; at += 1) {
      const sheet = book.addWorksheet(`表${at}`)
      for (let row = 1; row <= rows + 1; row += 1) for (let column = 1; column <= columns + 1; column += 1) sheet.getCell(row, column).border = box
      for (let row = 2; row <= rows + 1; row += 1) sheet.getCell(row, 1).value = `事项${row}`
      for (let column = 1; column <= columns + 1; column += 1) sheet.getCell(1, column).value = `内容${column}`
    }
  })

test('ten thousand blanks on twenty sheets are read, bound and filled; more are refused in one sentence', async () => {
  const farm = await served.as('farm')
  const { form } = await farm.ok(openForm, { name: '大表.xlsx', content: encoded(await blankSheet(50, 10, 20)) })
  const { version, cells } = await farm.ok(readForm, { form })
  expect(cells.length).toBe(10_000)
  await farm.ok(mapForm, { form, saw: version, cells: cells.map(({ sheet, cell }) => at(cell, figure('pigs'), sheet)), lists: [] })
  const filled = await farm.ok(fillForm, { form, period: '2023H1', typed: [], sources: 'beside' })
  expect(filled.counts).toEqual({ book: 10_000, typed: 0, none: 0 })
  const sheets = await formSheets(await farm.bytes('form.fetch', { form: String(form), filling: String(filled.filling) }))
  expect([sheets.length, sheets[19]?.cells.filter(({ text }) => text === '10').length]).toEqual([20, 500])
  badFields(await farm.post(openForm.verb, { name: '更大.xlsx', content: encoded(await blankSheet(130, 100)) }), { content: 'form-many-blanks' })
})

test('a workbook with a password, with macros, or without a blank has its own sentence', async () => {
  const farm = await served.as('farm')
  const opened = async (bytes: Uint8Array) => farm.post(openForm.verb, { name: 'x.xlsx', content: encoded(bytes) })
  const form = await indicatorForm()
  badFields(await opened(editedWorkbook(form, { 'xl/vbaProject.bin': () => 'x' })), { content: 'workbook-macros' })
  badFields(await opened(await writeXlsx({ sheets: [{ name: '一', rows: [['甲']] }], encryption: { password: '密码123', spinCount: 100 } })), { content: 'workbook-locked' })
  badFields(await opened(await workbookFile((book) => void book.addWorksheet('一').addRow(['甲', 1]))), { content: 'form-no-blanks' })
})

test('an older workbook is turned into .xlsx by the office program and filled so; what was brought is what is given back', async () => {
  await writeFile(join(folder, 'turned.xlsx'), await indicatorForm((sheet) => void (sheet.getCell('A1').value = '旧表格式的统计表')))
  await writeFile(join(folder, 'soffice'), `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nmkdir -p "$2" && cp '${join(folder, 'turned.xlsx')}' "$2/workbook.xlsx"\n`, { mode: 0o755 })
  const path = process.env['PATH'] ?? ''
  process.env['PATH'] = `${folder}:${path}`
  onTestFinished(() => void (process.env['PATH'] = path))
  const farm = await served.as('farm')
  const old = compoundFile({ Workbook: new Uint8Array(64) })
  const { form } = await farm.ok(openForm, { name: '统计表.et', content: encoded(old) })
  expect(await farm.ok(openForm, { name: '统计表.et', content: encoded(old) })).toMatchObject({ form, known: true })
  const { title, name, state, version } = await farm.ok(readForm, { form })
  expect([title, name]).toEqual(['旧表格式的统计表', '统计表.xls'])
  if (state === 'draft') await farm.ok(mapForm, { form, saw: version, cells: [], lists: [] })
  const filled = await farm.ok(fillForm, { form, period: '2023H1', typed: [], sources: 'inside' })
  expect([filled.name, await standing(await farm.bytes('form.fetch', { form: String(form), filling: String(filled.filling) }), ['A1', 'B2'])]).toEqual(['统计表（2023年上半年）.xlsx', ['旧表格式的统计表', '示例镇']])
  expect(Buffer.from(await farm.bytes('form.fetch', { form: String(form) })).equals(Buffer.from(old))).toBe(true)
})
