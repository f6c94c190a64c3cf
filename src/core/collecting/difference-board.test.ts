import { expect, test } from 'vitest'
import { decimal } from '../quantity/decimal.ts'
import type { BookValue, Telling } from './difference-board.ts'
import { differences } from './difference-board.ts'
import type { ToldValue } from './told-value.ts'

const display = { unit: '头', scale: '万', decimals: 2, changeDecimals: 1 } as const
const book = (exact: string | null): ReadonlyMap<string, BookValue> => new Map([['pigs', { exact: exact === null ? null : decimal(exact), display }]])
const asBook: ToldValue = { as: 'book', measure: 'pigs' }
const own = (value: string, scale: '' | '万' = ''): ToldValue => ({ as: 'other', measure: 'pigs', value, scale, unit: '头', reason: '口径不同' })
const telling = (answer: number, ...values: readonly ToldValue[]): Telling => ({ answer, org: `o${answer}`, writer: answer, values })
const bases = (...given: Parameters<typeof differences>) => differences(...given).map((each) => [each.book, ...each.sides.map((side) => side.base)])

test('one value told in two units and scales is no difference', () => {
  expect(bases([telling(1, own('2.07', '万')), telling(2, own('20712')), telling(3, asBook)], book('20700'))).toEqual([])
})

test('an office against the book, and two offices against each other, are told with every side', () => {
  expect(bases([telling(1, own('2.1', '万')), telling(2, asBook)], book('20712'))).toEqual([['20712', '21000', '20712']])
  expect(differences([telling(1, own('21000')), telling(2, own('22000'))], book('21000'))).toEqual([{ measure: 'pigs', book: '21000', sides: [{ answer: 1, org: 'o1', writer: 1, base: '21000', own: own('21000') }, { answer: 2, org: 'o2', writer: 2, base: '22000', own: own('22000') }] }])
})

test('a value the book does not have is shown, an empty book that all leave empty is not', () => {
  expect(bases([telling(1, own('5'))], book(null))).toEqual([[null, '5']])
  expect(bases([telling(1, asBook)], book(null))).toEqual([])
})

test('areas are compared in the base unit', () => {
  const area = { unit: '亩', scale: '', decimals: 1, changeDecimals: 1 } as const
  const land = (value: string, unit: '亩' | '公顷'): ToldValue => ({ as: 'other', measure: 'land', value, scale: '', unit, reason: '测绘' })
  const ground = new Map([['land', { exact: decimal('15'), display: area }]])
  expect(differences([telling(1, land('1', '公顷'))], ground)).toEqual([])
  expect(differences([telling(1, land('2', '公顷'))], ground)).toHaveLength(1)
})
