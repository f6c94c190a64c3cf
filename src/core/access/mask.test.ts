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

test.each([
  ['name', '欧阳示例', '欧*'],
  ['phone', '+86 138-0000-1234', '138****1234'],
  ['phone', '0574-63000000', '057*****00'],
  ['phone', '63001', '****'],
  ['identity', '000000199001011234', '000000********1234'],
  ['identity', 'E12345678', '********'],
  ['account', '6222020000001234', '****1234'],
  ['account', '1234', '****'],
  ['address', '示例市示例镇下灶村三组12号', '示例市示例镇下灶村***'],
  ['address', '示例镇阳光社区5幢301室', '示例镇阳光社区***'],
  ['address', '示例镇村前路3号', '示例镇***'],
  ['address', '示例路3号', '***'],
] as const)('declared a %s, %s is shown as %s', (mask, plain, shown) => {
  expect(maskValue(field({ personal: 'restricted', mask }), plain)).toBe(shown)
})

test('only personal fields are masked, sealed ones wholly, empty ones not at all', () => {
  expect(maskValue(field({}), '张三')).toBe('张三')
  expect(maskValue(field({ personal: 'restricted' }), '张三')).toBe('张*')
  expect(maskValue(field({ personal: 'restricted', kind: 'day' }), '1990-01-01')).toBe('*')
  expect(maskValue(field({ personal: 'restricted', kind: 'flag' }), true)).toBe('*')
  expect(maskValue(field({ personal: 'sealed', kind: 'sealed' }), 'abc')).toBe('••••••')
  expect(maskValue(field({ personal: 'restricted' }), null)).toBe(null)
})
