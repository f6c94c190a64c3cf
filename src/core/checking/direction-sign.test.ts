import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => checkText(`一、上半年工作回顾\n${text}\n`).findings.filter((each) => each.rule === 'direction-sign').map((each) => `${each.severity} ${each.quote}`)

test.each([
  ['完成投资3亿元,同比增长-4.7%。', ['warning 增长-4.7%']],
  ['发案率同比下降-3%。', ['error 下降-3%']],
  ['完成投资3亿元,同比-4.7%。', []],
  ['增长8%-10%。', []],
  ['信访量由120件下降到150件。', ['error 120件下降到150件']],
  ['入园率由82%提高到79%。', ['error 82%提高到79%']],
  ['信访量由150件下降到120件。', []],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
