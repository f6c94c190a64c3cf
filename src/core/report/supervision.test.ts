import { expect, test } from 'vitest'
import type { Day } from '../time/day.ts'
import { nextNumber } from './supervision.ts'

test('numbers run in one series a year', () => {
  const today = '2023-07-03' as Day
  expect(nextNumber(today, [])).toBe('督〔2023〕1号')
  expect(nextNumber(today, ['督〔2023〕9号', '督〔2023〕10号', '督〔2022〕40号', '旧〔2023〕99号'])).toBe('督〔2023〕11号')
})
