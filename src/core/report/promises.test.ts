import { expect, test } from 'vitest'
import { period } from '../time/period.ts'
import { promisesFor } from './promises.ts'

const plan = (...sentences: readonly string[]): string => ['2023年上半年工作回顾及下半年工作计划', '一、2023年上半年工作回顾', '上半年新建泵站1座。', '二、2023年下半年工作计划', ...sentences].join('\n')
const kept = (entry: number, text: string, deadline: string | null) => ({ entry, text, quote: text, org: 'farm', deadline })
const h2 = period('2023H2')

test('the plan of the last report is read for what it promises, and what was done is not', () => {
  const promises = promisesFor(h2, [], plan('新建泵站2座。', '12月底前完成污水管网3公里。'))
  expect(promises.map(({ quote, deadline, entry }) => [quote, deadline, entry])).toEqual([['新建泵站2座', null, null], ['12月底前完成污水管网3公里', '2023-12-31', null]])
})

test('a promise keeps its key while its words stay, wherever it stands; two alike have two', () => {
  const [first] = promisesFor(h2, [], plan('新建泵站2座。'))
  const [, moved] = promisesFor(h2, [], plan('改造管网5公里。', '新建泵站2座。'))
  expect([moved?.key, moved?.quote]).toEqual([first?.key, first?.quote])
  const twice = promisesFor(h2, [], plan('新建泵站2座。', '新建泵站2座。')).map(({ key }) => key)
  expect(new Set(twice).size).toBe(2)
})

test('kept commitments due in the period come first by deadline, and their sentence is told once', () => {
  const commitments = [kept(9, '新建泵站2座', '2023-12-31'), kept(7, '完成租赁', '2023-09-30'), kept(8, '明年的事', '2024-06-30'), kept(6, '没有期限的事', null)]
  expect(promisesFor(h2, commitments, plan('新建泵站2座。', '改造管网5公里。')).map(({ key, quote }) => [/^t/.test(key) ? 't' : key, quote])).toEqual([['c7', '完成租赁'], ['c9', '新建泵站2座'], ['t', '改造管网5公里']])
})
