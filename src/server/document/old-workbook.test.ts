import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { workbookFile } from '../../../test/builders/workbook-file.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { openWorkbook } from '../../formats/xlsx/read-workbook.ts'
import { turnedWorkbook } from './old-workbook.ts'
import { programOn } from './run-converter.ts'
import { turnByOffice } from './turn-by-office.ts'

const path = process.env['PATH'] ?? ''
const office = programOn(path, ['soffice', 'libreoffice'])

/** An office may stand there without its part for tables. */
const hasCalc = office !== undefined && existsSync(join(dirname(realpathSync(office)), 'libsclo.so'))

test.skipIf(!hasCalc)('an .xls is read through LibreOffice with its days, shares and merged cells', { timeout: 120_000 }, async () => {
  const book = await workbookFile((made) => {
    const sheet = made.addWorksheet('台账')
    sheet.addRow(['村', '日期', '比率'])
    sheet.addRow(['一村', new Date('2023-06-30T00:00:00Z'), 0.125])
    sheet.addRow([])
    sheet.getCell('B2').numFmt = 'yyyy-mm-dd'
    sheet.getCell('C2').numFmt = '0.0%'
    sheet.mergeCells('A2:A3')
  })
  const old = await turnByOffice(book, path, { from: 'workbook.xlsx', filter: 'MS Excel 97', ending: 'xls' })
  if (typeof old === 'string') throw new Error(old)
  const workbook = await openWorkbook(old, (bytes) => turnedWorkbook(bytes, path))
  if (isRefusal(workbook)) throw new Error(workbook.code)
  const { rows, merges } = await workbook.top('台账', 10)
  expect(rows.map((row) => row.cells)).toEqual([
    ['村', '日期', '比率'].map((text) => ({ kind: 'text', text })),
    [{ kind: 'text', text: '一村' }, { kind: 'day', day: '2023-06-30', time: null }, { kind: 'number', text: '0.125', percent: true }],
  ])
  expect(merges).toEqual([{ fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 }])
})

test('without LibreOffice an .xls is refused with what to do', async () => {
  expect(await turnedWorkbook(new Uint8Array([1]), '/nowhere')).toMatchObject({ code: 'workbook-old' })
})
