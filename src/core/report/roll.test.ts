import { expect, test } from 'vitest'
import { period } from '../time/period.ts'
import { periodWords, rolledBlocks } from './roll.ts'

test.each([
  ['2023H1', '2023H2', '2023年上半年工作回顾及下半年工作计划', '2023年下半年工作回顾及2024年上半年工作计划'],
  ['2023H1', '2023H2', '二、2023年下半年工作安排', '二、2024年上半年工作安排'],
  ['2023H2', '2024H1', '一、2023年下半年工作；2024年上半年安排', '一、2024年上半年工作；2024年下半年安排'],
  ['2023H1', '2024H1', '2023年上半年工作情况', '2024年上半年工作情况'],
  ['2023H2', '2024H1', '2023年民生实事', '2024年民生实事'],
  ['2023', '2024', '2023年工作总结和2024年工作思路', '2024年工作总结和2025年工作思路'],
  ['2023Q1', '2023Q2', '2023年第一季度运行情况及第二季度打算', '2023年第二季度运行情况及第三季度打算'],
  ['2023H1', '2023H2', '（一）深挖发展后劲', '（一）深挖发展后劲'],
])('from %s to %s, %s reads %s', (from, to, was, is) => expect(periodWords(period(from), period(to))(was)).toBe(is))

test('the outline stands, numbers stay bound, and words are drafts', () => {
  const figure = { kind: 'figure', measure: 'pigs', show: 'value' } as const
  const write = periodWords(period('2023H1'), period('2023H2'))
  expect(
    rolledBlocks(
      [
        { kind: 'heading', id: 'b1', level: 1, text: '一、2023年上半年工作' },
        { kind: 'paragraph', id: 'b2', lead: '农业', runs: [{ kind: 'text', text: '上半年出栏' }, figure] },
        { kind: 'item', id: 'b3', marker: 'dot', runs: [figure] },
        { kind: 'table', id: 'b4', rows: [[{ runs: [figure] }]] },
      ],
      write,
    ),
  ).toEqual([
    { kind: 'heading', id: 'b1', level: 1, text: '一、2023年下半年工作' },
    { kind: 'paragraph', id: 'b2', lead: '农业', carried: true, runs: [{ kind: 'text', text: '上半年出栏' }, figure] },
    { kind: 'item', id: 'b3', marker: 'dot', carried: true, runs: [figure] },
    { kind: 'table', id: 'b4', carried: true, rows: [[{ runs: [figure] }]] },
  ])
})
