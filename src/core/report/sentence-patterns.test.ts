import { expect, test } from 'vitest'
import type { Told } from './print.ts'
import { printRun } from './print.ts'
import { sentencePatterns, showsOf } from './sentence-patterns.ts'

const pigs = { key: 'pigs', title: '生猪出栏' }
const told = (more: Partial<Told>): Told => ({ text: '2.07万头', status: null, change: null, about: null, completion: null, share: null, ...more })
const printed = (it: Told, whole?: { key: string; title: string }): readonly string[] => sentencePatterns(pigs, it, whole).map((runs) => runs.map((run) => printRun(run, it)).join(''))

test('a figure is told in the sentences for which every number is there', () => {
  expect(printed(told({}))).toEqual(['生猪出栏2.07万头'])
  expect(printed(told({ change: '同比增长88%', completion: '51.8%' }))).toEqual(['生猪出栏2.07万头', '生猪出栏2.07万头，同比增长88%', '生猪出栏2.07万头，完成年度目标的51.8%', '生猪出栏2.07万头，同比增长88%，完成年度目标的51.8%'])
  expect(printed(told({ share: '46.8%' }), { key: 'stock', title: '畜禽出栏' })).toEqual(['生猪出栏2.07万头', '其中生猪出栏2.07万头，占畜禽出栏的46.8%'])
})

test('where only a growth is known the sentence tells it alone', () => expect(printed(told({ text: '—', change: '同比下降18.18%' }))).toEqual(['生猪出栏同比下降18.18%']))

test('what is not there is not offered', () => {
  expect(showsOf(told({ text: '—' }))).toEqual([])
  expect(showsOf(told({ about: '2.07万头' }))).toEqual(['value'])
  expect(showsOf(told({ about: '2万余头', change: '—' }))).toEqual(['value', 'about'])
})
