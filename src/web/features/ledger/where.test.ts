import { expect, test } from 'vitest'
import { parseWhere, whereText } from './where.ts'

test('conditions survive the address', () => {
  const conditions = [
    { field: 'kind', sign: ':', value: 'pig' },
    { field: 'day', sign: '>=', value: '2023-01-01' },
    { field: 'head_count', sign: '<=', value: '20.5' },
  ] as const
  expect(parseWhere(whereText(conditions))).toEqual(conditions)
})

test('what is no condition is left out', () => {
  expect(parseWhere('nonsense;kind:pig;>=3')).toEqual([{ field: 'kind', sign: ':', value: 'pig' }])
  expect(whereText([])).toBeUndefined()
})
