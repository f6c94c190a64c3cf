import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const rules = new Set(['parts-and-whole', 'part-above-whole'])
const told = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${text}\n`)
  return [...findings.map((each) => `× ${each.severity} ${each.arithmetic ?? ''}`).filter((_, at) => rules.has(findings[at]?.rule ?? '')), ...confirmed.filter((each) => rules.has(each.rule)).map((each) => each.arithmetic ?? '')]
}

test.each([
  ['全镇实现商品销售额9.31亿元,其中批发业销售额5.2亿元;零售业销售额4.11亿元;住宿业营业额830万元。', ['5.2 + 4.11 = 9.31 亿元']],
  ['完成投资8.4亿元,其中工业投资9.1亿元。', ['× error 9.1 > 8.4 亿元']],
  ['完成投资4.3亿元,其中工业投资3.2亿元、农业投资5.1亿元。', ['× error 5.1 > 4.3 亿元']],
  ['完成投资8.4亿元,其中工业投资3600万元。', ['0.36 ≤ 8.4 亿元（4.29%）']],
  ['在库项目31个,总投资20亿元,其中亿元以上项目7个。', ['7 ≤ 31 个（22.58%）']],
  ['行政诉讼3例,维持3例。', ['3 = 3 例']],
  ['受理信访件20件,办结26件。', ['× warning 26 > 20 件']],
  ['新增企业20家,其中工业企业15家,服务业企业10家。', ['× warning 15 + 10 > 20 家']],
  ['共有党员120名(男80名、女40名)。', ['80 + 40 = 120 名']],
  ['全镇新增企业20家,其中规上企业5家,实现税收30亿元,完成技改40家。', ['5 ≤ 20 家（25.00%）']],
  ['在园企业30家,比上年减少3家,其中规上企业9家。', ['9 ≤ 30 家（30.00%）']],
])('%s', (text, expected) => expect(told(text)).toEqual(expected))

test('what rounds together is no error: 1.2 and 2.3 may make 3.6', () => expect(told('全镇实现收入3.6亿元,其中税收收入1.2亿元、非税收入2.3亿元。')).toEqual(['1.2 + 2.3 = 3.6 亿元']))
