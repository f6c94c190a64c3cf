import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import { isProblem } from '../ledger/kinds/kind.ts'
import { day } from '../time/day.ts'
import { words } from '../words.ts'
import type { Cell } from './cell.ts'
import { readCell } from './read-cell.ts'

const known = { orgs: new Map([['一村', 'v1'], ['示例社区', 'c1']]), year: 2023 }
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key: 'x', title: words('某项', 'X'), kind, ...more })
const text = (words: string): Cell => ({ kind: 'text', text: words })
const number = (digits: string, percent = false): Cell => ({ kind: 'number', text: digits, percent })

/** The value, or the code of the problem with a star. */
const read = (cell: Cell | string, of: Field, unit?: string): unknown => {
  const value = readCell(typeof cell === 'string' ? text(cell) : cell, of, unit, known)
  return isProblem(value) ? `*${value.problem}` : value
}

test.each([
  ['2023-06-30', '2023-06-30'], ['2023.6.30', '2023-06-30'], ['2023/6/30', '2023-06-30'], ['2023年6月30日', '2023-06-30'], ['2023年6月30', '2023-06-30'], ['20230630', '2023-06-30'], ['6月30日', '2023-06-30'], ['6月30号', '2023-06-30'],
  ['２０２３．６．３０', '2023-06-30'], [' 2023-06-30 ', '2023-06-30'], ['2023-6-30 08:30:00', '2023-06-30'], ['2023-06-30T00:00:00', '2023-06-30'], ['2023年6月30日（星期五）', '2023-06-30'], ['2023.6.30.', '2023-06-30'], ['二〇二三年六月三十日', '2023-06-30'], ['六月三十日', '2023-06-30'], ['45107', '2023-06-30'],
  ['2023年6月', '*day-missing'], ['2023.6', '*day-missing'], ['6.30', '*day-year-missing'], ['23.6.30', '*day-year-missing'], ['2023-06-31', '*not-day'], ['6月31日', '*not-day'], ['6月初', '*not-day'], ['2023.6.1-6.3', '*not-day'], ['630', '*not-day'], ['12345', '*not-day'], ['—', null], ['', null],
])('day %s is %s', (given, wanted) => {
  expect(read(given, field('day'))).toBe(wanted)
})

test('a day cell is its day, a number in a day column Excel’s count of days, and a small number shown as a day is none', () => {
  expect(read({ kind: 'day', day: day('2023-06-30'), time: '12:00:00' }, field('day'))).toBe('2023-06-30')
  expect(read(number('45107'), field('day'))).toBe('2023-06-30')
  expect(read(number('45107.25'), field('day'))).toBe('2023-06-30')
  expect(read(number('20230630'), field('day'))).toBe('2023-06-30')
  expect(read({ kind: 'day', day: day('1900-01-06'), time: null }, field('day'))).toBe('*not-day')
})

const yuan = field('decimal', { unit: '元', decimals: 2 })
const mu = field('decimal', { unit: '亩', decimals: 2 })
const head = field('integer', { unit: '头', min: '0' })
const share = field('decimal', { unit: '%', decimals: 2 })
const bare = field('decimal', { decimals: 2 })

