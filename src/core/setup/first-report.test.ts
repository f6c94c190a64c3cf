import { expect, test } from 'vitest'
import { decimal } from '../quantity/decimal.ts'
import { figureCover } from './first-report.ts'

const figure = (measure: string, value: string | null, rows: number, base: string | null = null) => ({ measure, value: value === null ? null : decimal(value), rows, base: base === null ? null : decimal(base), change: null })

test('a nought that nothing was counted for is not told, a nought of rows is', () => {
  const { told, untold } = figureCover([figure('a', '0', 0), figure('b', '0', 2), figure('c', '5', 1), figure('d', null, 0)], () => true)
  expect([told, untold]).toEqual([['b', 'c'], ['a', 'd']])
})

test('a figure is compared where last year has a value; those told without comparison are not asked for one', () => {
  const { compared, uncompared } = figureCover([figure('a', '1', 1, '2'), figure('b', '1', 1, '0'), figure('c', '1', 1), figure('d', '1', 1)], (key) => key !== 'd')
  expect([compared, uncompared]).toEqual([['a'], ['b', 'c']])
})
