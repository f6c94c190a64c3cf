import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${text}\n`)
  const of = (list: typeof findings, mark: string): readonly string[] => list.filter((each) => each.rule === 'growth-base' || each.rule === 'false-precision').map((each) => `${mark} ${each.arithmetic ?? ''}`)
  return [...of(findings, '×'), ...of(confirmed, '✓')]
}

test.each([
  ['债务由9.6亿元下降至3.0亿元,压缩68.75%。', ['× 68.06%—69.43%', '✓ (9.6 − 3.0) ÷ 9.6 = 68.75%']],
  ['粮食产量由400吨提高到500吨,增长30%。', ['× (500 − 400) ÷ 400 = 25.00% ≠ 30%']],
  ['村集体收入3660万元,比上年增加233万元,增长6.8%。', ['✓ 233 ÷ (3660 − 233) = 6.80%']],
  ['发案90起,比上年减少10起,下降10%。', ['✓ 10 ÷ (90 + 10) = 10.00%']],
  ['发案90起,比上年减少10起,下降15%。', ['× 10 ÷ (90 + 10) = 10.00% ≠ 15%']],
  ['社会消费品零售额由26亿元提高到38亿元,年均增长6%。', []],
  ['人均收入由26000元提高到38000元。', []],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
