import { expect, test } from 'vitest'
import { reported } from '../measure/builders.ts'
import { Measure } from '../measure/measure.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Scale, UnitKey } from '../quantity/unit.ts'
import { words } from '../words.ts'
import { readText } from './read-text.ts'
import type { ReadFigure } from './reading.ts'
import { measureWords, suggestMeasures, sureOf } from './suggest-measure.ts'

const measure = (key: string, title: string, unit: UnitKey, scale: Scale = '', more: Partial<Measure> = {}): Measure =>
  Measure.parse({ key, title: words(title, key), about: words(`${title}的口径`, key), line: 'test', owner: 'office', display: { unit, scale, decimals: 2, changeDecimals: 2 }, definition: reported('year-to-date'), ...more })

const known = measureWords([
  measure('gdp', '地区生产总值', '元', '亿'),
  measure('industry', '规上工业产值', '元', '亿'),
  measure('retail', '限上社会消费品零售额', '元', '亿'),
  measure('rice', '早稻种植面积', '亩'),
  measure('boats', '清理取缔“三无”渔船', '艘'),
  measure('firms', '整治提升企业', '家'),
  measure('recycling', '再生资源行业整治提升', '家'),
  measure('trainees', '安全培训学员', '名', '', { change: 'none' }),
  measure('checks', '安全检查行动', '次'),
  measure('hidden', '规上工业产值（联网）', '元', '亿', { part: true }),
])

const read = (text: string): ReadFigure => {
  const [figure] = readText(text).figures
  if (figure === undefined) throw new Error(`nothing was read in ${text}`)
  return figure
}
const suggested = (text: string, book?: (key: string) => Decimal | null) => suggestMeasures({ figure: read(text), around: text, ...(book === undefined ? {} : { book }) }, known)
const keys = (text: string, book?: (key: string) => Decimal | null): readonly string[] => suggested(text, book).map((each) => each.measure.key)

test.each([
  ['全镇实现国内生产总值32.65亿元。', 'gdp'],
  ['规上工业产值45.14亿元，同比增长3%。', 'industry'],
  ['限上社零3.42亿元。', 'retail'],
  ['全镇种植早稻1400余亩。', 'rice'],
  ['清理取缔“三无”渔船6艘。', 'boats'],
  ['完成再生资源行业整治提升20家。', 'recycling'],
])('%s is first of all %s', (text, key) => {
  expect(keys(text)[0]).toBe(key)
})

test('the value is told in the base unit of the measure', () => {
  expect(suggested('全镇种植早稻2公顷。')[0]).toMatchObject({ measure: { key: 'rice' }, value: '30' })
  expect(suggested('规上工业产值45.14亿元。')[0]?.value).toBe('4514000000')
})

test('a measure that counts something else is not suggested', () => {
  expect(keys('清理取缔“三无”渔船6处。')).toEqual([])
  expect(keys('再生资源行业整治提升3次。')).toEqual([])
})

test('a change alone is of a measure that tells one, and has no value', () => {
  const [first] = suggested('限上社零同比增长52%。')
  expect([first?.measure.key, first?.value]).toEqual(['retail', null])
  expect(keys('安全培训学员同比增长52%。')).not.toContain('trainees')
})

test('words lead, and the value in the book decides between those that are about as near', () => {
  const text = '整治提升20家。'
  expect(keys(text, (key) => (key === 'recycling' ? ('20' as Decimal) : ('103' as Decimal))).slice(0, 2)).toContain('recycling')
  const [one, other] = [suggested(text, () => null), suggested(text, (key) => (key === 'recycling' ? ('20' as Decimal) : null))]
  const of = (list: typeof one) => list.find((each) => each.measure.key === 'recycling')?.score ?? 0
  expect(of(other) - of(one)).toBeCloseTo(0.08, 2)
  expect(keys('规上工业产值45.14亿元。', (key) => (key === 'gdp' ? ('4514000000' as Decimal) : null))[0]).toBe('industry')
})

test('the first is sure where its words are near and no other is as near', () => {
  expect(sureOf(suggested('全镇种植早稻1400余亩。'))?.measure.key).toBe('rice')
  const [first] = suggested('全镇种植早稻1400余亩。')
  if (first === undefined) throw new Error('nothing was suggested')
  expect(sureOf([{ ...first, score: 0.5 }, { ...first, score: 0.49 }])).toBeUndefined()
  expect([sureOf([{ ...first, score: 0.3 }]), sureOf([])]).toEqual([undefined, undefined])
})

test('scores lie between 0 and 1, in order, the same each time; a part of other measures is none', () => {
  for (const text of ['规上工业产值45.14亿元。', '开展安全检查行动100余次。', '投入资金3万元。', '整治企业5家。']) {
    const scores = suggested(text).map((each) => each.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
    expect(suggested(text)).toEqual(suggested(text))
    expect(keys(text)).not.toContain('hidden')
  }
})
