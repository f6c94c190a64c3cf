import { expect, test } from 'vitest'
import type { ReadFigureOut } from '../../../api/source.ts'
import { toldInBook } from './told-in-book.ts'

const told = (value: string, unit: string, qualifier: ReadFigureOut['qualifier'], inBase: string | null, book: string | null, base = unit.replace(/^[万亿]/, '')) =>
  toldInBook(
    { quote: '', offset: 0, subject: '', value, unit, qualifier, value_high: null, change: null, share_percent: null, completion_percent: null, completion_base: null, period: null, attached: [], rules: [], periodKey: null, suggestions: [] },
    { measure: 'm', title: { zh: '', en: '' }, unit: base, score: 1, value: inBase, book },
  )

test('a rounded number with its word is true of the exact one in the book, within what the word allows', () => {
  expect(told('1.52', '万件', 'over', '15200', '15233')).toBe(true)
  expect(told('1.52', '万件', 'over', '15200', '15333')).toBe(false)
  expect(told('90', '%', null, '90', '90.00196')).toBe(true)
  expect(told('90', '%', null, '90', '91')).toBe(false)
  expect(told('3', '公顷', null, '45', '45', '亩')).toBe(true)
  expect(told('50', '家', 'at_most', '50', '48')).toBe(true)
})

test('where text or book tells no value, nothing is said', () => {
  expect([told('5', '家', null, null, '5'), told('5', '家', null, '5', null)]).toEqual([undefined, undefined])
})
