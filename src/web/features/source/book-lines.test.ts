import { expect, test } from 'vitest'
import type { CheckFindingOut, ReadFigureOut, SourceRead } from '../../../api/source.ts'
import { bookLines } from './book-lines.ts'
import { startWork } from './work.ts'

const text = '生产总值8.4亿元，粮食总产6200吨，植树300株。'
const figure = (quote: string, score: number, value: string, book: string | null): ReadFigureOut => ({
  quote, offset: text.indexOf(quote), subject: quote, value: '1', unit: '元', qualifier: null, value_high: null, change: null, share_percent: null, completion_percent: null, completion_base: null, period: null, attached: [], rules: [], periodKey: '2031',
  suggestions: [{ measure: `of-${quote}`, title: { zh: quote, en: quote }, unit: '元', score, value, book }],
})
const finding = (quote: string, severity: CheckFindingOut['severity']): CheckFindingOut => ({ rule: 'book', severity, quote, offset: text.indexOf(quote), message: { zh: '账册为 9', en: 'the book has 9' }, arithmetic: null })

const read = (figures: readonly ReadFigureOut[], more: Partial<SourceRead> = {}): SourceRead => ({ name: 'a.txt', hash: '', size: 1, kind: 'text', encoding: null, text, title: '', day: null, year: null, figures: [...figures], commitments: [], directions: [], findings: [], confirmed: [], known: null, can: {}, ...more })
const states = (it: SourceRead) => bookLines(startWork({ name: 'a.txt' }, it, 'town')).map((line) => [line.quote, line.state, line.measure?.key])

test('a figure is equal to the book or differs from it by its surest measure; an unsure one is unknown', () => {
  expect(states(read([figure('8.4亿元', 0.9, '84', '84'), figure('6200吨', 0.9, '62', '63'), figure('300株', 0.4, '3', '3')]))).toEqual([
    ['8.4亿元', 'equal', 'of-8.4亿元'],
    ['6200吨', 'different', 'of-6200吨'],
    ['300株', 'unknown', undefined],
  ])
})

test('what the check says of a figure goes before', () => {
  const figures = [figure('8.4亿元', 0.9, '84', '85'), figure('6200吨', 0.4, '62', '62'), figure('300株', 0.9, '3', '3')]
  expect(states(read(figures, { findings: [finding('6200吨', 'warning'), finding('300株', 'note')], confirmed: [finding('8.4亿元', 'note')] }))).toEqual([
    ['8.4亿元', 'equal', 'of-8.4亿元'],
    ['6200吨', 'stale', 'of-6200吨'],
    ['300株', 'unknown', undefined],
  ])
})
