import type excel from 'exceljs'
import type { FormSheet } from '../../src/core/filling/form-sheet.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import { readForm } from '../../src/formats/xlsx/read-form.ts'
import { workbookFile } from './workbook-file.ts'

/** Forms as they come down from above: merged heads, lines, sums, labels at head and foot. */

/** The sheets of a form as they are read. */
export const formSheets = async (bytes: Uint8Array): Promise<readonly FormSheet[]> => {
  const sheets = await readForm(bytes)
  if (isRefusal(sheets)) throw new Error(sheets.code)
  return sheets
}

const line = { style: 'thin' } as const
const box = { top: line, left: line, bottom: line, right: line }

const lined = (sheet: excel.Worksheet, from: readonly [number, number], to: readonly [number, number]): void => {
  for (let row = from[0]; row <= to[0]; row += 1) for (let column = from[1]; column <= to[1]; column += 1) sheet.getCell(row, column).border = box
}

/** 主要经济指标 of a town: measures in rows under a head of two levels, a sum below, who fills at the foot. */
export const indicatorForm = (change: (sheet: excel.Worksheet) => void = () => undefined): Promise<Uint8Array> =>
  workbookFile((book) => {
    const sheet = book.addWorksheet('附表1', { pageSetup: { paperSize: 9, orientation: 'landscape' } })
    sheet.mergeCells('A1:G1')
    sheet.getCell('A1').value = '乡镇农业生产情况统计表'
    sheet.getCell('A1').font = { name: '黑体', size: 16 }
    sheet.getCell('A2').value = '填报单位：'
    sheet.getCell('F2').value = '单位：元'
    for (const merge of ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4']) sheet.mergeCells(merge)
    for (const [at, text] of [['A3', '序号'], ['B3', '指标名称'], ['C3', '计量单位'], ['D3', '本期'], ['D4', '完成数'], ['E4', '上年同期'], ['F3', '同比增减（%）'], ['G3', '备注']] as const) sheet.getCell(at).value = text
    for (const [row, name, unit] of [[5, '生猪出栏', '个'], [6, '交售笔数', '个'], [7, '金额', '万元'], [8, '数字乡村覆盖率', '%']] as const) {
      sheet.getCell(row, 1).value = row - 4
      sheet.getCell(row, 2).value = name
      sheet.getCell(row, 3).value = unit
      sheet.getCell(row, 4).numFmt = row === 7 ? '0.00' : '0'
    }
    sheet.getCell('B9').value = '合计'
    sheet.getCell('D9').value = { formula: 'SUM(D5:D6)', result: 0 }
    sheet.getCell('E9').value = { formula: 'SUM(E5:E6)', result: 0 }
    lined(sheet, [3, 1], [9, 7])
    sheet.getCell('A11').value = '填表人：'
    sheet.getCell('D11').value = '填表日期：'
    sheet.getColumn(2).width = 24
    change(sheet)
  })

/** 名单: rows to fill under heads, a sum below the last. */
export const listForm = (rows = 3): Promise<Uint8Array> =>
  workbookFile((book) => {
    const sheet = book.addWorksheet('名单')
    sheet.mergeCells('A1:E1')
    sheet.getCell('A1').value = '生猪交售名单'
    for (const [column, text] of ['序号', '单位', '日期', '头数', '金额（万元）'].entries()) sheet.getCell(2, column + 1).value = text
    for (let row = 3; row < 3 + rows; row += 1) sheet.getRow(row).height = 22
    sheet.getCell(3 + rows, 1).value = '合计'
    sheet.getCell(3 + rows, 4).value = { formula: `SUM(D3:D${2 + rows})`, result: 0 }
    sheet.mergeCells(3 + rows, 1, 3 + rows, 3)
    lined(sheet, [2, 1], [3 + rows, 5])
    sheet.getCell(5 + rows, 1).value = '审核人：'
  })
