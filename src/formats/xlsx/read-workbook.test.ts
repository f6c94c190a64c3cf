import { zipSync, strToU8 } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { editedWorkbook, workbookFile } from '../../../test/builders/workbook-file.ts'
import type { Cell, SheetRow } from '../../core/importing/cell.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { openWorkbook } from './read-workbook.ts'
import type { Workbook } from './read-workbook.ts'
import { UnreadableWorkbook } from './unreadable.ts'

const opened = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) throw new Error(workbook.code)
  return workbook
}

const rowsOf = async (bytes: Uint8Array, sheet?: string): Promise<readonly SheetRow[]> => {
  const workbook = await opened(bytes)
  const rows: SheetRow[] = []
  for await (const row of workbook.rows(sheet ?? workbook.sheets[0]?.name ?? '')) rows.push(row)
  return rows
}

/** Why a file cannot be read, whether that is seen at once or only in its rows. */
const refusalOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) return workbook.code
  try {
    for (const sheet of workbook.sheets) for await (const _ of workbook.rows(sheet.name));
    return undefined
  } catch (problem) {
    if (problem instanceof UnreadableWorkbook) return problem.refusal.code
    throw problem
  }
}

const text = (words: string): Cell => ({ kind: 'text', text: words })
const number = (digits: string, percent = false): Cell => ({ kind: 'number', text: digits, percent })

test('a cell is read as its format shows it', async () => {
  const bytes = await workbookFile((book) => {
    const sheet = book.addWorksheet('台账')
    const put = (at: string, value: never | string | number | boolean | Date | object, numFmt?: string): void => {
      sheet.getCell(at).value = value as never
      if (numFmt !== undefined) sheet.getCell(at).numFmt = numFmt
    }
    put('A1', '企业 & <名称>')
    put('B1', { richText: [{ text: '富' }, { text: '文本', font: { bold: true } }] })
    put('C1', 0.1 + 0.2)
    put('D1', 0.125, '0.0%')
    put('E1', 45107, 'yyyy"年"m"月"d"日"')
    put('F1', 45107, 'yyyy"年"m"月"')
    put('G1', 45107.5, 'yyyy/m/d h:mm')
    put('H1', 0.4375, 'h:mm')
    put('I1', 571, '0000')
    put('J1', true)
    put('K1', { error: '#REF!' })
    put('L1', { formula: 'C1*2', result: 0.6 })
    put('M1', { formula: 'A1', result: '结果' })
    put('N1', 330282199001010011)
    put('O1', 1.5e-7)
    put('P1', 45107, '#,##0.00_);[Red](#,##0.00)')
    put('A3', '换行\n第二行')
    sheet.mergeCells('A3:A5')
    book.addWorksheet('隐藏', { state: 'hidden' }).getCell('A1').value = 1
  })
  const workbook = await opened(bytes)
  expect(workbook.sheets).toEqual([{ name: '台账', hidden: false }, { name: '隐藏', hidden: true }])
  const rows = await rowsOf(bytes)
  expect(rows.map((row) => row.at)).toEqual([1, 3, 4, 5].slice(0, rows.length))
  expect(rows[0]?.cells).toEqual([
    text('企业 & <名称>'), text('富文本'), number('0.3'), number('0.125', true), { kind: 'day', day: '2023-06-30', time: null }, text('2023年6月'), { kind: 'day', day: '2023-06-30', time: '12:00:00' }, text('10:30'),
    number('0571'), { kind: 'flag', value: true }, { kind: 'error', text: '#REF!' }, number('0.6'), text('结果'), number('330282199001010000'), number('0.00000015'), number('45107'),
  ])
  expect(rows[1]?.cells[0]).toEqual(text('换行\n第二行'))
  expect((await workbook.top('台账', 1)).rows.map((row) => row.at)).toEqual([1])
  for (const count of [1, 50]) expect((await workbook.top('台账', count)).merges).toEqual([{ fromRow: 3, toRow: 5, fromColumn: 0, toColumn: 0 }])
})

