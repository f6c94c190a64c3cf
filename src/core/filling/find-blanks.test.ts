import { expect, test } from 'vitest'
import { formSheets, indicatorForm, listForm } from '../../../test/builders/blank-form.ts'
import { editedWorkbook, workbookFile } from '../../../test/builders/workbook-file.ts'
import { findBlanks } from './find-blanks.ts'
import type { Blank, Blanks } from './find-blanks.ts'

const blanksIn = async (bytes: Uint8Array, sheet = 0): Promise<Blanks> => {
  const found = (await formSheets(bytes))[sheet]
  if (found === undefined) throw new Error('no sheet')
  return findBlanks(found)
}
const told = ({ cell, kind, rowHeads, columnHeads, unit }: Blank): string => [cell, kind, rowHeads.join('/'), columnHeads.join('/'), unit ?? ''].join(' ')

test('blanks of a table are named by their row and by a head of two levels; sums are left alone', async () => {
  const { blanks, lists } = await blanksIn(await indicatorForm())
  expect(lists).toEqual([])
  expect(blanks.map(told)).toEqual([
    'B2 label 填报单位  ',
    'D5 table 生猪出栏/个 本期/完成数 个', 'E5 table 生猪出栏/个 本期/上年同期 个', 'F5 table 生猪出栏/个 同比增减(%) %', 'G5 table 生猪出栏/个 备注 个',
    'D6 table 交售笔数/个 本期/完成数 个', 'E6 table 交售笔数/个 本期/上年同期 个', 'F6 table 交售笔数/个 同比增减(%) %', 'G6 table 交售笔数/个 备注 个',
    'D7 table 金额/万元 本期/完成数 万元', 'E7 table 金额/万元 本期/上年同期 万元', 'F7 table 金额/万元 同比增减(%) %', 'G7 table 金额/万元 备注 万元',
    'D8 table 数字乡村覆盖率/% 本期/完成数 %', 'E8 table 数字乡村覆盖率/% 本期/上年同期 %', 'F8 table 数字乡村覆盖率/% 同比增减(%) %', 'G8 table 数字乡村覆盖率/% 备注 %',
    'F9 table 合计 同比增减(%) %', 'G9 table 合计 备注 元',
    'B11 label 填表人  ', 'E11 label 填表日期  ',
  ])
  expect(blanks.find(({ cell }) => cell === 'D7')?.decimals).toBe(2)
})

test('blank rows under heads are a list; the sum below it is not', async () => {
  const { blanks, lists } = await blanksIn(await listForm())
  expect(lists).toEqual([{ sheet: '名单', from: 3, to: 5, columns: [{ column: 0, heads: ['序号'], unit: null }, { column: 1, heads: ['单位'], unit: null }, { column: 2, heads: ['日期'], unit: null }, { column: 3, heads: ['头数'], unit: null }, { column: 4, heads: ['金额(万元)'], unit: '万元' }] }])
  expect(blanks.map(({ cell }) => cell)).toEqual(['E6', 'B8'])
})

test('a form of labels and boxes has no columns: each blank is named by what stands before it', async () => {
  const bytes = await workbookFile((book) => {
    const sheet = book.addWorksheet('一')
    sheet.mergeCells('A1:D1')
    sheet.getCell('A1').value = '企业基本情况表'
    for (const [at, text] of [['A2', '企业名称'], ['C2', '法定代表人'], ['A3', '年产值（万元）'], ['C3', '联系电话']] as const) sheet.getCell(at).value = text
    for (const at of ['A2', 'B2', 'C2', 'D2', 'A3', 'B3', 'C3', 'D3']) sheet.getCell(at).border = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } }
    sheet.getCell('A5').value = '报送日期：'
  })
  expect((await blanksIn(bytes)).blanks.map(told)).toEqual(['B2 label 企业名称  ', 'D2 label 法定代表人  ', 'B3 label 年产值(万元)  万元', 'D3 label 联系电话  ', 'B5 label 报送日期  '])
})

test('a label at the edge is filled behind its own words', async () => {
  const bytes = await workbookFile((book) => {
    const sheet = book.addWorksheet('一')
    sheet.mergeCells('A1:B1')
    sheet.getCell('A1').value = '填报单位：'
  })
  expect((await blanksIn(bytes)).blanks.map(told)).toEqual(['A1 behind 填报单位  '])
})

test('a protected sheet leaves only what it set free; a hidden one nothing', async () => {
  const free = await indicatorForm((sheet) => void (sheet.getCell('D5').protection = { locked: false }))
  const locked = editedWorkbook(free, { 'xl/worksheets/sheet1.xml': (xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1"/>') })
  expect((await blanksIn(locked)).blanks.map(({ cell }) => cell)).toEqual(['D5'])
  const hidden = await workbookFile((book) => {
    book.addWorksheet('一').getCell('A1').value = '说明'
    const sheet = book.addWorksheet('二', { state: 'hidden' })
    sheet.getCell('A1').value = '填报单位：'
  })
  expect([await blanksIn(hidden), await blanksIn(hidden, 1)]).toEqual([{ blanks: [], lists: [] }, { blanks: [], lists: [] }])
})

test('a table without lines is known by its words', async () => {
  const bytes = await workbookFile((book) => {
    const sheet = book.addWorksheet('一')
    for (const [at, text] of [['A1', '项目'], ['B1', '本月'], ['C1', '累计'], ['A2', '生猪出栏'], ['A3', '粮食产量'], ['C4', '注：按月报送']] as const) sheet.getCell(at).value = text
  })
  expect((await blanksIn(bytes)).blanks.map(({ cell }) => cell)).toEqual(['B2', 'C2', 'B3', 'C3'])
})
