import { expect, test } from 'vitest'
import { unitWords } from './unit-words.ts'

test('a printed unit is told in the language that is read', () => {
  expect(unitWords('亿元', 'zh')).toBe('亿元')
  expect(unitWords('亿元', 'en')).toBe('100 million yuan')
  expect(unitWords('户', 'en')).toBe('households')
  expect(unitWords('', 'en')).toBe('')
})
