import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import { maskText, maskValue } from './mask.ts'

const field = (more: Partial<Field>): Field => ({ key: 'it', title: { zh: '项', en: 'item' }, kind: 'text', ...more })

test.each([
  ['张三', '张*'],
  ['欧阳示例', '欧*'],
  ['13800001234', '138****1234'],
  ['+86 138-0000-1234', '138****1234'],
  ['000000199001011234', '000000********1234'],
  ['00000019900101123X', '000000********123X'],
  ['0574-63000000', '057*****00'],
  ['6222020000001234', '****1234'],
  ['示例路1号', '示*'],
  ['𠮷田', '𠮷*'],
])('%s is shown as %s', (plain, shown) => {
  expect(maskText(plain)).toBe(shown)
})

test('only personal fields are masked, sealed ones wholly, empty ones not at all', () => {
  expect(maskValue(field({}), '张三')).toBe('张三')
  expect(maskValue(field({ personal: 'restricted' }), '张三')).toBe('张*')
  expect(maskValue(field({ personal: 'restricted', kind: 'day' }), '1990-01-01')).toBe('*')
  expect(maskValue(field({ personal: 'restricted', kind: 'flag' }), true)).toBe('*')
  expect(maskValue(field({ personal: 'sealed', kind: 'sealed' }), 'abc')).toBe('••••••')
  expect(maskValue(field({ personal: 'restricted' }), null)).toBe(null)
})
