import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from './read-text.ts'

/** Whatever is read: quotes stand where they say, in the order of the text; nothing throws; time grows with the length. */

const pieces = [
  '今年上半年', '下半年', '全镇实现', '完成', '预计', '力争', '确保', '同比增长', '同比下降', '占全年任务', '其中', '分别为', '由', '提高到', '约', '近', '超', '不少于', '新增', '建成',
  '1', '2.5', '1,234', '１２', '〇', '三', '十二', '百分之八十', '三分之二', '八成', '翻一番', '万', '亿', '余', '多', '元', '亩', '家', '人次', '%', '％', '‰', '个百分点', '倍', '以上', '左右',
  '2023年', '201x年', '6月底前', '10月中旬', '年内', '一、', '（一）', '1.', '“', '”', '《', '》', '，', '。', '；', '：', '、', '（', '）', '\n', '\r\n', ' ', '\u3000', '𠀀', '😀', '\ud800', '\u200b', '-', '—', '～', '|', 'G228', 'PM2.5', '第三期',
  '六塘南村', '工程', '项目', '企业', '的', '和', '与', '了', '已',
]
const texts = fc.oneof(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 200 }))

describe('laws of reading', () => {
  test('a quote is the text at its offset, counted in code points, and figures come in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const points = [...text]
        const { figures, commitments } = readText(text)
        const stands = ({ quote, offset }: { quote: string; offset: number }): boolean => points.slice(offset, offset + [...quote].length).join('') === quote
        for (const figure of figures) {
          expect(stands(figure)).toBe(true)
          for (const attached of figure.attached) expect(stands(attached)).toBe(true)
        }
        for (const commitment of commitments) expect(stands(commitment)).toBe(true)
        expect(figures.map((each) => each.offset)).toEqual(figures.map((each) => each.offset).toSorted((a, b) => a - b))
      }),
      { numRuns: 1500, seed: 20230701 },
    )
  })
})
