import excel from 'exceljs'
import { expect, test } from 'vitest'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { xlsxTable } from './xlsx-table.ts'

const bytesOf = async (fill: (book: excel.Workbook) => void): Promise<Uint8Array> => {
  const book = new excel.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await xlsxTable(bytes)
  return isRefusal(read) ? read.code : 'read'
}

test('a sheet is read as it is seen: numbers, days, formulas by their last value, merged cells in every row', async () => {
  const read = await xlsxTable(
    await bytesOf((book) => {
      const sheet = book.addWorksheet('表')
      sheet.addRow(['甲', 0.1 + 0.2, new Date(Date.UTC(2022, 5, 1)), { formula: 'B1*2', result: 0.6 }, '1,100', true])
      sheet.addRow(['', 1e21, null, { richText: [{ text: '富' }, { text: '文本' }] }])
      sheet.mergeCells('A1:A2')
      book.addWorksheet('底稿', { state: 'hidden' }).addRow(['秘'])
    }),
  )
  expect(read).toEqual({ sheets: [{ name: '表', rows: [['甲', '0.3', '2022-06-01', '0.6', '1,100', '是'], ['甲', '1000000000000000000000', '', '富文本', '', '']] }], hidden: ['底稿'] })
})

test('a number shown as percent is read as percent, to its last digit; a quoted or escaped sign is none', async () => {
  const formats = [['0.0%', 0.125], ['0%', 0.0855], ['[Red]0.00%;-0.00%', -0.07], ['0%', { formula: 'A1', result: 1.1 }], ['0%', 0.1 + 0.2], ['0%', 0], ['0"%"', 12.5], ['0\\%', 12.5], ['0.0', 0.125], ['0%', '8.5']] as const
  const read = await xlsxTable(
    await bytesOf((book) => {
      const row = book.addWorksheet('表').addRow(formats.map(([, value]) => value))
      formats.forEach(([format], at) => (row.getCell(at + 1).numFmt = format))
    }),
  )
  expect(isRefusal(read) || read.sheets[0]?.rows).toEqual([['12.5%', '8.55%', '-7%', '110%', '30%', '0%', '12.5', '12.5', '0.125', '8.5']])
})

test('macros, broken files and files that swell are refused', async () => {
  const good = await bytesOf((book) => void book.addWorksheet('表').addRow(['甲']))
  expect(await codeOf(good)).toBe('read')
  expect(await codeOf(good.slice(0, good.length - 40))).toBe('document-damaged')
  expect(await codeOf(good.slice(0, 300))).toBe('document-damaged')
  const macros = Buffer.from(good)
  for (let at = macros.indexOf('docProps/app.xml'); at >= 0; at = macros.indexOf('docProps/app.xml', at + 1)) macros.write('l/vbaProject.bin', at, 'latin1')
  expect(await codeOf(macros)).toBe('document-macros')
  const bomb = await bytesOf((book) => void book.addWorksheet('表').addRow(Array.from({ length: 2100 }, (_, at) => String.fromCharCode(0x4e00 + at).repeat(12_000))))
  expect(bomb.length).toBeLessThan(5_000_000)
  expect(await codeOf(bomb)).toBe('document-swells')
})
