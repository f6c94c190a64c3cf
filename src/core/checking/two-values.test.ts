import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${text}\n`)
  return [...findings.filter((each) => each.rule === 'two-values').map((each) => `× ${each.arithmetic ?? ''}`), ...confirmed.filter((each) => each.rule === 'two-values').map((each) => each.arithmetic ?? '')]
}

test.each([
  ['上半年全镇实现财政总收入3.1亿元。\n财力稳步增长。上半年财政总收入达到3.4亿元。', ['× 3.1 ≠ 3.4 亿元']],
  ['上半年全镇实现财政总收入3.1亿元。\n财力稳步增长。上半年财政总收入达到31000万元。', ['3.1亿元 = 31000万元']],
  ['上半年实现财政总收入3.1亿元。\n一季度实现财政总收入1.4亿元。', []],
  ['东岙村集体经济收入31万元。\n西岙村集体经济收入52万元。', []],
  ['开展检查12次。\n开展检查30次。', []],
  ['实施三个“头号工程”。\n抓好三个“头号工程”。', ['三个“头号工程” = 三个“头号工程”']],
  ['实施三个“头号工程”。\n抓好四个“头号工程”。', ['× 三个“头号工程” ≠ 四个“头号工程”']],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
