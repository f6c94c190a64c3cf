import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const periods = (text: string): readonly (string | null)[] => readText(text).figures.map((figure) => figure.period)

test('the time words before a figure govern it, in its sentence and in those after it', () => {
  expect(periods('上半年新建泵站2个。清理渔船6艘。')).toEqual(['上半年', '上半年'])
  expect(periods('2022年完成改造32处，1-6月清理渔船6艘。')).toEqual(['2022年', '1-6月'])
})

test('the year of an honour governs nothing', () => {
  expect(periods('荣获2022年度宁波市示范单位。回收包装物2.6吨。')).toEqual([null])
  expect(periods('上半年，学校成为2022年度省级现代化学校，新增托位60个。')).toEqual(['上半年'])
})

test('a day is no period: not that of the document, nor one in a sentence', () => {
  expect(periods('工作总结\n2023年1月20日\n全镇清理渔船6艘。\n')).toEqual([null])
  expect(periods('2022年，园区于3月15日开工，新建泵站2个。')).toEqual(['2022年'])
})
