import { expect, test } from 'vitest'
import type { MeasureRef } from '../../../api/figure.ts'
import { findMeasures } from './find-measures.ts'

const measure = (zh: string, initials: string): MeasureRef => ({ key: `${initials}-h1`, title: { zh, en: zh }, initials, unit: '个', line: 'x', owner: 'x', partOf: null, target: false })
const output: MeasureRef = { ...measure('地区生产总值', 'dqsczz'), key: 'gdp-h1' }
const measures = [measure('限上餐饮业营业额', 'xscyyyye'), measure('生猪出栏', 'szcl'), measure('生猪存栏', 'szcl'), measure('支农资金', 'znzj'), output]
const found = (query: string): readonly string[] => findMeasures(measures, query, 8).map((each) => each.title.zh)

test('a measure is found by a part of its title or by its initials', () => {
  expect(found('生猪')).toEqual(['生猪出栏', '生猪存栏'])
  expect(found('SZ')).toEqual(['生猪出栏', '生猪存栏'])
  expect(found('营业')).toEqual(['限上餐饮业营业额'])
  expect(found('GDP')).toEqual(['地区生产总值'])
  expect(found('没有')).toEqual([])
  expect(findMeasures(measures, '', 2)).toHaveLength(2)
})
