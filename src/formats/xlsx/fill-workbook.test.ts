import excel from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { formSheets, indicatorForm, listForm } from '../../../test/builders/blank-form.ts'
import { editedWorkbook, workbookFile } from '../../../test/builders/workbook-file.ts'
import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { findBlanks } from '../../core/filling/find-blanks.ts'
import { decimal } from '../../core/quantity/decimal.ts'
import { day } from '../../core/time/day.ts'
import type { FormWrites } from './fill-workbook.ts'
import { fillWorkbook } from './fill-workbook.ts'

const number = (value: string, decimals = 0): SheetCell => ({ kind: 'number', value: decimal(value), decimals })
const text = (it: string): SheetCell => ({ kind: 'text', text: it })
const source: FormWrites['source'] = { name: '来源', inside: true, lines: [['单元格'], [{ sheet: '名单', row: 6, column: 3, rows: 1, columns: 1 }]] }
const cell = (sheet: string, at: string, value: SheetCell): FormWrites['cells'][number] => ({ sheet, cell: at, value })

const opened = async (bytes: Uint8Array): Promise<excel.Workbook> => {
  const book = new excel.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}

test('values go into the sender’s own layout; what is computed is left to be computed', async () => {
  const form = await indicatorForm()
  const { bytes } = await fillWorkbook(form, { cells: [cell('附表1', 'B2', text('示例镇')), cell('附表1', 'D5', number('10')), cell('附表1', 'D7', number('0.8', 2)), cell('附表1', 'D9', number('99')), cell('附表1', 'E11', { kind: 'day', day: day('2023-07-03') }), cell('附表1', 'G5', text('=1+1'))], lists: [], source })
  const [before, after] = [(await opened(form)).worksheets[0], (await opened(bytes)).worksheets[0]]
  expect(['B2', 'D5', 'D7', 'E11', 'G5'].map((at) => after?.getCell(at).value)).toEqual(['示例镇', 10, 0.8, '2023-07-03', '=1+1'])
  expect(after?.getCell('D9').value).toEqual({ formula: 'SUM(D5:D6)' })
  expect([after?.getCell('A1').isMerged, after?.getCell('E3').master.address, after?.getColumn(2).width, after?.pageSetup.orientation]).toEqual([true, 'D3', before?.getColumn(2).width, 'landscape'])
  for (const at of ['D5', 'D7', 'A1', 'G9']) expect(after?.getCell(at).style).toEqual(before?.getCell(at).style)
  expect((await opened(bytes)).worksheets.map(({ name }) => name)).toEqual(['附表1', '来源'])
  expect(strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"')
})

test('nothing else of the file is touched', async () => {
  const form = await indicatorForm()
  const { bytes } = await fillWorkbook(form, { cells: [], lists: [], source })
  const [before, after] = [unzipSync(form), unzipSync(bytes)]
  const same = Object.keys(before).filter((name) => after[name] !== undefined && Buffer.from(after[name]).equals(Buffer.from(before[name] ?? [])))
  expect(Object.keys(before).filter((name) => !same.includes(name)).sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
  expect(Buffer.from((await fillWorkbook(form, { cells: [], lists: [], source })).bytes).equals(Buffer.from(bytes))).toBe(true)
})

const rows = (count: number): readonly (readonly SheetCell[])[] => Array.from({ length: count }, (_, at) => [number(String(at + 1)), text('一村'), { kind: 'day', day: day('2023-06-01') }, number('2'), number('0.1', 1)] as const)

test('a list with more rows than blanks gets rows put in; sums reach over them and the foot moves down', async () => {
  const { bytes, left } = await fillWorkbook(await listForm(), { cells: [cell('名单', 'B8', text('张三'))], lists: [{ sheet: '名单', from: 3, to: 5, columns: [0, 1, 2, 3, 4], rows: rows(8) }], source })
  const book = await opened(bytes)
  const [sheet, words] = book.worksheets
  expect(left).toEqual([0])
  expect([3, 10].map((row) => [1, 2, 3, 4, 5].map((column) => sheet?.getCell(row, column).value))).toEqual([[1, '一村', '2023-06-01', 2, 0.1], [8, '一村', '2023-06-01', 2, 0.1]])
  expect([sheet?.getCell('D11').value, sheet?.getCell('A11').value, sheet?.getCell('C11').master.address]).toEqual([{ formula: 'SUM(D3:D10)' }, '合计', 'A11'])
  expect([sheet?.getCell('A13').value, sheet?.getCell('B13').value]).toEqual(['审核人：', '张三'])
  expect([sheet?.getRow(9).height, sheet?.getCell('E9').border.top?.style]).toEqual([22, 'thin'])
  expect(words?.getCell('A2').value).toBe('名单!D11')
})

test('fewer rows than blanks leave the rest blank', async () => {
  const { bytes } = await fillWorkbook(await listForm(), { cells: [], lists: [{ sheet: '名单', from: 3, to: 5, columns: [0, 1, 2, 3, 4], rows: rows(2) }], source })
  const sheet = (await opened(bytes)).worksheets[0]
  expect([sheet?.getCell('A4').value, sheet?.getCell('A5').value, sheet?.getCell('D6').value]).toEqual([2, null, { formula: 'SUM(D3:D5)' }])
})

test('nothing is put into a sheet with notes; what found no place is counted', async () => {
  const form = await workbookFile((book) => {
    const sheet = book.addWorksheet('名单')
    for (const [at, name] of ['序号', '单位'].entries()) sheet.getCell(1, at + 1).value = name
    for (const at of ['A1', 'B1', 'A2', 'B2']) sheet.getCell(at).border = { top: { style: 'thin' }, left: { style: 'thin' } }
    sheet.getCell('A1').note = '从1开始'
  })
  const { bytes, left } = await fillWorkbook(form, { cells: [], lists: [{ sheet: '名单', from: 2, to: 2, columns: [0, 1], rows: rows(4) }], source })
  expect([left, (await opened(bytes)).worksheets[0]?.rowCount]).toEqual([[3], 2])
})

test('formulas of another sheet and print areas follow the rows', async () => {
  const form = await workbookFile((book) => {
    const sheet = book.addWorksheet('名单')
    for (const [at, name] of ['序号', '头数'].entries()) sheet.getCell(1, at + 1).value = name
    sheet.getCell('A3').value = '合计'
    sheet.getCell('B3').value = { formula: 'SUM(B2:B2)' } as never
    sheet.pageSetup.printArea = 'A1:B3'
    book.addWorksheet('汇总').getCell('A1').value = { formula: '名单!B3*2' } as never
  })
  const { bytes } = await fillWorkbook(form, { cells: [], lists: [{ sheet: '名单', from: 2, to: 2, columns: [0, 1], rows: [[number('1'), number('5')], [number('2'), number('6')]] }], source })
  const book = await opened(bytes)
  expect([book.worksheets[0]?.getCell('B4').value, book.worksheets[1]?.getCell('A1').value, book.worksheets[0]?.pageSetup.printArea]).toEqual([{ formula: 'SUM(B2:B3)' }, { formula: '名单!B4*2' }, 'A1:B4'])
})

test('a filled form still has its other blanks', async () => {
  const form = await indicatorForm()
  const blanks = async (bytes: Uint8Array): Promise<readonly string[]> => findBlanks((await formSheets(bytes))[0] as never).blanks.map(({ cell: at }) => at)
  const before = await blanks(form)
  const { bytes } = await fillWorkbook(form, { cells: [cell('附表1', 'D5', number('10'))], lists: [], source })
  expect(await blanks(bytes)).toEqual(before.filter((at) => at !== 'D5'))
})

test('a workbook whose names carry a prefix is filled like any other', async () => {
  const prefixed = editedWorkbook(await indicatorForm(), { 'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<(\/?)(?!\?)(\w+)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=').replaceAll('x:mc:', 'mc:') })
  const { bytes } = await fillWorkbook(prefixed, { cells: [cell('附表1', 'D5', number('10')), cell('附表1', 'B2', text('示例镇'))], lists: [], source })
  const sheet = (await formSheets(bytes))[0]
  expect(['D5', 'B2'].map((at) => sheet?.cells.find((each) => `${String.fromCharCode(65 + each.column)}${each.row}` === at)?.text)).toEqual(['10', '示例镇'])
})
