import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${text}\n`)
  return [...findings.filter((each) => each.rule === 'known-bound').map((each) => `× ${each.arithmetic ?? ''}`), ...confirmed.filter((each) => each.rule === 'known-bound').map((each) => each.arithmetic ?? '')]
}

test.each([
  ['上半年完成财政总收入2.1亿元,一般公共预算收入2.8亿元。', ['× 2.8 > 2.1 亿元']],
  ['上半年零售业商品销售额2.5亿元,限上餐饮业营业额1100万元,限上社零2.4亿元。', ['2.4 ≤ 2.5 + 0.11 亿元']],
  ['上半年完成固定资产投资5亿元。\n西岙片区完成制造业投资6亿元。', []],
  ['上半年完成固定资产投资5亿元。一季度完成制造业投资6亿元。', []],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