test.each<[Cell | string, Field, string | undefined, unknown]>([
  ['1,234.5', yuan, undefined, '1234.5'], ['1，234.50', yuan, undefined, '1234.5'], ['１２．５', yuan, undefined, '12.5'], ['1.2万', yuan, undefined, '12000'], ['1.2万元', yuan, undefined, '12000'], ['3千元', yuan, undefined, '3000'], ['0.5亿', yuan, undefined, '50000000'],
  ['（12）', yuan, undefined, '-12'], ['(1,200.00)', yuan, undefined, '-1200'], ['-12', yuan, undefined, '-12'], ['－12', yuan, undefined, '-12'], ['￥8', yuan, undefined, '8'], ['¥ 8.00', yuan, undefined, '8'], ['三万五千', yuan, undefined, '35000'], ['三十', head, undefined, '30'],
  [number('1.25'), yuan, '万元', '12500'], ['1.25', yuan, '万元', '12500'], ['12500元', yuan, '万元', '12500'], [number('1.25'), yuan, '万', '12500'], ['1.2万', yuan, '万元', '*unit-twice'], ['1.2万', yuan, '元', '12000'], [number('3'), yuan, '美元', '*unit-unknown'], [number('3'), yuan, '含税', '3'],
  [number('2'), mu, '公顷', '30'], [number('100'), mu, '平方米', '0.15'], [number('101'), mu, '㎡', '0.15'], ['2公顷', mu, '亩', '30'], ['12亩', mu, undefined, '12'], [number('3'), mu, '元', '*unit-apart'], [number('600'), field('decimal', { unit: '吨', decimals: 3 }), '斤', '0.3'],
  ['300头', head, undefined, '300'], ['300 头', head, '头', '300'], ['300只', head, undefined, '*unit-apart'], ['12.5', head, undefined, '*not-whole'], ['-1', head, undefined, '*below-minimum'], ['300斗', head, undefined, '*unit-unknown'],
  ['12.5%', share, undefined, '12.5'], ['12.5％', share, undefined, '12.5'], [number('0.125', true), share, undefined, '12.5'], [number('0.125', true), share, '%', '12.5'], [number('12.5'), share, '%', '12.5'], [number('0.125', true), yuan, undefined, '*unit-apart'], [number('0.125', true), bare, undefined, '*unit-unasked'], ['300头', bare, undefined, '300'],
  ['约300', head, undefined, '*not-number'], ['300余', head, undefined, '*not-number'], ['300左右', head, undefined, '*not-number'], ['3-5', head, undefined, '*not-number'], ['3～5', head, undefined, '*not-number'], ['1,23', yuan, undefined, '*not-number'], ['12..5', yuan, undefined, '*not-number'], ['二三', head, undefined, '*not-number'], ['三百五', head, undefined, '*number-elided'], ['三百五头', head, undefined, '*number-elided'], ['一万二', yuan, undefined, '*number-elided'], ['三百五十', head, undefined, '350'], ['三百零五', head, undefined, '305'], ['三十五', head, undefined, '35'], ['一万二千', yuan, undefined, '12000'], ['无', head, undefined, '*not-number'], ['1.2.3', yuan, undefined, '*not-number'],
  ['1.005', yuan, undefined, '*too-many-decimals'], [number('0.000000000000001'), yuan, undefined, '*too-many-decimals'], ['-', yuan, undefined, null], ['/', yuan, undefined, null], [{ kind: 'error', text: '#REF!' }, yuan, undefined, '*cell-error'], [{ kind: 'error', text: '=A1+B1' }, yuan, undefined, '*formula-empty'],
])('number %j in %j under %s is %s', (cell, of, unit, wanted) => {
  expect(read(cell, of, unit)).toBe(wanted)
})

test.each([
  ['是', true], ['√', true], ['✔', true], ['有', true], ['Ｙ', true], ['1', true], ['否', false], ['×', false], ['无', false], ['没有', false], ['0', false], ['x', '*flag-unclear'], ['合格', '*flag-unclear'], ['大概', '*flag-unclear'], ['', null],
])('flag %s is %s', (given, wanted) => {
  expect(read(given, field('flag'))).toBe(wanted)
})

test('how a thing went answers the question that asks for it, and no other', () => {
  const asks = (title: string, given: string): unknown => read(given, field('flag', { title: words(title, 'x') }))
  expect(['合格', '不合格', '未合格'].map((given) => asks('是否合格', given))).toEqual([true, false, false])
  expect(['已完成', '未完成', '完成'].map((given) => asks('是否完成整改', given))).toEqual([true, false, true])
  expect([asks('是否超标', '合格'), asks('未达标', '达标'), asks('是否通过', '合格')]).toEqual(['*flag-unclear', '*flag-unclear', '*flag-unclear'])
  expect(read({ kind: 'flag', value: false }, field('flag'))).toBe(false)
})

test('a choice is known by its key, its titles, other words and without its note', () => {
  const result = field('choice', { choices: [{ key: 'passed', title: words('合格', 'passed'), synonyms: ['达标'] }, { key: 'failed', title: words('不合格（限期整改）', 'failed') }] })
  expect(['合格', ' 合 格 ', 'PASSED', '达标', '不合格', '不合格（限期整改）', '未查', '合'].map((given) => read(given, result))).toEqual(['passed', 'passed', 'passed', 'passed', 'failed', 'failed', '*not-choice', '*not-choice'])
})

test('organisations, periods and texts', () => {
  expect(['一村', ' 一 村 ', '示例镇一村', '示例镇示例社区', '七村', '镇'].map((given) => read(given, field('org')))).toEqual(['v1', 'v1', 'v1', 'c1', '*not-org', '*not-org'])
  expect(['2023H1', '2023年上半年', '2023年6月', '2023.6', '2023年第二季度', '2023年度', '去年'].map((given) => read(given, field('period')))).toEqual(['2023H1', '2023H1', '2023-06', '2023-06', '2023Q2', '2023', '*not-period'])
  expect([read(number('13800000001'), field('text')), read(number('0571'), field('text')), read(number('330282199001010000'), field('text')), read('330282199001010011', field('text'))]).toEqual(['13800000001', '0571', '*digits-lost', '330282199001010011'])
  expect([read('长'.repeat(10_000), field('text')), read('长'.repeat(10_000), field('reference')), read('三行\n字', field('note')), read("'=1+1", field('text')), read("'80后", field('text'))]).toEqual(['*text-too-long', '*text-too-long', '三行\n字', "'=1+1", "'80后"])
})

test('a sealed value as an export shows it says nothing', () => {
  expect([read('••••••', field('sealed')), read('已依法删除', field('sealed')), read('Erased by law', field('sealed')), read('330282199001010011', field('sealed'))]).toEqual([null, null, null, '330282199001010011'])
})
