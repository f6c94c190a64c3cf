import { expect, test } from 'vitest'
import { smallLedgers, smallMeasures } from '../../../test/builders/small-town.ts'
import { systemLedgers } from '../ledger/system.ts'
import type { Measure } from './measure.ts'
import { touchedBy } from './touched.ts'

const ledgers = new Map([...systemLedgers, ...smallLedgers].map((ledger) => [ledger.key, ledger]))
const measures = new Map(smallMeasures.map((measure) => [measure.key, measure]))
const keys = [...measures.keys()]
const touched = (...changed: readonly string[]): readonly string[] => touchedBy(new Set(changed), keys, { ledgers, measures })

test('a change of a ledger touches what it posts to and what is made of that', () => {
  expect(touched('case')).toEqual(['cases-found', 'cases-closed', 'close-rate'])
  expect(touched('sale')).toEqual(['sales', 'pigs', 'money', 'pigs-less-sales'])
  expect(touched('device')).toEqual(['devices-on', 'device-value', 'devices-new', 'opening-value', 'value-reduction'])
  expect(touched('section', 'remark', 'person')).toEqual([])
  expect(touched()).toEqual([])
})

test('a part tells its share anew when its whole moves', () => {
  const part: Measure = { ...(measures.get('households') as Measure), partOf: 'pigs' }
  expect(touchedBy(new Set(['sale']), ['households', 'cases-found'], { ledgers, measures: new Map([...measures, ['households', part]]) })).toEqual(['households'])
})

test('an org, a reported value, a target, a definition or a measure not known touches all', () => {
  for (const ledger of ['org', 'reported', 'target', 'measure']) expect(touched(ledger)).toEqual(keys)
  expect(touchedBy(new Set(['visit']), ['pigs', 'cows'], { ledgers, measures })).toEqual(['cows'])
})
