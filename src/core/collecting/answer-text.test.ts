import { expect, test } from 'vitest'
import { reported } from '../measure/builders.ts'
import { Measure } from '../measure/measure.ts'
import type { Block } from '../report/document.ts'
import { printedLength } from './answer-length.ts'
import { answerProblems } from './answer-problems.ts'
import { lastTime } from './last-time.ts'
import { missingValues } from './missing-values.ts'
import { proposedParts } from './proposed-parts.ts'
import { modeFor, putInSection } from './put-in-section.ts'
import type { ToldValue } from './told-value.ts'

const measure = (key: string, owner: string, unit: string): Measure => Measure.parse({ key, title: { zh: key, en: key }, about: { zh: key, en: key }, line: 'test', owner, display: { unit, scale: '万', decimals: 2, changeDecimals: 1 }, definition: reported('year-to-date') })
const measures = new Map([measure('pigs', 'farm', '头'), measure('land', 'farm', '亩'), measure('cases', 'order', '件')].map((each) => [each.key, each]))
const heading = (level: 1 | 2 | 3, text: string, id?: string): Block => ({ kind: 'heading', level, text, ...(id === undefined ? {} : { id }) })
const about = (words: string, ...keys: readonly string[]): Block => ({ kind: 'paragraph', runs: [{ kind: 'text', text: words }, ...keys.map((key) => ({ kind: 'figure' as const, measure: key, show: 'value' as const }))] })
const codes = (answer: Parameters<typeof answerProblems>[0]): Record<string, string> => Object.fromEntries(answerProblems(answer, ['pigs', 'land'], measures).map((each) => [each.field, each.code]))
const other = (key: string, value: string, unit: string): ToldValue => ({ as: 'other', measure: key, value, scale: '', unit: unit as '头', reason: '口径不同' })

test('an answer says something or that there is nothing, never both', () => {
  expect(codes({ blocks: [], told: [], nothing: false })).toEqual({ blocks: 'answer-empty' })
  expect(codes({ blocks: [], told: [], nothing: true })).toEqual({})
  expect(codes({ blocks: [], told: [{ as: 'book', measure: 'pigs' }], nothing: true })).toEqual({})
  expect(codes({ blocks: [about('有')], told: [], nothing: true })).toEqual({ nothing: 'nothing-but-text' })
  expect(codes({ blocks: [], told: [other('pigs', '1', '头')], nothing: true })).toEqual({ nothing: 'nothing-but-text' })
})

test('it stays within its section, and tells only of what was asked, once and in a unit that fits', () => {
  expect(codes({ blocks: [heading(3, '1.畜牧'), heading(2, '（三）另起'), about('', 'cows')], told: [], nothing: false })).toEqual({ 'blocks.1': 'heading-too-high', blocks: 'not-found' })
  expect(codes({ blocks: [about('有')], told: [other('cases', '1', '件'), other('pigs', '1', '亩'), { as: 'book', measure: 'pigs' }, other('land', '2', '平方公里')], nothing: false })).toEqual({ 'told.0.measure': 'not-asked', 'told.1.unit': 'unit-unfit', 'told.2.measure': 'told-twice' })
})

test('the length counts what is printed, spaces aside', () => {
  const told = new Map([['pigs', { text: '2.07万头', status: null, change: null }]])
  expect(printedLength([heading(3, '1. 畜牧'), { kind: 'paragraph', lead: '生猪', runs: [{ kind: 'text', text: '出 栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }] }], told)).toBe(4 + 3 + 2 + 6)
})

test('an accepted text stands below the heading or after what is there; numbers and stated runs are kept, ids are new', () => {
  const stated: Block = { kind: 'paragraph', id: 'a', carried: true, runs: [{ kind: 'text', text: '3家', source: '市局通报' }, { kind: 'figure', measure: 'pigs', show: 'value' }] }
  const section = [heading(2, '（一）农业', 'h'), { ...about('旧'), id: 'a' }]
  let next = 0
  const newId = () => `n${(next += 1)}`
  const { carried: _, ...written } = stated as Extract<Block, { kind: 'paragraph' }>
  expect(putInSection(section, [stated], 'replace', newId)).toEqual([section[0], { ...written, id: 'n1' }])
  expect(putInSection(section, [stated, stated], 'append', newId)).toEqual([...section, { ...written, id: 'n2' }, { ...written, id: 'n3' }])
  expect(putInSection([about('无题')], [{ ...stated, id: 'z' }], 'replace', newId)).toEqual([{ ...written, id: 'z' }])
})

test('what someone wrote is not replaced unless said', () => {
  const carried: Block = { kind: 'paragraph', carried: true, runs: [] }
  expect([[heading(2, '（一）')], [heading(2, '（一）'), carried], [heading(2, '（一）'), carried, about('写了')], [{ kind: 'table', rows: [[{ runs: [] }]] } as Block], [{ kind: 'table', rows: [[{ runs: [] }]], carried: true } as Block]].map(modeFor)).toEqual(['replace', 'replace', 'append', 'append', 'replace'])
})

test('last time is found by its heading, else by its numbers, and told of the numbers asked for', () => {
  const before = [heading(1, '一、回顾'), about('开头'), heading(2, '（二）农业生产'), about('生猪', 'pigs'), about('其他'), heading(2, '（三）平安'), about('案件', 'cases')]
  expect(lastTime([heading(2, '（一）农业生产')], ['pigs'], before)).toEqual([before[3]])
  expect(lastTime([heading(2, '（一）农业生产')], ['land'], before)).toEqual([before[3], before[4]])
  expect(lastTime([heading(2, '（五）治安')], ['cases'], before)).toEqual([before[6]])
  expect(lastTime([heading(2, '（五）新内容')], ['land'], before)).toEqual([])
})

test('a report suggests whom to ask by what its sections bind', () => {
  const section = (id: number, org: string, ...blocks: Block[]) => ({ id, org, budget: 300, blocks })
  const parts = proposedParts([section(7, 'town', about('无')), section(8, 'farm', about('', 'pigs', 'cases', 'land'))], measures, (org) => org !== 'town')
  expect(parts).toEqual([{ section: 8, org: 'farm', measures: ['pigs', 'land'] }, { section: 8, org: 'order', measures: ['cases'] }])
  expect(proposedParts([section(9, 'order', about('', 'cases'))], measures, () => true)).toEqual([{ section: 9, org: 'order', budget: 300, measures: ['cases'] }])
})

test('what is missing is what only a person can give and nobody has', () => {
  const counted = new Map([...measures, ['rows', Measure.parse({ ...measures.get('pigs'), key: 'rows', definition: { kind: 'count', ledger: 'sale' } })]])
  expect(missingValues(['pigs', 'land', 'rows'], new Map([['land', { exact: null, change: { kind: 'percent', percent: '3', direction: 'up' } }]] as never), counted)).toEqual(['pigs'])
})
