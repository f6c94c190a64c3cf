import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (review: string, plan: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${review}\n二、下半年工作计划\n${plan}\n`)
  return [...findings, ...confirmed].filter((each) => each.rule === 'short-of-target').map((each) => each.arithmetic ?? '')
}

test('done and in sight fall short', () => expect(judge('新增升规工业企业2家,排摸确定拟升规企业4家。', '力争全年升规企业9家。')).toEqual(['2 + 4 = 6 < 9']))
test('kinds of the subject count as done', () => expect(judge('实现上市制造企业2家,储备拟上市企业4家。', '力争年度上市企业9家。')).toEqual(['2 + 4 = 6 < 9']))
test('enough in sight is confirmed', () => expect(judge('实现上市企业2家,储备拟上市企业8家。', '力争年度上市企业9家。')).toEqual(['2 + 8 = 10 ≥ 9']))
test('new ones are counted like those there are', () => expect(judge('已上规企业2家,排查储备拟上规企业3家。', '新上规企业6家。')).toEqual(['2 + 3 = 5 < 6']))
test('without candidates nothing is told', () => expect(judge('实现上市企业2家。', '力争年度上市企业9家。')).toEqual([]))
