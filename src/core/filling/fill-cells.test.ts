import { expect, test } from 'vitest'
import { smallMeasures } from '../../../test/builders/small-town.ts'
import type { Figure } from '../measure/figure.ts'
import { decimal } from '../quantity/decimal.ts'
import { period } from '../time/period.ts'
import type { Binding, BoundCell } from './binding.ts'
import { fillCells, spanOf, wantedFigures } from './fill-cells.ts'
import type { FilledCell } from './fill-cells.ts'
import type { Blank } from './find-blanks.ts'
import { shownText } from './shown-text.ts'

const measure = (key: string) => {
  const found = smallMeasures.find((each) => each.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const figure = (key: string, exact: string | null, more: Partial<Figure> = {}): Figure => ({ measure: key, org: 'town', period: '2023H1', cutoff: '2023-06-30', asOf: 9, value: null, exact: exact === null ? null : decimal(exact), unit: '', text: '', source: 'computed', status: null, statedBy: null, change: null, base: null, rows: 3, stated: [], version: 1, live: false, ...more }) as Figure
const blank = (more: Partial<Blank> = {}): Blank => ({ sheet: '一', cell: 'B2', row: 2, column: 1, kind: 'table', rowHeads: ['金额'], columnHeads: [], before: '', unit: null, decimals: null, percent: false, ...more })
const asks = (binding: Binding, told: Figure | undefined, more: Partial<Blank> = {}, typed = ''): FilledCell => {
  const cell: BoundCell = { sheet: '一', cell: 'B2', heads: '金额', unit: more.unit ?? null, binding }
  const [filled] = fillCells([blank(more)], { cells: [cell] }, { period: period('2023H1'), root: 'town', facts: { town: '示例镇', office: '农业办', person: '示例', day: '2023-07-03' }, typed: new Map(typed === '' ? [] : [['一!B2', typed]]), figure: ({ measure: key }) => (told === undefined ? undefined : { figure: told, measure: measure(key), target: decimal('200000') }) })
  if (filled === undefined) throw new Error('not filled')
  return filled
}
const of = (key: string, more: Partial<Extract<Binding, { kind: 'figure' }>> = {}): Binding => ({ kind: 'figure', measure: key, org: null, span: 'same', yearsBack: 0, show: 'value', ...more })
const text = (filled: FilledCell, percent = false): string => shownText(filled.value, percent)

test('a figure stands in the unit the blank asks for, with the decimals its format shows, else with its own', () => {
  const told = figure('money', '123456.7')
  expect(text(asks(of('money'), told))).toBe('12.35')
  expect(text(asks(of('money'), told, { unit: '元' }))).toBe('123456.7')
  expect(text(asks(of('money'), told, { unit: '亿元' }))).toBe('0.0012')
  expect(text(asks(of('money'), told, { unit: '万元', decimals: 1 }))).toBe('12.3')
  expect(asks(of('money'), told, { unit: '吨' })).toMatchObject({ value: null, by: 'none', missing: 'unit-unfit', from: { measure: 'money', rows: 3 } })
  expect(asks(of('money'), figure('money', null))).toMatchObject({ value: null, missing: 'no-value' })
  expect(asks(of('money'), undefined)).toMatchObject({ value: null, missing: 'unknown-measure', from: null })
})

test('a change and a completion are told in percent; a cell that shows percent keeps the share', () => {
  const told = figure('money', '150000', { change: { kind: 'percent', percent: decimal('12.5'), direction: 'down' } as never })
  expect(text(asks(of('money', { show: 'change' }), told))).toBe('-12.5')
  expect(asks(of('money', { show: 'change' }), told, { percent: true, decimals: 1 }).value).toMatchObject({ value: '-0.125' })
  expect(text(asks(of('money', { show: 'change' }), told, { percent: true, decimals: 1 }), true)).toBe('-12.5%')
  expect([text(asks(of('money', { show: 'target' }), told)), text(asks(of('money', { show: 'completion' }), told))]).toEqual(['20', '75'])
})

test('what was typed stands before the book; a number as a number, a formula as words', () => {
  const told = figure('money', '1')
  const typed = (words: string, more: Partial<Blank> = {}) => asks(of('money'), told, more, words)
  expect(typed('1,234.50')).toMatchObject({ by: 'typed', value: { kind: 'number', value: '1234.5' } })
  expect(typed('12.5%', { percent: true }).value).toMatchObject({ value: '0.125' })
  for (const words of ['=1+1', '12.5%', '007', '12345678901234567890', '+86', '@sum']) expect(typed(words).value).toEqual({ kind: 'text', text: words })
  expect(typed('  ')).toMatchObject({ by: 'book' })
})

test('facts of the town fill themselves; words that stand in the cell stay before them', () => {
  expect(asks({ kind: 'fact', fact: 'town' }, undefined, { kind: 'behind', before: '填报单位：' }).value).toEqual({ kind: 'text', text: '填报单位：示例镇' })
  expect([asks({ kind: 'fact', fact: 'period' }, undefined), asks({ kind: 'text', text: '无' }, undefined), asks({ kind: 'none' }, undefined)].map(({ value, by }) => [value, by])).toEqual([[{ kind: 'text', text: '2023年上半年' }, 'book'], [{ kind: 'text', text: '无' }, 'typed'], [null, 'none']])
})

test('every figure is asked for once, in the period its column means', () => {
  const cells = [of('pigs'), of('pigs'), of('pigs', { yearsBack: 1 }), of('pigs', { span: 'previous', org: 'v1' }), of('pigs', { show: 'change' })].map((binding): BoundCell => ({ sheet: '一', cell: 'A1', heads: '', unit: null, binding }))
  expect(wantedFigures({ cells }, period('2023-06'), 'town').map(({ org, period: key }) => `${org} ${key}`)).toEqual(['town 2023-06', 'town 2022-06', 'v1 2023-05'])
  expect(['same', 'previous', 'to-date', 'year'].map((span) => spanOf(span as 'same', 0, period('2023Q2')).key)).toEqual(['2023Q2', '2023Q1', '2023H1', '2023'])
})
