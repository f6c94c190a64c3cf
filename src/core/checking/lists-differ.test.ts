import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (review: string, plan: string): readonly string[] =>
  checkText(`一、上半年工作回顾\n${review}\n二、下半年工作计划\n${plan}\n`).findings.filter((each) => each.rule === 'lists-differ').map((each) => each.message.zh)

test('a name that is gone is told', () => expect(judge('晨曦、菱花、青禾、石榴志愿联盟蓬勃发展。', '壮大菱花、晨曦、石榴志愿联盟队伍。')).toEqual(['与前文所列不同：少“青禾”。']))
test('a name that came is told', () => expect(judge('晨曦、菱花、石榴志愿联盟蓬勃发展。', '壮大菱花、晨曦、石榴、桂雨志愿联盟队伍。')).toEqual(['与前文所列不同：多“桂雨”。']))
test('the same names in another order are the same list', () => expect(judge('晨曦、菱花、石榴志愿联盟蓬勃发展。', '壮大石榴、菱花、晨曦志愿联盟队伍。')).toEqual([]))
test('rows of common words are no names', () => expect(judge('教育、医疗、养老服务水平提升。', '提升医疗、教育、就业、养老服务水平。')).toEqual([]))
