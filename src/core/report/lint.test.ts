import { describe, expect, test } from 'vitest'
import type { Figure } from '../measure/figure.ts'
import { Measure } from '../measure/measure.ts'
import { count } from '../measure/builders.ts'
import { percentChange } from '../quantity/comparison.ts'
import { decimal } from '../quantity/decimal.ts'
import { day } from '../time/day.ts'
import { words } from '../words.ts'
import type { Block, Run } from './document.ts'
import { lint, lintFigureOf } from './lint.ts'
import { looseNumbers } from './loose-numbers.ts'
import { printRun, toldOf } from './print.ts'

const measure = (key: string, more: object = {}): Measure =>
  Measure.parse({ key, title: words(key, key), about: words(key, key), line: 'test', owner: 'office', display: { unit: '个', scale: '', decimals: 0, changeDecimals: 1 }, definition: count('sale'), ...more })

const figure = (key: string, value: string | null, more: Partial<Figure> = {}): Figure => ({
  measure: key,
  stated: [],
  org: 'town',
  period: '2023H1',
  cutoff: day('2023-06-30'),
  asOf: 1,
  value: value === null ? null : decimal(value),
  exact: value === null ? null : decimal(value),
  unit: '个',
  text: value === null ? '—' : `${value}个`,
  source: 'computed',
  status: null,
  statedBy: null,
  change: null,
  base: null,
  rows: 1,
  version: 1,
  live: false,
  ...more,
})

const findings = (runs: readonly Run[], figures: readonly Figure[], measures: readonly Measure[] = []): readonly string[] =>
  lint({ blocks: [{ kind: 'paragraph', runs }] }, { figures: new Map(figures.map((each) => [each.measure, lintFigureOf(each)])), measures: new Map(measures.map((each) => [each.key, each])) }).map((finding) => finding.rule)

const shows = (name: string, show: 'value' | 'change' = 'value'): Run => ({ kind: 'figure', measure: name, show })
const says = (text: string, source?: string): Run => ({ kind: 'text', text, ...(source === undefined ? {} : { source }) })

describe('lint', () => {
  test('a clean sentence has no finding', () => expect(findings([says('新建泵站'), shows('pumps'), says('。')], [figure('pumps', '2')])).toEqual([]))
  test('a number typed by hand is found until its source is stated', () => {
    expect(findings([says('新建泵站3个。')], [])).toEqual(['unbound'])
    expect(findings([says('新建泵站3个。', '水利站月报')], [])).toEqual([])
  })
  test('a figure without a value is found', () => {
    expect(findings([shows('pumps')], [figure('pumps', null)])).toEqual(['missing'])
    expect(findings([shows('pumps')], [])).toEqual(['missing'])
    expect(findings([shows('pumps', 'change')], [figure('pumps', '2')])).toEqual(['missing'])
  })
  test('a growth word against the sign is found', () => {
    const fallen = figure('pumps', '2', { change: percentChange(decimal('-5')) })
    expect(findings([says('新建泵站增长'), shows('pumps', 'change')], [fallen])).toEqual(['growth-word'])
    expect(findings([says('新建泵站下降'), shows('pumps', 'change')], [fallen])).toEqual([])
  })
  test('a part above its whole is found', () => {
    const measures = [measure('all'), measure('some', { partOf: 'all' })]
    expect(findings([shows('some')], [figure('all', '2'), figure('some', '3')], measures)).toEqual(['part-above-whole'])
    expect(findings([shows('some')], [figure('all', '2'), figure('some', '2')], measures)).toEqual([])
  })
  test('a bound word and a superlative typed by hand are found', () => {
    expect(findings([says('新建泵站超'), shows('pumps')], [figure('pumps', '2')])).toEqual(['bound-word'])
    expect(findings([says('增速全市第一')], [])).toEqual(['superlative'])
  })
  test('an estimate is noted, and 预计 beside an actual number is found', () => {
    expect(findings([shows('pumps')], [figure('pumps', '2', { status: 'estimate', source: 'reported' })])).toEqual(['stale'])
    expect(findings([says('预计'), shows('pumps')], [figure('pumps', '2')])).toEqual(['unlabelled-estimate'])
  })
})

