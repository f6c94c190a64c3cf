import { expect, test } from 'vitest'
import { numberText } from './number-text.ts'

test('thousands are set apart and decimals are left alone', () => {
  expect(numberText('1340.8612')).toBe('1,340.8612')
  expect(numberText('-1234567')).toBe('-1,234,567')
  expect(numberText('999')).toBe('999')
})
