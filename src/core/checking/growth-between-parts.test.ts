import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): string => {
  const { findings, confirmed } = checkText(`一、上半年工作回顾\n${text}\n`)
  const bad = findings.find((each) => each.rule === 'growth-between-parts')
  const good = confirmed.find((each) => each.rule === 'growth-between-parts')
  return bad === undefined ? (good === undefined ? 'nothing' : `holds ${good.arithmetic ?? ''}`) : `fails ${bad.arithmetic ?? ''}`
}

test('the growth of a whole follows from all its parts', () =>
  expect(judge('实现销售额10亿元,同比增长20%,其中批发业销售额6亿元,同比增长20%;零售业销售额4亿元,同比增长20%。')).toBe('holds 6 ÷ 1.20 + 4 ÷ 1.20 → 20.00%（19.50%—20.50%）'))
test('it cannot lie above all of them', () => expect(judge('实现销售额10亿元,同比增长32.5%,其中批发业销售额6亿元,同比增长20.1%;零售业销售额4亿元,同比增长21.2%。')).toMatch(/^fails .*≠ 32.5%$/))
test('one part leaves a rest', () => expect(judge('完成固定资产投资8亿元,同比增长10%,其中工业投资3亿元,同比增长50%。')).toBe('holds 50%、-5.2% → 10%'))
test('a part cannot have been more than its whole a year before', () => expect(judge('完成固定资产投资8.0亿元,同比增长60.0%,其中工业投资7.5亿元,同比下降30.0%。')).toMatch(/^fails 7.5 ÷ 0.7/))
test('constant prices do not chain', () => expect(judge('实现增加值8.0亿元,同比增长5.0%,其中工业增加值3.0亿元,同比增长5.5%。')).toBe('nothing'))