const sheetXml = (data: string, prefix = ''): Uint8Array => {
  const p = prefix === '' ? '' : `${prefix}:`
  const rels = (target: string, kind: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`
  const main = `xmlns${prefix === '' ? '' : `:${prefix}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
  return zipSync(Object.fromEntries(Object.entries({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels('xl/workbook.xml', 'officeDocument'),
    'xl/_rels/workbook.xml.rels': rels('/xl/worksheets/one.xml', 'worksheet'),
    'xl/workbook.xml': `<${p}workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><${p}workbookPr date1904="1"/><${p}sheets><${p}sheet name="一" sheetId="1" r:id="rId1"/></${p}sheets></${p}workbook>`,
    'xl/worksheets/one.xml': `<?xml version="1.0"?><${p}worksheet ${main}><${p}sheetData>${data}</${p}sheetData></${p}worksheet>`,
  }).map(([name, xml]) => [name, strToU8(xml)])))
}

test('rows are read whoever wrote them: other prefixes, cells without places, comments, character data, escapes', async () => {
  expect(await rowsOf(sheetXml('<x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c t="inlineStr"><x:is><x:t>甲</x:t><x:rPh><x:t>jia</x:t></x:rPh></x:is></x:c></x:row>', 'x'))).toEqual([{ at: 1, cells: [number('1'), null, text('甲')] }])
  expect(await rowsOf(sheetXml("<row r='2'><!-- > --><c r='B2' t='str'><f>A1&amp;\"x\"</f><v><![CDATA[a<b]]>_x000D_&#x4e00;&gt;</v></c><c r='D2' t='str'><v></v></c></row><row r='4'/>"))).toEqual([{ at: 2, cells: [null, text('a<b\r一>')] }])
  expect(await rowsOf(sheetXml('<row r="7"><c r="C7"><f>SUM(A1:A6)</f></c><c r="D7" t="d"><v>2023-06-30T00:00:00</v></c></row>'))).toEqual([{ at: 7, cells: [null, null, { kind: 'error', text: '=SUM(A1:A6)' }, { kind: 'day', day: '2023-06-30', time: null }] }])
})

test('what Excel itself would call damaged is damaged, and never half a value', async () => {
  for (const data of ['<row r="2"/><row r="2"/>', '<row r="1048577"/>', '<row r="1"><c r="XFE1"><v>1</v></c></row>', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>', '<c><v>1</v></c>', '<row><row>', '<row r="0"/>', '<row r="x"/>', '<row r="1"><c r="A1"><v>1</v>'])
    expect([data, await refusalOf(sheetXml(data))]).toEqual([data, 'workbook-damaged'])
  expect(await refusalOf(editedWorkbook(sheetXml(''), { 'xl/worksheets/one.xml': (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>') }))).toBe('workbook-damaged')
})

test('each kind of file that is no plain workbook has its own sentence', async () => {
  const good = await workbookFile((book) => void book.addWorksheet('一').addRow(['甲', 1]))
  expect(await refusalOf(good)).toBeUndefined()
  expect(await refusalOf(await writeXlsx({ sheets: [{ name: '一', rows: [['甲']] }], encryption: { password: '密码123', spinCount: 100 } }))).toBe('workbook-locked')
  expect(await refusalOf(editedWorkbook(good, { 'xl/vbaProject.bin': () => 'x' }))).toBe('workbook-macros')
  expect(await refusalOf(editedWorkbook(good, { 'xl/worksheets/sheet1.xml': () => undefined }))).toBe('workbook-damaged')
  expect(await refusalOf(good.slice(0, good.length - 100))).toBe('workbook-damaged')
  expect(await refusalOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('workbook-foreign')
  expect(await refusalOf(strToU8('%PDF-1.7'))).toBe('workbook-foreign')
  expect(await refusalOf(strToU8('<html><table></table></html>'))).toBe('workbook-foreign')
  expect(await refusalOf(new Uint8Array())).toBe('workbook-damaged')
  const old = new Uint8Array(2048)
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(await refusalOf(old)).toBe('workbook-foreign')
  old.set(Buffer.from('Workbook\u0000', 'utf16le'), 512)
  expect(await refusalOf(old)).toBe('workbook-old')
})

test('a sheet that swells is stopped at its bound', async () => {
  const bomb = sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'0'.repeat(9 * 1024 * 1024)}</t></is></c></row>`)
  expect(bomb.length).toBeLessThan(20_000)
  expect(await refusalOf(bomb)).toBe('workbook-damaged')
})

test('ten thousand signs in a cell, twenty sheets and a sheet that is empty to its last row are read', async () => {
  const bytes = await workbookFile((book) => {
    for (let sheet = 1; sheet <= 20; sheet += 1) book.addWorksheet(`表${sheet}`).addRow([`第${sheet}张`, '长'.repeat(10_000)])
  })
  expect((await opened(bytes)).sheets).toHaveLength(20)
  expect((await rowsOf(bytes, '表20'))[0]?.cells).toEqual([text('第20张'), text('长'.repeat(10_000))])
  expect(await rowsOf(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="2" s="1"/><row r="1048576"><c r="A1048576"><v>2</v></c></row>'))).toHaveLength(2)
})

test('separated values are read in the encodings and with the signs Excel and WPS write', async () => {
  const csv = '村,备注\r\n一村,"a,""b""\n第二行"\r\n二村,\r\n'
  const wanted: readonly SheetRow[] = [{ at: 1, cells: [text('村'), text('备注')] }, { at: 2, cells: [text('一村'), text('a,"b"\n第二行')] }, { at: 3, cells: [text('二村'), null] }]
  expect(await rowsOf(strToU8(`\ufeff${csv}`))).toEqual(wanted)
  expect(await rowsOf(strToU8(csv))).toEqual(wanted)
  expect(await rowsOf(new Uint8Array(Buffer.from(`\ufeff${csv.replaceAll(',', '\t').replace('a\t', 'a,')}`, 'utf16le')))).toEqual(wanted)
  expect(await rowsOf(new Uint8Array([0xb4, 0xe5, 0x3b, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a]))).toEqual([{ at: 1, cells: [text('村'), text('备注')] }])
})
