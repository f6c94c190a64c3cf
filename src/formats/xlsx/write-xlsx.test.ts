import excel from 'exceljs'
import { expect, test } from 'vitest'
import { decimal } from '../../core/quantity/decimal.ts'
import { writeXlsx } from './write-xlsx.ts'
import type { Sheet } from './write-xlsx.ts'

const sheet: Sheet = {
  name: '指标/表',
  title: '主要指标完成情况表',
  covers: '单位：示例镇',
  heads: ['序号', '指标', '本期', '同比'],
  rows: [
    [{ kind: 'number', value: decimal('1'), decimals: 0 }, { kind: 'text', text: '地区生产总值' }, { kind: 'number', value: decimal('32.65'), decimals: 2, mark: '预计' }, { kind: 'text', text: '-18.18%' }],
    [{ kind: 'number', value: decimal('2'), decimals: 0 }, { kind: 'text', text: '=cmd|calc' }, { kind: 'text', text: '—' }, { kind: 'text', text: '@SUM(A1)' }],
  ],
  notes: ['标“预计”的为预计数。'],
  signature: '制表人：张三　审核人：　日期：2023-07-03',
}

const opened = async (bytes: Uint8Array): Promise<excel.Worksheet> => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  const [first] = book.worksheets
  if (first === undefined) throw new Error('the workbook has no sheet')
  return first
}

test('another library reads the sheet: a merged title, numbers as numbers, and who answers for it', async () => {
  const read = await opened(await writeXlsx(sheet))
  expect(read.name).toBe('指标 表')
  expect(read.getCell('A1').value).toBe('主要指标完成情况表')
  expect(read.getCell('D1').master.address).toBe('A1')
  expect(['A3', 'B3', 'C3', 'D3'].map((at) => read.getCell(at).value)).toEqual(sheet.heads)
  expect([read.getCell('C4').value, read.getCell('C4').numFmt]).toEqual([32.65, '"预计 "#,##0.00'])
  expect([read.getCell('D4').value, read.getCell('C5').value]).toEqual(['-18.18%', '—'])
  expect([read.getCell('A6').value, read.getCell('A7').value]).toEqual([...sheet.notes, sheet.signature])
})

test('it prints one page wide on landscape A4, with the heads on every page', async () => {
  const { pageSetup, views, columns } = await opened(await writeXlsx(sheet))
  expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: expect.stringMatching(/^\$?1:\$?3$/) })
  expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(columns.every((column) => (column.width ?? 0) >= 7)).toBe(true)
})

test('a text never becomes a formula', async () => {
  const read = await opened(await writeXlsx({ ...sheet, rows: ['=1+1', '+A1', '-A1', '@x', '\tx'].map((text) => [{ kind: 'text', text }]) }))
  for (const at of ['A4', 'A5', 'A6', 'A7', 'A8']) expect([at, read.getCell(at).type, String(read.getCell(at).value).startsWith("'")]).toEqual([at, excel.ValueType.String, true])
})

test('the same sheet is the same file', async () => {
  expect(Buffer.from(await writeXlsx(sheet)).equals(Buffer.from(await writeXlsx(sheet)))).toBe(true)
})
