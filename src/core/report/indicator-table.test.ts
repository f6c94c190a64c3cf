import { expect, test } from 'vitest'
import type { Figure } from '../measure/figure.ts'
import { Measure } from '../measure/measure.ts'
import { decimal } from '../quantity/decimal.ts'
import { fromScale } from '../quantity/unit.ts'
import { day } from '../time/day.ts'
import { period } from '../time/period.ts'
import { words } from '../words.ts'
import { paceText, printTable } from './indicator-print.ts'
import { indicatorRow, timeProgress, yearToDate } from './indicator-table.ts'

const measure = (more: Partial<Measure> = {}): Measure =>
  Measure.parse({ key: 'fai', title: words('固定资产投资', 'Investment'), about: words('口径', 'scope'), line: 'industry', owner: 'jfb', display: { unit: '元', scale: '亿', decimals: 2, changeDecimals: 1 }, definition: { kind: 'reported', basis: 'year-to-date' }, better: 'up', ...more })

const figure = (value: string | null, more: Partial<Figure> = {}): Figure => {
  const exact = value === null ? null : fromScale(decimal(value), '亿')
  return { measure: 'fai', org: 'town', period: '2023H1', cutoff: day('2023-06-30'), asOf: 1, value: value === null ? null : decimal(value), exact, unit: '亿元', text: '', source: 'reported', status: 'final', statedBy: null, change: null, base: null, rows: 1, stated: [], version: 1, live: false, ...more }
}

const row = (value: string | null, target: string | undefined, it: Partial<Measure> = {}, more: Partial<Figure> = {}) =>
  indicatorRow({ measure: measure(it), figure: figure(value, more), toDate: undefined, target: target === undefined ? undefined : fromScale(decimal(target), '亿'), place: undefined, others: [] }, decimal('50'))

const level = { definition: { kind: 'reported', basis: 'point' } } as const

test('the year so far has the key its figures are reported with', () => {
  const keys = ['2023-01', '2023-02', '2023-03', '2023Q2', '2023-09', '2023H2', '2023'].map((key) => yearToDate(period(key)).key)
  expect(keys).toEqual(['2023-01', '2023-01..2023-02', '2023Q1', '2023H1', '2023-01..2023-09', '2023', '2023'])
})

test('time passes by whole months', () => {
  expect(['2023-06-30', '2023-06-29', '2023-12-31', '2023-01-30'].map((each) => timeProgress(day(each)))).toEqual(['50', '41.7', '100', '0'])
})

test.each([
  ['8', '14.7', {}, '54.4', '4.4', 'ahead'],
  ['7.35', '14.7', {}, '50', '0', 'even'],
  ['7.1', '14.7', {}, '48.3', '-1.7', 'behind'],
  ['7.1', '14.7', { better: 'down' }, '48.3', '-1.7', 'ahead'],
  ['8', '14.7', { better: 'down' }, '54.4', '4.4', 'behind'],
  ['7.1', '14.7', level, '48.3', null, 'unmet'],
  ['15', '14.7', level, '102', null, 'met'],
  ['15', '14.7', { ...level, better: 'down' }, null, null, 'unmet'],
  ['14.7', '14.7', { ...level, better: 'down' }, null, null, 'met'],
  ['7.1', undefined, {}, null, null, null],
  [null, '14.7', {}, null, null, null],
  ['7.1', '0', {}, null, null, null],
] as const)('%s of %s %j is completed by %s, %s points from time, %s', (value, target, it, completion, pace, standing) => {
  expect(row(value, target, it)).toMatchObject({ completion, pace, standing, target: target ?? null })
})

test('a month is held against its target by the year so far', () => {
  const told = indicatorRow({ measure: measure(), figure: figure('1.2'), toDate: figure('7.35', { status: 'estimate' }), target: fromScale(decimal('14.7'), '亿'), place: { place: '3', among: '18' }, others: [] }, decimal('50'))
  expect(told).toMatchObject({ value: '1.2', mark: null, toDate: '7.35', toDateMark: 'estimate', completion: '50', standing: 'even', place: { place: '3', among: '18' } })
})

test('orgs beside the whole have a share of it only where parts add up', () => {
  const others = [figure('1.775', { org: 'v1' }), figure(null, { org: 'v2' })]
  const parts = (it: Partial<Measure>) => indicatorRow({ measure: measure(it), figure: figure('7.1'), toDate: undefined, target: undefined, place: undefined, others }, decimal('50')).parts
  expect(parts({})).toEqual([{ org: 'v1', value: '1.78', share: '25' }, { org: 'v2', value: null, share: null }])
  expect(parts({ definition: { kind: 'formula', numerator: [{ measure: 'a', times: '1', at: 'cutoff' }], denominator: [{ measure: 'b', times: '1', at: 'cutoff' }], times: '1' } }).map((part) => part.share)).toEqual([null, null])
})

test('a printed table keeps numbers as numbers, marks estimates, and says what is not known', () => {
  const rows = [row('7.1', '14.7', {}, { status: 'estimate', change: { kind: 'percent', percent: decimal('18.18'), direction: 'down' } }), row(null, undefined)]
  const table = printTable(rows, { title: '主要指标完成情况表', covers: '', columns: ['target', 'value', 'change', 'completion', 'place', 'pace'], orgs: [], unitOf: () => '亿元', maker: '张三', day: '2023-07-03', lang: 'zh' })
  expect(table.heads).toEqual(['序号', '指标', '计量单位', '全年目标', '本期', '同比', '完成率（%）', '位次', '进度比较'])
  expect(table.rows[0]?.slice(3)).toEqual([
    { kind: 'number', value: '14.7', decimals: 1 },
    { kind: 'number', value: '7.1', decimals: 1, mark: '预计' },
    { kind: 'text', text: '-18.18%' },
    { kind: 'number', value: '48.3', decimals: 1 },
    { kind: 'text', text: '—' },
    { kind: 'text', text: '慢于时间1.7个百分点' },
  ])
  expect(table.rows[1]?.slice(3).map((cell) => cell.kind === 'text' && cell.text)).toEqual(['—', '—', '—', '—', '—', '—'])
  expect(table.notes).toEqual(['标“预计”的为预计数。'])
  expect(table.signature).toMatch(/^制表人：张三.*审核人：.*日期：2023-07-03$/)
  expect(paceText({ pace: decimal('4.4'), standing: 'ahead' }, 'en')).toBe('ahead by 4.4 points')
})
