import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (day: string, text: string): readonly string[] =>
  checkText(`成文日期:${day}\n\n一、工作回顾\n${text}\n`).findings.filter((each) => each.rule.startsWith('estimate')).map((each) => `${each.rule} ${each.quote} ${each.arithmetic ?? ''}`)

test('a period not yet over needs 预计', () => expect(judge('2022-06-20', '2022年上半年实现产值3.1亿元,完成投资2.2亿元。')).toEqual(['estimate-unlabelled 3.1亿元 2022-06-20 < 2022-06-30']))
test('with 预计 all is well', () => expect(judge('2022-06-20', '2022年上半年预计实现产值3.1亿元。')).toEqual([]))
test('after the period all is well', () => expect(judge('2022-07-20', '2022年上半年实现产值3.1亿元。')).toEqual([]))
test('long after it 预计 is a note', () => expect(judge('2023-03-20', '2022年上半年预计实现产值3.1亿元。')).toEqual(['estimate-old 3.1亿元 2022-06-30 → 2023-03-20']))
test('without a day nothing is told', () => expect(judge('不详', '2022年上半年实现产值3.1亿元。')).toEqual([]))
test('months up to a day that is over need none', () => expect(judge('2022-06-20', '2022年截至5月底完成投资2.2亿元。')).toEqual([]))
