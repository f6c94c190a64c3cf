import excel from 'exceljs'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { editedWorkbook, workbookFile } from '../../../test/builders/workbook-file.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Mark } from './mark-workbook.ts'
import { markWorkbook } from './mark-workbook.ts'
import { openWorkbook } from './read-workbook.ts'

const marked = async (bytes: Uint8Array, sheet: string, marks: readonly Mark[]): Promise<Uint8Array> => {
  const answer = await markWorkbook(bytes, sheet, marks)
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

const opened = async (bytes: Uint8Array): Promise<excel.Workbook> => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  return book
}

const fillOf = (sheet: excel.Worksheet | undefined, at: string): string | undefined => {
  const fill = sheet?.getCell(at).fill
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}
const noteOf = (sheet: excel.Worksheet | undefined, at: string): string => {
  const note = sheet?.getCell(at).note
  return typeof note === 'string' ? note : (note?.texts ?? []).map((run) => run.text).join('')
}

const red = 'FFFFD9CC'

const book = (): Promise<Uint8Array> =>
  workbookFile((made) => {
    made.addWorksheet('说明').addRow(['甲'])
    const sheet = made.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: 2 }] })
    sheet.addRow(['示例镇台账', null, null])
    sheet.mergeCells('A1:C1')
    sheet.addRow(['村', '日期', '金额'])
    sheet.addRow(['五村', new Date('2023-06-30T00:00:00Z'), 12.5])
    sheet.addRow([null, '6.30', null])
    sheet.addRow(['一村', '2023.6.1', 3])
    sheet.mergeCells('A3:A4')
    sheet.getCell('B3').numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell('C3').font = { bold: true }
    sheet.getColumn(2).width = 22
    sheet.addConditionalFormatting({ ref: 'C3:C5', rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [1], style: { font: { italic: true } } }] })
    sheet.getCell('C5').dataValidation = { type: 'decimal', operator: 'greaterThan', formulae: [0] }
    sheet.pageSetup.orientation = 'landscape'
  })

const marks: readonly Mark[] = [
  { row: 3, column: 0, text: '没有“五村”这个单位。' },
  { row: 4, column: 1, text: '“6.30”看不出是哪一年，应如 2023-06-30。' },
  { row: 3, column: 2, text: '<小数> 最多 0 位 & 应为整数。' },
  { row: 3, column: 2, text: '不能大于 10。' },
  { row: 4, column: 2, text: '此项必填。' },
]

test('the same workbook comes back with its problem cells coloured and commented, and all else as it was', async () => {
  const given = await book()
  const bytes = await marked(given, '台账', marks)
  const [before, after] = [(await opened(given)).getWorksheet('台账'), (await opened(bytes)).getWorksheet('台账')]
  expect(['A3', 'B3', 'C3', 'B4', 'C4', 'C5'].map((at) => fillOf(after, at))).toEqual([red, undefined, red, red, red, undefined])
  expect(['A3', 'B4', 'C3', 'C4', 'C5'].map((at) => noteOf(after, at))).toEqual(['没有“五村”这个单位。', '“6.30”看不出是哪一年，应如 2023-06-30。', '<小数> 最多 0 位 & 应为整数。\n不能大于 10。', '此项必填。', ''])
  expect([after?.getCell('C3').font?.bold, after?.getCell('B3').numFmt, after?.getColumn(2).width, after?.getCell('C5').dataValidation.type, after?.pageSetup.orientation, after?.views[0]?.state]).toEqual([true, 'yyyy"年"m"月"d"日"', 22, 'decimal', 'landscape', 'frozen'])
  expect(after?.getSheetValues()).toEqual(before?.getSheetValues())
  const [old, now] = [unzipSync(given), unzipSync(bytes)]
  expect(Object.keys(old).filter((name) => !name.endsWith('/') && now[name] === undefined)).toEqual([])
  expect(Object.keys(old).filter((name) => !name.endsWith('/') && Buffer.compare(old[name] ?? Buffer.alloc(0), now[name] ?? Buffer.alloc(0)) !== 0).sort()).toEqual(['[Content_Types].xml', 'xl/styles.xml', 'xl/worksheets/sheet2.xml'])
  expect(await readable(bytes)).toEqual(await readable(given))
})

const readable = async (bytes: Uint8Array): Promise<unknown> => {
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) return workbook.code
  return { sheets: workbook.sheets, top: await workbook.top('台账', 50) }
}

test('a cell merged into another is marked there, by its own name', async () => {
  const sheet = (await opened(await marked(await book(), '台账', [{ row: 4, column: 0, text: '此项必填。' }]))).getWorksheet('台账')
  expect([fillOf(sheet, 'A3'), noteOf(sheet, 'A3')]).toEqual([red, 'A4：此项必填。'])
})

test('comments that stand already are kept, and told more where they stand', async () => {
  const own = await workbookFile((made) => {
    const sheet = made.addWorksheet('台账')
    sheet.addRow(['村', '头数'])
    sheet.addRow(['五村', 3])
    sheet.getCell('A2').note = '请核实'
    sheet.getCell('B1').note = '存栏'
  })
  const sheet = (await opened(await marked(own, '台账', [{ row: 2, column: 0, text: '没有这个单位。' }, { row: 2, column: 1, text: '不能大于 2。' }, { row: 9, column: 3, text: '此项必填。' }]))).getWorksheet('台账')
  expect(['A2', 'B1', 'B2', 'D9'].map((at) => noteOf(sheet, at))).toEqual(['请核实\n没有这个单位。', '存栏', '不能大于 2。', '此项必填。'])
  expect(['A2', 'B1', 'B2', 'D9'].map((at) => fillOf(sheet, at))).toEqual([red, undefined, red, red])
  const again = await marked(await marked(own, '台账', [{ row: 2, column: 1, text: '甲' }]), '台账', [{ row: 2, column: 1, text: '乙' }])
  expect(noteOf((await opened(again)).getWorksheet('台账'), 'B2')).toBe('甲\n乙')
})

test('rows and cells without places, prefixes and a sheet without styles are marked where they stand', async () => {
  const bare = editedWorkbook(await workbookFile((made) => void made.addWorksheet('台账').addRow(['一村', 3])), {
    'xl/worksheets/sheet1.xml': () => '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>五村</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row/></x:sheetData></x:worksheet>',
    'xl/styles.xml': () => undefined,
    'xl/_rels/workbook.xml.rels': (xml) => xml.replace(/<Relationship [^>]*styles[^>]*>/, ''),
    '[Content_Types].xml': (xml) => xml.replace(/<Override [^>]*styles[^>]*>/, ''),
  })
  const xml = strFromU8(unzipSync(await marked(bare, '台账', [{ row: 1, column: 1, text: '甲' }, { row: 2, column: 2, text: '乙' }]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).toContain('<x:c s="1"><x:v>3</x:v></x:c></x:row><x:row><x:c r="C2" s="1"/></x:row></x:sheetData><x:legacyDrawing')
})

test('a file of separated values comes back as a workbook', async () => {
  const sheet = (await opened(await marked(strToU8('村,头数\n五村,3\n'), 'CSV', [{ row: 2, column: 0, text: '没有这个单位。' }]))).getWorksheet('CSV')
  expect([sheet?.getCell('B2').value, fillOf(sheet, 'A2'), noteOf(sheet, 'A2')]).toEqual(['3', red, '没有这个单位。'])
})
