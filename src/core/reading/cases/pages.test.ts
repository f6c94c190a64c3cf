import { describe, expect, test } from 'vitest'
import { readText } from '../read-text.ts'
import { figuresOf } from './told.ts'

/** Page heads and numbers, wrapped lines, spaces, signs beyond the basic plane; which part of a text is which. All texts are invented. */
describe('the page', () => {
  const wrapped = ['今年上半年，示例镇工业经济稳步回升，全镇实现规模以上工', '业总产值 45.14 亿元，同比增长 3.2%，其中新兴产业产值 1', '2.6 亿元，占比提高到百分之二十八，企业效益持续改善，用', '电量同比增长5.1%。'].join('\n')

  test('wrapped lines are one text, also inside a number', () => expect(figuresOf(wrapped)).toEqual(['45.14亿元 ↑3.2', '12.6亿元 占28', '— ↑5.1']))

  test('a page number between two lines is left out, and the quote keeps it', () => {
    const text = '上半年累计完成投资3.5亿元，新开工项目1\n\n— 3 —\n\n2个，竣工5个。'
    const { figures } = readText(text)
    expect(figures.map((each) => [each.value, each.unit])).toEqual([['3.5', '亿元'], ['12', '个'], ['5', '个']])
    expect(figures[1]?.quote).toBe('1\n\n— 3 —\n\n2个')
  })

  test('offsets count code points', () => {
    const text = '😀𠀀上半年新建公园3个。'
    const [figure] = readText(text).figures
    expect(figure).toMatchObject({ quote: '3个', offset: 9 })
  })
})

describe('the parts', () => {
  test('headings turn a review into a plan', () => {
    const text = '一、上半年工作回顾\n新建公园3个。\n二、下半年工作计划\n新建公园5个。'
    const { figures, commitments } = readText(text)
    expect([figures.map((each) => each.quote), commitments.map((each) => each.quote)]).toEqual([['3个'], ['新建公园5个']])
  })

  test('words turn it where there are no headings', () => {
    const text = '今年以来，全镇已新建公园3个，改造公厕12座。\n下一步，我镇将新建公园5个。'
    const { figures, commitments } = readText(text)
    expect([figures.map((each) => each.quote), commitments.map((each) => each.quote)]).toEqual([['3个', '12座'], ['我镇将新建公园5个']])
  })

  test('a review may promise', () => {
    const text = '上半年工作总结\n示例路改造已完成投资300万元，力争10月底前竣工通车。'
    const { figures, commitments } = readText(text)
    expect([figures.map((each) => each.quote), commitments.map((each) => each.quote)]).toEqual([['300万元'], ['力争10月底前竣工通车']])
  })

  test('a plan keeps its slogans as directions', () => {
    const { commitments, directions } = readText('下半年工作计划\n加强队伍建设，新建公园5个。')
    expect([commitments.map((each) => each.quote), directions.map((each) => each.quote)]).toEqual([['新建公园5个'], ['加强队伍建设']])
  })

  test('a text without numbers reads as nothing', () => expect(readText('示例镇概况\n山清水秀。')).toEqual({ figures: [], commitments: [], directions: [] }))
})
