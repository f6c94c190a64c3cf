import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (claim: string, review: string, plan: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${review}${claim}。\n二、下半年工作计划\n${plan}\n`)
  return [...findings.filter((each) => each.rule === 'half-way').map((each) => `× ${each.severity} ${each.arithmetic ?? ''}`), ...confirmed.filter((each) => each.rule === 'half-way').map((each) => each.arithmetic ?? '')]
}
const review = '上半年完成全社会固定资产投资5.2亿元。'
const plan = '力争完成固定资产投资12.5亿元。'

test('a claim that the work is half done is held against the year’s target', () => expect(judge('实现了时间过半、任务过半', review, plan)).toEqual(['× warning 5.2 ÷ 12.5 = 41.60%']))
test('a hedge makes it a note', () => expect(judge('基本实现时间任务“双过半”', review, plan)).toEqual(['× note 5.2 ÷ 12.5 = 41.60%']))
test('what is past half is confirmed', () => expect(judge('实现“双过半”', '上半年完成固定资产投资6.5亿元。', plan)).toEqual(['6.5 ÷ 12.5 = 52.00%']))
test('a demand is no claim', () => expect(judge('按照时间过半、任务过半的要求完成各项工作', review, plan)).toEqual([]))
test('a part of the subject is another subject', () => expect(judge('实现“双过半”', '上半年完成工业固定资产投资1.2亿元。', plan)).toEqual([]))
test('a printed completion below half tells against it', () => expect(judge('实现“双过半”', '完成税收300万元,占全年任务的42.5%。', '抓好落实。')).toEqual(['× warning 42.5% < 50%']))
