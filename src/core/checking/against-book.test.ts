import { expect, test } from 'vitest'
import { decimal } from '../quantity/decimal.ts'
import { readText } from '../reading/read-text.ts'
import { checkAgainstBook, type BookSide } from './against-book.ts'

const book = (exact: string | null, more: Partial<BookSide> = {}): BookSide => ({ title: '指标', exact: exact === null ? null : decimal(exact), status: null, moved: false, rows: 7, ...more })
const judge = (text: string, side: BookSide | null): readonly string[] => {
  const [figure] = readText(`一、上半年工作回顾\n${text}\n`).figures
  const { findings, confirmed } = checkAgainstBook(figure === undefined ? [] : [{ figure, book: side }])
  return [...findings.map((each) => `× ${each.severity} ${each.message.zh}`), ...confirmed.map((each) => `✓ ${each.message.zh}`)]
}

test.each([
  ['拆除违法建筑5.02万平方米。', book('5.0183'), ['✓ 与台账一致。']],
  ['拆除违法建筑5.02万平方米。', book('5.4'), ['× error 与台账不符，相差−0.38 万平方米（台账7行）。']],
  ['拆除违法建筑5.02万平方米。', book('5.4', { moved: true }), ['× warning 成文后台账已有变动，此数已过时。']],
  ['拆除违法建筑5.02万平方米。', book('5.02', { status: '预计' }), ['× note 台账中仍为预计数。', '✓ 与台账一致。']],
  ['拆除违法建筑5.02万平方米。', null, ['× note 台账中没有对应的指标或数字。']],
  ['拆除违法建筑5.02万平方米。', book(null), ['× note 台账中没有对应的指标或数字。']],
  ['种植早稻1400余亩。', book('1432'), ['✓ 与台账一致。']],
  ['种植早稻1400余亩。', book('1532'), ['× error 与台账不符，相差−132 亩（台账7行）。']],
  ['种植早稻超1400亩。', book('1532'), ['✓ 与台账一致。']],
])('%s', (text, side, expected) => expect(judge(text, side)).toEqual(expected))
