import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citizenCheckOf, citizenNumberProblem } from './citizen-number.ts'

test('the example of the standard holds, and its neighbours do not', () => {
  expect(citizenNumberProblem('11010519491231002X')).toBeUndefined()
  expect(citizenNumberProblem('110105194912310021')).toBe('check')
  expect(citizenNumberProblem('11010519491331002X')).toBe('date')
  expect(citizenNumberProblem('11010519490229002X')).toBe('date')
})

test.each(['', '1101051949123100', '11010519491231002Y', '1101051949123100XX', '01010519491231002X', '11010519491231002x'])('%s has not the shape', (number) => expect(citizenNumberProblem(number)).toBe('shape'))

test('fifteen digits with a day are the old form', () => {
  expect(citizenNumberProblem('110105491231002')).toBe('old')
  expect(citizenNumberProblem('110105491331002')).toBe('date')
})

const numbers = fc.tuple(fc.constantFrom('330282', '110105', '810000', '910000'), fc.integer({ min: 1930, max: 2023 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 999 })).map(([place, year, month, day, order]) => {
  const digits = `${place}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`
  return `${digits}${citizenCheckOf(digits)}`
})

test('a well made number holds; one wrong digit, or two neighbours changed about, is always noticed', () => {
  fc.assert(fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
    expect(citizenNumberProblem(number)).toBeUndefined()
    const other = (Number(number[at]) + by) % 10
    expect(citizenNumberProblem(`${number.slice(0, at)}${other}${number.slice(at + 1)}`)).toBeDefined()
    if (at < 16 && number[at] !== number[at + 1]) expect(citizenNumberProblem(`${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`)).toBeDefined()
  }))
})
