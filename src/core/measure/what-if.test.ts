import { expect, test } from 'vitest'
import type { Cell } from '../journal/tally.ts'
import { decimal } from '../quantity/decimal.ts'
import { day } from '../time/day.ts'
import { month } from '../time/month.ts'
import type { Slot } from './figure.ts'
import { movedHalves, sumsWith } from './what-if.ts'

const cell = (more: Partial<Cell>): Cell => ({ series: 1, org: 'v1', day: day('2023-06-10'), cohort: null, amount: decimal('2'), rows: 1, first: 9, last: 9, ...more })
const slot: Slot = { measure: 'pigs', window: { from: day('2023-01-01'), to: day('2023-06-30'), cohorts: null } }
const sums = () => ({ amount: decimal('10'), rows: 4 })
const told = (cells: readonly Cell[], orgs?: ReadonlySet<string>) => sumsWith(sums, cells, (series) => (series === 1 ? 'pigs' : 'sheep'), orgs)(slot)

test('what would be posted within the window, of the measure and in the scope is added, and nothing else', () => {
  expect(told([cell({}), cell({ amount: decimal('-5'), rows: -1 })])).toEqual({ amount: '7', rows: 4 })
  expect(told([cell({ day: day('2023-07-01') }), cell({ series: 2 })])).toEqual({ amount: '10', rows: 4 })
  expect(told([cell({ org: 'v2' })], new Set(['v1']))).toEqual({ amount: '10', rows: 4 })
})

test('what no sum answers stays unknown', () => expect(sumsWith(() => undefined, [cell({})], () => 'pigs', undefined)(slot)).toBeUndefined())

test('the halves moved are those of the days, or of the months cases were found in', () => {
  expect(movedHalves([cell({}), cell({ day: day('2023-07-02') }), cell({ day: day('2023-08-02') })]).map(({ key }) => key)).toEqual(['2023H1', '2023H2'])
  expect(movedHalves([cell({ day: day('2023-07-02'), cohort: month('2023-05') })]).map(({ key }) => key)).toEqual(['2023H1'])
})
