import { expect, test } from 'vitest'
import type { FigureOut } from '../../../api/figure.ts'
import { printRuns } from './print-runs.ts'

const figure = (id: string, text: string): FigureOut => ({
  id,
  title: { zh: id, en: id },
  line: 'agriculture',
  owner: 'agriculture',
  ownerName: { zh: '农业', en: 'Agriculture' },
  period: '2023H1',
  org: 'town',
  cutoff: '2023-06-30',
  value: '2.07',
  unit: '万头',
  exact: '20700',
  scale: '万',
  text,
  source: 'computed',
  status: null,
  statedBy: null,
  change: { percent: '88', points: null, direction: 'up', text: { zh: '同比增长88%', en: 'up 88% on last year' } },
  base: null,
  rows: 3,
  version: 1,
  live: false,
})

const runs = [
  { kind: 'text', text: '生猪出栏' },
  { kind: 'figure', measure: 'pigs', show: 'value' },
  { kind: 'text', text: '，' },
  { kind: 'figure', measure: 'pigs', show: 'change' },
  { kind: 'text', text: '，全镇第一。' },
] as const

const figures = new Map([['pigs', figure('pigs', '2.07万头')]])
const tells = (status: string | null) => new Map([['pigs', { text: '2.07万头', status, change: '同比增长88%' }]])

test('a paragraph prints what the book tells', () => {
  expect(printRuns(runs, figures, tells(null), []).map((run) => run.text)).toEqual(['生猪出栏', '2.07万头', '，', '同比增长88%', '，全镇第一。'])
})

test('a quoted passage is marked across runs, and text is cut where it begins and ends', () => {
  const marked = printRuns(runs, figures, tells(null), ['出栏2.07万头', '全镇第一']).filter((run) => run.marked)
  expect(marked.map((run) => run.text)).toEqual(['出栏', '2.07万头', '全镇第一'])
})

test('an estimate says so, and a figure the book does not know stands blank', () => {
  expect(printRuns(runs, figures, tells('estimate'), [])[1]?.text).toBe('预计2.07万头')
  expect(printRuns(runs, new Map(), new Map(), [])[1]?.text).toBe('〔待报〕')
})
