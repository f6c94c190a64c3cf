import { expect, test } from 'vitest'
import type { Cell, Merge, SheetRow } from './cell.ts'
import { columnName } from './cell.ts'
import { findHeader, isHeadAgain } from './find-header.ts'
import { isFooting } from './footing.ts'

type Given = string | number | null

const rows = (...lines: readonly (readonly Given[])[]): readonly SheetRow[] => lines.map((line, at) => ({ at: at + 1, cells: line.map((value): Cell => (value === null || value === '' ? null : typeof value === 'number' ? { kind: 'number', text: String(value), percent: false } : { kind: 'text', text: value })) })).filter(({ cells }) => cells.some((cell) => cell !== null))

const merge = (range: string): Merge => {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? []
  return { fromRow: Number(top), toRow: Number(bottom), fromColumn: left.charCodeAt(0) - 65, toColumn: right.charCodeAt(0) - 65 }
}

/** '3–4 A 村, B 头数[头]': the rows of the head and its columns. */
const head = (given: readonly SheetRow[], merges: readonly string[] = [], known: readonly string[] = []): string | undefined => {
  const header = findHeader(given, merges.map(merge), new Set(known))
  return header === undefined ? undefined : `${header.from}–${header.to} ${header.columns.map(({ at, title, unit, shared }) => `${columnName(at)} ${title}${unit === undefined ? '' : `[${unit}]`}${shared === undefined ? '' : `{${shared}}`}`).join(', ')}`
}

test('the head stands below a title, a blank row, notes and a line of units', () => {
  const sheet = rows(['示例镇2023年上半年交售台账', null, null, null], [], ['填报单位：农业农村办', null, null, '单位：万元'], ['序号', '村', '日期', '金额'], [1, '一村', '2023.6.1', 3], [2, '二村', '6月2日', 4])
  expect(head(sheet, ['A1:D1'])).toBe('4–4 A 序号{万元}, B 村{万元}, C 日期{万元}, D 金额{万元}')
  expect(head(sheet, ['A1:D1'], ['日期', '金额'])).toBe(head(sheet, ['A1:D1']))
})

test('units are named in brackets of any width, behind a stroke, on a line of their own, and never by who fills the form', () => {
  expect(head(rows(['村', '面积（亩）', '金额(万元)', '单价/元', '备注/说明', '*类别【选填】'], ['一村', 1, 2, 3, '', '']))).toBe('1–1 A 村, B 面积[亩], C 金额[万元], D 单价[元], E 备注/说明, F 类别[选填]')
  expect(head(rows(['填报单位：一村'], ['主管单位：示例局'], ['村', '金额'], ['一村', 2]))).toBe('3–3 A 村, B 金额')
  expect(head(rows(['表一　　（金额单位：元）'], ['村', '金额'], ['一村', 2]))).toBe('2–2 A 村{元}, B 金额{元}')
})

test('a head of two levels is read through its merged cells, whichever of its rows has more words', () => {
  const wanted = '2–3 A 序号, B 村, C 养殖情况/头数[头], D 养殖情况/面积[亩], E 备注'
  expect(head(rows(['台账'], ['序号', '村', '养殖情况', null, '备注'], [null, null, '头数（头）', '面积（亩）', null], [1, '一村', 3, 4, '']), ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'])).toBe(wanted)
  expect(head(rows(['甲情况', null, '乙情况', null], ['村', '日期', '头数', '面积'], ['一村', '2023.6.1', 3, 4]), ['A1:B1', 'C1:D1'])).toBe('1–2 A 甲情况/村, B 甲情况/日期, C 乙情况/头数, D 乙情况/面积')
})

test('rows of words below a head are no head, and one cell, a form or numbers alone are none', () => {
  expect(head(rows(['村', '户主', '类别', null], ['一村', '示例甲', '大户', '外出'], ['二村', '示例乙', '小户', '在家']))).toBe('1–1 A 村, B 户主, C 类别')
  expect(head(rows(['只有一句话']))).toBeUndefined()
  expect(head(rows([1, 2, 3], [4, 5, 6]))).toBeUndefined()
  expect(head([])).toBeUndefined()
})

test('words broken over lines and spread with spaces are one title', () => {
  expect(head(rows(['村 名', '出栏\n头数\n（头）', '日　期'], ['一村', 3, '2023.6.1']))).toBe('1–1 A 村名, B 出栏头数[头], C 日期')
})

test.each<[readonly Given[], 'total' | 'footer' | undefined]>([
  [['合计', null, 1203], 'total'], [['合 计'], 'total'], [[5, '小计', 3], 'total'], [[null, '一村小计', 3], 'total'], [['总计：1203'], 'total'],
  [['制表人：示例甲'], 'footer'], [['填表人（签字）：', null, '审核人：'], 'footer'], [['单位负责人：示例甲'], 'footer'], [['备注：以上为预计数'], 'footer'], [['注1：含村集体'], 'footer'], [['填报日期：2023年6月30日'], 'footer'],
  [['一村', '合计商贸'], undefined], [[1, '一村', '小计'], undefined], [['一村', 3], undefined], [['示例合作社：甲'], undefined], [[3, 4], undefined], [[], undefined],
])('the row %j is %s', (cells, wanted) => {
  expect(isFooting(rows(cells)[0] ?? { at: 1, cells: [] })).toBe(wanted)
})

test('a head on every printed page is known again, each of its levels, and a row that shares a word with it is not', () => {
  const sheet = rows(['村', '养殖情况', null], [null, '头数（头）', '面积'], ['一村', 3, 4])
  const header = findHeader(sheet, [merge('A1:A2'), merge('B1:C1')])
  if (header === undefined) throw new Error('no head')
  const again = (...line: readonly Given[]): boolean => isHeadAgain(rows(line)[0] ?? { at: 1, cells: [] }, header)
  expect([again('村', '养殖情况', null), again(null, '头数（头）', '面积'), again('村', '头数(头)', '面积'), again('一村', 3, 4), again('村', 3, 4), again('村'), again('一村', '头数', '面积不详')]).toEqual([true, true, true, false, false, false, false])
})