describe('what else is held against the book', () => {
  const head = measure('pigs', { title: words('生猪出栏', 'pigs'), display: { unit: '头', scale: '万', decimals: 2, changeDecimals: 1 } })
  const pigs = figure('pigs', '2.07', { exact: decimal('20700'), unit: '万头' })
  const hand = (text: string): readonly string[] => findings([says(text, '农业站月报')], [pigs], [head])

  test('a number typed behind the name of a figure is the figure’s own, to the digits typed', () => {
    expect(hand('生猪出栏2.07万头。')).toEqual([])
    expect(hand('生猪出栏达2.1万头。')).toEqual([])
    expect(hand('生猪出栏2.3万头。')).toEqual(['two-values'])
    expect(hand('生猪出栏近3万头。')).toEqual([])
    expect(hand('生猪出栏20500头。')).toEqual([])
  })

  test('words carried over from the last report are told until they are rewritten', () => {
    const rules = (blocks: readonly Block[]) => lint({ blocks }, { figures: new Map(), measures: new Map() }).map(({ rule, block }) => [rule, block])
    const item: Block = { kind: 'item', marker: 'dot', runs: [says('稳产保供。')] }
    const table: Block = { kind: 'table', rows: [[{ runs: [says('指标')] }]] }
    expect([rules([{ ...item, carried: true }, { ...table, carried: true }]), rules([item, table])]).toEqual([[['carried', 0], ['carried', 1]], []])
  })

  test('a share or a completion that cannot be told is missing', () => {
    const rules = (told: object) => lint({ blocks: [{ kind: 'table', rows: [[{ runs: [{ kind: 'figure', measure: 'pigs', show: 'completion' }] }]] }] }, { figures: new Map([['pigs', lintFigureOf(pigs)]]), measures: new Map(), told: new Map([['pigs', { text: '2.07万头', status: null, change: null, ...told }]]) }).map((finding) => finding.rule)
    expect([rules({ completion: null }), rules({ completion: '41.4%' })]).toEqual([['missing'], []])
  })
})

test('a base that was corrected after its edition was sealed is told with both values', () => {
  const pumps = figure('pumps', '4', { base: decimal('3'), change: percentChange(decimal('33.3')) })
  const told = (printed: string | null): readonly string[] =>
    lint({ blocks: [{ kind: 'paragraph', runs: [shows('pumps', 'change')] }] }, { figures: new Map([['pumps', lintFigureOf(pumps)]]), measures: new Map(), lastYear: new Map([['pumps', printed]]) }).map((finding) => `${finding.rule} ${finding.arithmetic}`)
  expect(told('2')).toEqual(['base-restated 2 → 3 个'])
  expect(told('3')).toEqual([])
  expect(told(null)).toEqual([])
})

describe('loose numbers', () => {
  const finds = (text: string, ...expected: string[]): void => test(text, () => expect(looseNumbers(text)).toEqual(expected))
  finds('种植早稻1400余亩，收割小麦1200余亩', '1400余亩', '1200余亩')
  finds('接入1.72万余个，覆盖率98.4%', '1.72万余个', '98.4%')
  finds('2023年上半年，1-6月，第18届')
  finds('“15分钟品质文化生活圈”，G228国道，12345热线')
  finds('PM2.5浓度下降')
})

test('an estimate prints with its word, a missing number as a blank', () => {
  const run = shows('pumps')
  expect(printRun(run, toldOf(figure('pumps', '14', { status: 'estimate' })))).toBe('预计14个')
  expect(printRun(run, toldOf(figure('pumps', null)))).toBe('〔待报〕')
  expect(printRun(shows('pumps', 'change'), toldOf(figure('pumps', '2', { change: percentChange(decimal('6.6')) })))).toBe('同比增长6.6%')
})
