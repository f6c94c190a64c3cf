import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${text}\n`)
  return [...findings.map((each) => `× ${each.rule} ${each.arithmetic ?? ''}`), ...confirmed.map((each) => `✓ ${each.rule} ${each.arithmetic ?? ''}`)].filter((each) => each.includes(' share '))
}

test.each([
  ['实现税收8亿元,其中工业税收5亿元,占比62.5%。', ['✓ share 5 ÷ 8 = 62.50%']],
  ['实现税收8.0亿元,其中工业税收5.0亿元,占比72.5%。', ['× share 5.0 ÷ 8.0 = 62.50% ≠ 72.5%']],
  ['甲类、乙类、丙类分别占40%、35%、30%。', ['× share 40% + 35% + 30% = 105%']],
  ['三次产业结构调整为5.2:45.1:49.7。', ['✓ share 5.2 + 45.1 + 49.7 = 100']],
  ['三次产业结构调整为5.2:48.1:49.7。', ['× share 5.2 + 48.1 + 49.7 = 103']],
  ['实现税收8亿元,其中工业税收5亿元,占全县的12.5%。', []],
  ['完成财政总收入3.26亿元,其中税收收入2.90亿元,占财政总收入的88.96%。', ['✓ share 2.90 ÷ 3.26 = 88.96%']],
  ['办理热线工单2310件,办结2298件,办结率99.5%。', ['✓ share 2298 ÷ 2310 = 99.48%']],
  ['办理热线工单2310件,办结2210件,办结率99.5%。', ['× share 2210 ÷ 2310 = 95.67% ≠ 99.5%']],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
