import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import excel from 'exceljs'
import { withoutTimes } from '../../src/formats/docx/zip.ts'
import { cellName } from '../../src/core/importing/cell.ts'
import type { Field } from '../../src/core/ledger/field.ts'
import type { RefusalCode } from '../../src/core/refusal/catalogue.ts'
import { addDays } from '../../src/core/time/day.ts'
import type { Day } from '../../src/core/time/day.ts'
import { words } from '../../src/core/words.ts'
import { pick, randomOf } from './random-history.ts'

/**
 * A workbook of 5,000 rows as an office keeps one, written in every way its clerks write, with faults of the kinds they make at places that are listed.
 * Run as a script it writes the committed files anew.
 */
export type Fault = { readonly cell: string; readonly field: string; readonly code: RefusalCode }

export const cases = new URL('../../src/core/importing/cases/', import.meta.url)

export const villages = ['一村', '二村', '三村', '四村', '示例社区'] as const
export const known = { orgs: new Map(villages.map((name, at) => [name, `v${at + 1}`])), year: 2023 }

const choices = (...all: readonly (readonly [key: string, zh: string])[]): Field['choices'] => all.map(([key, zh]) => ({ key, title: words(zh, key) }))

export const fields: readonly Field[] = [
  { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
  { key: 'producer', title: words('养殖主体', 'Producer'), kind: 'text', required: true, maxLength: 40 },
  { key: 'code', title: words('统一社会信用代码', 'Credit code'), kind: 'text', maxLength: 18 },
  { key: 'phone', title: words('联系电话', 'Phone'), kind: 'text', maxLength: 20 },
  { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true },
  { key: 'kind', title: words('畜种', 'Kind'), kind: 'choice', required: true, choices: choices(['pig', '生猪'], ['poultry', '家禽'], ['sheep', '湖羊']) },
  { key: 'head', title: words('存栏数', 'Head'), kind: 'integer', unit: '头', min: '0' },
  { key: 'area', title: words('占地面积', 'Area'), kind: 'decimal', unit: '亩', decimals: 2, min: '0' },
  { key: 'output', title: words('年产值', 'Output'), kind: 'decimal', unit: '元', decimals: 2 },
  { key: 'rate', title: words('粪污利用率', 'Share reused'), kind: 'decimal', unit: '%', decimals: 1, min: '0', max: '100' },
  { key: 'passed', title: words('是否合格', 'Passed'), kind: 'flag' },
  { key: 'result', title: words('处理结果', 'Result'), kind: 'choice', choices: choices(['none', '无需处理'], ['repair', '限期整改'], ['stop', '停养']) },
  { key: 'remark', title: words('备注', 'Remark'), kind: 'note', maxLength: 200 },
]

/** The columns from the second on, each under its group; the first numbers the rows. */
const heads: readonly (readonly [group: string, title: string, field: string])[] = [
  ['基本情况', '村（社区）', 'org'], ['基本情况', '养殖主体', 'producer'], ['基本情况', '统一社会信用代码', 'code'], ['基本情况', '联系电话', 'phone'],
  ['检查情况', '检查日期', 'day'], ['检查情况', '畜种', 'kind'], ['检查情况', '存栏数\n（头）', 'head'], ['检查情况', '占地面积（亩）', 'area'],
  ['效益', '年产值', 'output'], ['效益', '粪污利用率', 'rate'], ['结论', '是否合格', 'passed'], ['结论', '处理结果', 'result'], ['结论', '备注', 'remark'],
]
const columnOf = (field: string): number => heads.findIndex(([, , key]) => key === field) + 1

export const dataRows = 5000
/** Rows of the head: groups above, titles below. */
const groupRow = 3
const titleRow = 4

type Written = string | number | boolean | null | { readonly percent: number } | { readonly serial: number } | { readonly error: '#REF!' | '#N/A' } | { readonly formula: string }

/** What stands wrong, one a row. */
const faults: readonly (readonly [field: string, written: Written, code: RefusalCode])[] = [
  ['org', '七村', 'not-org'], ['org', '一村村', 'not-org'], ['org', { error: '#N/A' }, 'cell-error'],
  ['producer', null, 'field-required'], ['producer', `示例${'合作'.repeat(30)}社`, 'text-too-long'],
  ['code', 330282199001010011, 'digits-lost'], ['code', '91330282MA2GR5JT8XX', 'text-too-long'],
  ['day', '2023-06-31', 'not-day'], ['day', '2023年6月', 'day-missing'], ['day', '6.30', 'day-year-missing'], ['day', '23.6.5', 'day-year-missing'], ['day', '6月31日', 'not-day'], ['day', '待定', 'not-day'], ['day', null, 'field-required'], ['day', '2023.13.1', 'not-day'], ['day', { serial: 6 }, 'not-day'],
  ['kind', '猪仔', 'not-choice'], ['kind', '生猪/湖羊', 'not-choice'],
  ['head', '约300', 'not-number'], ['head', '300多', 'not-number'], ['head', 12.5, 'not-whole'], ['head', -5, 'below-minimum'], ['head', '30只', 'unit-apart'], ['head', { error: '#REF!' }, 'cell-error'], ['head', '3-5', 'not-number'],
  ['area', 3.456, 'too-many-decimals'], ['area', '2元', 'unit-apart'], ['area', '0..5', 'not-number'], ['area', { formula: 'SUM(J1:J2)' }, 'formula-empty'],
  ['output', '1.2万', 'unit-twice'], ['output', '12美元', 'unit-unknown'],
  ['rate', { percent: 1.05 }, 'above-maximum'], ['rate', '八成', 'unit-unknown'],
  ['passed', 'x', 'flag-unclear'], ['passed', '基本', 'flag-unclear'],
  ['result', '整改', 'not-choice'],
  ['remark', '长'.repeat(10_000), 'text-too-long'],
]

export const faultyWorkbook = async (seed: number): Promise<{ readonly bytes: Uint8Array; readonly faults: readonly Fault[] }> => {
  const random = randomOf(seed)
  const book = new excel.Workbook()
  book.created = book.modified = new Date('2023-07-01T00:00:00Z')
  book.addWorksheet('填表说明').addRows([['1. 按实填写。'], ['2. 每月底前报农业农村办。']])
  const sheet = book.addWorksheet('检查台账')
  head(sheet)
  const places = new Map<number, (typeof faults)[number]>()
  for (const [at, fault] of faults.entries()) places.set(60 + at * 125 + Math.floor(random() * 20), fault)
  const told: Fault[] = []
  let row = titleRow
  let first: { readonly producer: string; readonly day: Day } | undefined
  for (let count = 1; count <= dataRows; count += 1) {
    row += 1
    if (count % 1250 === 0) row = between(sheet, row)
    const producer = `示例养殖户${count}`
    const day = addDays('2023-01-01' as Day, Math.floor(random() * 181))
    const values = someRow(random, producer, day)
    const fault = places.get(count)
    if (fault !== undefined) {
      const [field, written, code] = fault
      values.set(field, written)
      told.push({ cell: cellName(row, columnOf(field)), field, code })
    }
    if (count === 20) first = { producer, day }
    if (count === dataRows - 7 && first !== undefined) {
      values.set('producer', first.producer).set('day', first.day)
      told.push({ cell: cellName(row, columnOf('producer')), field: 'producer', code: 'row-twice' })
    }
    put(sheet, row, 0, count)
    for (const [field, value] of values) put(sheet, row, columnOf(field), value)
    if (count === dataRows - 20) {
      sheet.mergeCells(row, columnOf('output') + 1, row + 1, columnOf('output') + 1)
      for (const at of [row, row + 1]) told.push({ cell: cellName(at, columnOf('output')), field: 'output', code: 'number-merged' })
    }
    if (count % 500 === 100) sheet.mergeCells(row, columnOf('org') + 1, row + 2, columnOf('org') + 1)
  }
  foot(sheet, row)
  return { bytes: withoutTimes(new Uint8Array(await book.xlsx.writeBuffer())), faults: told }
}

const head = (sheet: excel.Worksheet): void => {
  sheet.getCell(1, 1).value = '示例镇2023年上半年畜禽养殖检查台账'
  sheet.mergeCells(1, 1, 1, heads.length + 1)
  sheet.getCell(2, 1).value = '填报单位：农业农村办'
  sheet.getCell(2, heads.length + 1).value = '金额单位：万元'
  titles(sheet, groupRow)
}

const titles = (sheet: excel.Worksheet, at: number): void => {
  sheet.getCell(at, 1).value = '序号'
  sheet.mergeCells(at, 1, at + 1, 1)
  for (const [column, [group, title]] of heads.entries()) {
    sheet.getCell(at + 1, column + 2).value = title
    if (heads[column - 1]?.[0] === group) continue
    sheet.getCell(at, column + 2).value = group
    sheet.mergeCells(at, column + 2, at, column + 1 + heads.filter(([each]) => each === group).length)
  }
}

/** A subtotal, a blank row and the head again, as printed pages have them; answers the row for what follows. */
const between = (sheet: excel.Worksheet, row: number): number => {
  sheet.getCell(row, 2).value = '小计'
  sheet.getCell(row, columnOf('head') + 1).value = 1250
  titles(sheet, row + 2)
  return row + 4
}

const foot = (sheet: excel.Worksheet, row: number): void => {
  sheet.getCell(row + 1, 1).value = '合　计'
  sheet.getCell(row + 1, columnOf('head') + 1).value = { formula: 'SUM(H5:H5000)', result: 123456 }
  sheet.getCell(row + 3, 1).value = '填表人：示例甲　　审核人：示例乙'
  sheet.getCell(row + 4, 1).value = '备注：存栏数为检查当日数。'
}

/** A row without a fault, in one of the ways its values are written. */
const someRow = (random: () => number, producer: string, day: Day): Map<string, Written> => {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date)]
  const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)
  const village = pick(random, villages)
  const head = Math.floor(random() * 3000)
  const area = (Math.floor(random() * 5000) / 100).toFixed(2)
  const output = Math.floor(random() * 30_000) / 100
  const rate = Math.floor(random() * 1001) / 10
  const kind = pick(random, ['生猪', '家禽', '湖羊'])
  const passed = random() < 0.9
  return new Map<string, Written>([
    ['org', pick(random, [village, village, `示例镇${village}`, ` ${village} `])],
    ['producer', producer],
    ['code', pick(random, [null, `91330282MA${String(Math.floor(random() * 1e8)).padStart(8, '0')}`])],
    ['phone', pick(random, [null, 13_800_000_000 + Math.floor(random() * 1e6), '0574-63000000'])],
    ['day', pick<Written>(random, [{ serial }, day, `${year}.${m}.${d}`, `${year}/${m}/${d}`, `${year}年${m}月${d}日`, `${m}月${d}日`, Number(`${year}${month}${date}`), serial, `${day} 00:00:00`])],
    ['kind', pick(random, [kind, kind, ` ${kind}`])],
    ['head', pick<Written>(random, [head, head, `${head}头`, head.toLocaleString('en-US'), `${head} `])],
    ['area', pick<Written>(random, [Number(area), area, `${area}亩`, null, '—'])],
    ['output', pick<Written>(random, [output, output, `${output}万元`, String(output), null])],
    ['rate', pick<Written>(random, [{ percent: Number((rate / 100).toFixed(3)) }, rate, `${rate}%`, null])],
    ['passed', pick<Written>(random, passed ? ['是', '√', '合格', true, '1'] : ['否', '×', '不合格', false, '0'])],
    ['result', pick(random, [null, '无需处理', '限期整改', '停养'])],
    ['remark', pick(random, [null, '正常', '已复查，符合要求', '=无'])],
  ])
}

const put = (sheet: excel.Worksheet, row: number, column: number, value: Written): void => {
  if (value === null) return
  const cell = sheet.getCell(row, column + 1)
  if (typeof value !== 'object') cell.value = value
  else if ('percent' in value) {
    cell.value = value.percent
    cell.numFmt = '0.0%'
  } else if ('serial' in value) {
    cell.value = value.serial
    cell.numFmt = 'yyyy-mm-dd'
  } else if ('formula' in value) cell.value = { formula: value.formula } as excel.CellFormulaValue
  else cell.value = { error: value.error } as excel.CellErrorValue
}

export const seed = 20_230_630

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = await faultyWorkbook(seed)
  await writeFile(new URL('faulty-workbook.xlsx', cases), made.bytes)
  await writeFile(new URL('faulty-workbook.json', cases), `[\n${made.faults.map((fault) => `  ${JSON.stringify(fault)}`).join(',\n')}\n]\n`)
}
