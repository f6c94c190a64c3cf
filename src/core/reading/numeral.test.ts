import { expect, test } from 'vitest'
import { numeralAt } from './numeral.ts'

test.each([
  ['1,234.5亩', '1234.5', 7],
  ['12,34', '12', 2],
  ['三万五千亩', '35000', 4],
  ['一亿二千万元', '120000000', 5],
  ['一百零五人', '105', 4],
  ['三千五', '3500', 3],
  ['十二', '12', 2],
  ['二〇二三年', '2023', 4],
  ['一点五倍', '1.5', 3],
  ['两', '2', 1],
])('%s is %s', (text, value, to) => {
  expect(numeralAt(text, 0)).toMatchObject({ value, to })
})

test('万 alone is no number', () => expect(numeralAt('万人', 0)).toBeUndefined())
