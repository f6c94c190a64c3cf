import { expect, test } from 'vitest'
import { plainBlock } from './plain-text.ts'
import { secondsFor, syllablesIn, syllablesPerMinute } from './speech.ts'

test.each([
  ['生猪出栏2.07万头', 10],
  ['增长6.6%', 8],
  ['1400余亩', 6],
  ['1005户', 5],
  ['15个', 3],
  ['10', 1],
  ['100', 2],
  ['0.5', 3],
  ['20000', 2],
  ['120003', 5],
  ['1,190万元', 8],
  ['VOCs，“两非”（一）。', 7],
  ['', 0],
])('%s is read in %i syllables', (text, count) => expect(syllablesIn(text)).toBe(count))

test('a minute is as long as the setting says', () => {
  expect([secondsFor(0), secondsFor(syllablesPerMinute), secondsFor(1)]).toEqual([0, 60, 1])
})

test('a paragraph is copied in plain words, its figures as they stand', () => {
  const told = new Map([['pigs', { text: '2.07万头', status: null, change: '同比增长88%' }], ['trade', { text: '14亿元', status: 'estimate', change: null }]])
  const value = (measure: string) => ({ kind: 'figure', measure, show: 'value' }) as const
  expect(plainBlock({ kind: 'paragraph', lead: '农业', runs: [{ kind: 'text', text: '出栏' }, value('pigs'), { kind: 'text', text: '，' }, { kind: 'figure', measure: 'pigs', show: 'change' }, { kind: 'text', text: '；出口额' }, value('trade'), { kind: 'text', text: '；产值' }, value('none'), { kind: 'text', text: '。' }] }, told)).toBe('农业。出栏2.07万头，同比增长88%；出口额预计14亿元；产值〔待报〕。')
  expect(plainBlock({ kind: 'table', rows: [[{ runs: [{ kind: 'text', text: '项目' }] }, { runs: [{ kind: 'text', text: '数' }] }], [{ runs: [{ kind: 'text', text: '猪' }] }, { runs: [value('pigs')] }]] }, told)).toBe('项目\t数\n猪\t2.07万头')
})
