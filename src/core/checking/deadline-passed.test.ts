import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (day: string, plan: string): readonly string[] =>
  checkText(`${day}\n公开方式:主动公开\n2022年下半年工作计划\n一、加快建设\n${plan}\n`).findings.filter((each) => each.rule === 'deadline-passed').map((each) => `${each.quote} ${each.arithmetic ?? ''}`)

test('a deadline before the document’s day has passed', () => expect(judge('发布日期:2022-10-08', '菱湖线工程力争9月底前完工。')).toEqual(['9月底前 2022-09-30 < 2022-10-08']))
test('each stage has its own', () => expect(judge('成文日期:2022-10-08', '菱湖线工程8月中旬完成方案报批,力争9月底前开工建设。')).toEqual(['8月中旬 2022-08-20 < 2022-10-08', '9月底前 2022-09-30 < 2022-10-08']))
test('a later one has not', () => expect(judge('发布日期:2022-10-08', '菱湖线工程力争年底前完工。')).toEqual([]))
test('without a day nothing is told', () => expect(judge('公开方式:主动公开', '菱湖线工程力争9月底前完工。')).toEqual([]))
