import { expect, test } from 'vitest'
import { hazardLedger } from '../../../test/builders/hazard-ledger.ts'
import { smallLedgers } from '../../../test/builders/small-town.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Fields } from '../ledger/value.ts'
import { words } from '../words.ts'
import { all, cohort, count, is, known, not } from './builders.ts'
import { compileContributions } from './contributions.ts'
import { countedOf } from './counted.ts'
import { describeMeasure } from './describe.ts'
import type { Definition, Measure } from './measure.ts'

const ledger = hazardLedger()
const measure = (definition: Definition): Measure => ({ key: 'counted', title: words('数', 'number'), about: words('数', 'number'), line: 'test', owner: 'order', display: { unit: '处', scale: '', decimals: 0, changeDecimals: 1 }, change: 'percent', definition })
const entry = (fields: Fields): Entry => ({ ledger: 'hazard', id: 1, version: 1, void: false, spans: [{ from: null, to: null, fields: { day: '2023-06-01', org: 'v1', ...fields } }] })

const struck = entry({ state: 'closed', settled: '2023-06-20', on_time: true, closed: '2023-06-20' })
const merged = entry({ state: 'fixing', settled: '2023-06-20', merged: true })
const counts = (definition: Definition, of: Entry): number => compileContributions(measure(definition), ledger)(of).length

test.each<[string, Definition]>([
  ['by the day it was settled', cohort('hazard', 'settled')],
  ['as settled of those found', cohort('hazard', 'day', 'settled')],
  ['as one that has a day of settling', count('hazard', known('settled'))],
  ['by its state', count('hazard', is('state', 'fixing'))],
])('a matter merged into another is not counted %s', (_, definition) => {
  expect(counts(definition, merged)).toBe(0)
  expect(counts(definition, struck)).toBe(definition.kind === 'count' && definition.where?.kind === 'is' ? 0 : 1)
})

test('it stays one that was found, and is counted where merging itself is asked about', () => {
  expect([counts(count('hazard'), merged), counts(cohort('hazard', 'day'), merged), counts(cohort('hazard', 'settled', undefined, is('merged', true)), merged), counts(cohort('hazard', 'settled', undefined, is('merged', true)), struck)]).toEqual([1, 1, 1, 0])
})

test('a condition keeps what it says beside', () => {
  const level = not(is('level', 'major'))
  expect(countedOf(cohort('hazard', 'settled', undefined, level), ledger)).toEqual(all(level, not(is('merged', true))))
  expect(countedOf(count('sale', is('kind', 'pig')), smallLedgers.find(({ key }) => key === 'sale') ?? ledger)).toEqual(is('kind', 'pig'))
})

test('the sentence of a measure says so', () => {
  expect(describeMeasure(measure(cohort('hazard', 'settled')), { ledgers: new Map([['hazard', ledger]]), measures: new Map() })).toEqual({
    zh: '台账“隐患”中非（“已并入他件”为是）的条目，按“办结日”归月的条数。',
    en: 'Entries of the ledger "Hazards", rows where not ("Merged into another" is yes), found in the period by "Settled".',
  })
})
