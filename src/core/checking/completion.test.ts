import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(text)
  return [...findings.map((each) => `× ${each.rule} ${each.severity} ${each.arithmetic ?? ''}`), ...confirmed.map((each) => `✓ ${each.rule} ${each.arithmetic ?? ''}`)].filter((each) => each.includes(' completion '))
}

test.each([
  ['一、上半年工作回顾\n完成税收1426万元,占全年任务2480万元的57.5%。', ['✓ completion 1426 ÷ 2480 = 57.50%']],
  ['一、上半年工作回顾\n完成税收1426万元,占全年任务2480万元的67.5%。', ['× completion error 1426 ÷ 2480 = 57.50% ≠ 67.5%']],
  ['一、上半年工作回顾\n完成固定资产投资6.0亿元,占年度目标的40.0%。\n二、下半年工作计划\n力争全年完成固定资产投资12.0亿元。', ['× completion warning 6.0 ÷ 12.0 = 50.00% ≠ 40.0%']],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
