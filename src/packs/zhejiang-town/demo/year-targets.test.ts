import { expect, test } from 'vitest'
import { compare, decimal, parseDecimal } from '../../../core/quantity/decimal.ts'
import { zhejiangTown } from '../pack.ts'
import { publishedTargets } from './published.ts'
import { figureId } from './targets.ts'
import { demoPlaces, yearTargetsOf } from './year-targets.ts'

const valueOf = (measure: string, targets = publishedTargets): string | undefined => yearTargetsOf(targets).find((target) => target.measure === measure)?.value

test('every target and place of the demonstration is of a measure of the pack, once, and names where it is from', () => {
  const known = new Set(zhejiangTown.measures.filter((measure) => measure.part !== true).map((measure) => measure.key))
  for (const list of [yearTargetsOf(publishedTargets), demoPlaces]) {
    const keys = list.map((each) => each.measure)
    expect(keys.filter((key) => !known.has(key))).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  }
  expect(yearTargetsOf(publishedTargets).filter((target) => parseDecimal(target.value) === undefined || target.source === '')).toEqual([])
  expect(demoPlaces.filter(({ place, among }) => Number(place) < 1 || Number(place) > Number(among))).toEqual([])
})

test('targets are round, and above what half a year reached', () => {
  expect(yearTargetsOf(publishedTargets)).toHaveLength(30)
  expect(['gdp-h1', 'fai-manufacturing-h1', 'low-eff-land-revived', 'low-income-visits', 'pigs-slaughtered'].map((key) => valueOf(key))).toEqual(['68', '6', '500', '6500', '4'])
  expect(yearTargetsOf(publishedTargets).filter(({ measure, value }) => compare(decimal(value), decimal(publishedTargets[figureId(measure)]?.value ?? '0')) <= 0)).toEqual([])
})

test('other values of the half year have other targets, but for what the plan prints; nothing done has none', () => {
  const other = { ...publishedTargets, gdp_h1: { value: '65.3', unit: '亿元' }, mixed_outlets: { value: '1', unit: '个' }, sanwu_boats: { value: '0', unit: '艘' } }
  expect(['gdp-h1', 'mixed-outlets', 'sanwu-boats', 'fai-h1'].map((key) => valueOf(key, other))).toEqual(['140', '2', undefined, '14.7'])
})
