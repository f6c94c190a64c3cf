import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from './conditions.ts'
import { conditionsText, parseConditions } from './conditions.ts'

test('conditions are read as an address writes them', () => {
  expect(parseConditions('kind:pig|sheep;day>=2023-01-01; name~A%3BB ;org^v1;closed!;money?')).toEqual([
    { field: 'kind', sign: ':', values: ['pig', 'sheep'] },
    { field: 'day', sign: '>=', values: ['2023-01-01'] },
    { field: 'name', sign: '~', values: ['A;B'] },
    { field: 'org', sign: '^', values: ['v1'] },
    { field: 'closed', sign: '!', values: [] },
    { field: 'money', sign: '?', values: [] },
  ])
  expect(parseConditions('nonsense;;money?3;>=3;kind:')).toEqual(['nonsense', 'money?3', '>=3', { field: 'kind', sign: ':', values: [''] }])
  expect([parseConditions(undefined), conditionsText([])]).toEqual([[], undefined])
})

test('every condition survives the address', () => {
  const field = fc.constantFrom('kind', 'head_count', 'a1')
  const value = fc.string({ unit: fc.constantFrom('a', '猪', ';', '|', '%', '3', 'B', ':', '>', '=') }).filter((text) => text.trim() === text)
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ field, sign: fc.constant(':' as const), values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ field, sign: fc.constantFrom('~' as const, '^' as const, '>=' as const, '<=' as const), values: fc.array(value, { minLength: 1, maxLength: 1 }) }),
    fc.record({ field, sign: fc.constantFrom('?' as const, '!' as const), values: fc.constant([]) }),
  )
  fc.assert(fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), (conditions) => {
      expect(parseConditions(conditionsText(conditions))).toEqual(conditions)
    }), { seed: 20230630 })
})
