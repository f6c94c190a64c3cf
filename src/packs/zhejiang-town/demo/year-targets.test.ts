import { expect, test } from 'vitest'
import { parseDecimal } from '../../../core/quantity/decimal.ts'
import { zhejiangTown } from '../pack.ts'
import { demoPlaces, yearTargets } from './year-targets.ts'

test('every target and place of the demonstration is of a measure of the pack, once, and names where it is from', () => {
  const known = new Set(zhejiangTown.measures.filter((measure) => measure.part !== true).map((measure) => measure.key))
  for (const list of [yearTargets, demoPlaces]) {
    const keys = list.map((each) => each.measure)
    expect(keys.filter((key) => !known.has(key))).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  }
  expect(yearTargets.filter((target) => parseDecimal(target.value) === undefined || target.source === '')).toEqual([])
  expect(demoPlaces.filter(({ place, among }) => Number(place) < 1 || Number(place) > Number(among))).toEqual([])
})
