import { expect, test } from 'vitest'
import { standingText } from './standing-text.ts'

test('an estimate is told as one, any other figure as it is', () => {
  expect(standingText({ text: '14亿元', status: { key: 'estimate', title: { zh: '预计', en: 'estimate' } } })).toBe('预计14亿元')
  expect(standingText({ text: '32.65亿元', status: { key: 'feedback', title: { zh: '统计反馈', en: 'statistics feedback' } } })).toBe('32.65亿元')
  expect(standingText({ text: '2.07万头', status: null })).toBe('2.07万头')
})
