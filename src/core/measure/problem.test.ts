import { expect, test } from 'vitest'
import { smallLedgers, smallMeasures } from '../../../test/builders/small-town.ts'
import { systemLedgers } from '../ledger/system.ts'
import { count, openingOf, ratio, reported, stock, total } from './builders.ts'
import type { Definition, Measure } from './measure.ts'
import { measureProblem } from './problem.ts'

const ledgers = new Map([...systemLedgers, ...smallLedgers].map((ledger) => [ledger.key, ledger]))
const measures = new Map(smallMeasures.map((measure) => [measure.key, measure]))
const like = (key: string, definition: Definition): Measure => ({ ...(smallMeasures[0] as Measure), key, definition })
const problem = (key: string, definition: Definition): string | undefined => measureProblem(like(key, definition), { ledgers, measures })

test('every measure of the small town may be declared again', () => {
  for (const measure of smallMeasures) expect(measureProblem(measure, { ledgers, measures }), measure.key).toBeUndefined()
})

test('a formula is not built on a quotient, nor a quotient put under a formula that stands', () => {
  expect(problem('rate', total('close-rate'))).toBe('rate: close-rate is a quotient; build on what it divides')
  expect(problem('sales', ratio('cases-closed', 'cases-found'))).toBe('pigs-less-sales: sales is a quotient; build on what it divides')
  expect(problem('money', ratio('cases-closed', 'cases-found'))).toBeUndefined()
})

test('only what has a value on a day is taken at the start of a year', () => {
  expect(problem('opening', openingOf('devices-on'))).toBeUndefined()
  expect(problem('opening', openingOf('output'))).toBeUndefined()
  expect(problem('opening', openingOf('sales'))).toBe('opening: sales has no value at the start of a year')
  expect(problem('opening', openingOf('pigs-less-sales'))).toBe('opening: pigs has no value at the start of a year')
  expect(problem('device-value', count('device'))).toBe('opening-value: device-value has no value at the start of a year')
  expect(problem('device-value', stock('device'))).toBeUndefined()
  expect(problem('device-value', reported('point'))).toBeUndefined()
})

test('a formula does not contain itself', () => {
  expect(problem('sales', total('sales'))).toBe('sales: a formula may not contain itself')
  expect(problem('sales', total('pigs-less-sales'))).toBe('sales: the formula goes round in a circle through pigs-less-sales')
})
