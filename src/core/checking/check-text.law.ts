import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

/** Whatever is checked: nothing throws, and what a finding quotes stands where it says, in the order of the text. */
const pieces = [
  '成文日期:2023-11-07\n', '一、上半年工作回顾\n', '二、下半年工作计划\n', '(一)强产业\n', '上半年', '完成', '实现', '固定资产投资', '财政总收入', '其中', '同比增长', '同比下降', '由', '下降到', '比上年增加', '占比', '占全年任务', '的',
  '1', '2.50', '10', '0', '三', '五', '万', '亿', '元', '家', '件', '%', '余', '近', '维持', '办结', '拟', '进限企业', '力争', '年度', '10月底前', '以下三方面工作:', '一是', '二是', '“甲”', '“乙”', '三大行动', '三个',
  '云栖路西延', '菱湖线', '前期工作', '启动', '开工', '有序推进', '建成', '工程', '时间过半、任务过半', '双过半', '晨曦', '菱花', '石榴', '志愿联盟', '、', ',', '，', '。', '；', '(', ')', '（', '）', '\n', ' ', '😀', '\ud800', '-', '产业结构', ':',
]
const texts = fc.oneof(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 200 }))

test('findings stand at their places', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const points = [...text]
      const { findings, confirmed } = checkText(text)
      for (const list of [findings, confirmed]) {
        for (const { quote, offset } of list) expect(points.slice(offset, offset + [...quote].length).join('')).toBe(quote)
        expect(list.map((each) => each.offset)).toEqual(list.map((each) => each.offset).toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 2000, seed: 20230701 },
  )
})
