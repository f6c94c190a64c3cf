import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditCheckOf, creditCodeHolds } from './credit-code.ts'
import type { TextFormat } from './text-format.ts'
import { formatWarning, textFormats } from './text-format.ts'

test.each<readonly [TextFormat, string, string | undefined]>([
  ['credit-code', '11330282002979013L', undefined],
  ['credit-code', ' 1133 0282 0029 7901 3l ', undefined],
  ['credit-code', '１１３３０２８２００２９７９０１３Ｌ', undefined],
  ['credit-code', '91350100M000100Y4Z', 'credit-code-shape'],
  ['credit-code', '91350100M000100Y4A', 'credit-code-check'],
  ['credit-code', '330282000012345', 'credit-code-shape'],
  ['citizen-number', '11010519491231002x', undefined],
  ['citizen-number', '110105491231002', 'citizen-number-old'],
  ['citizen-number', '110105194912310021', 'citizen-number-check'],
  ['citizen-number', '110105********0021', undefined],
  ['phone', '13800001234', undefined],
  ['phone', '+86 138-0000-1234', undefined],
  ['phone', '0574-63001234', undefined],
  ['phone', '63001234', undefined],
  ['phone', '400-810-1234', undefined],
  ['phone', '1380000123', 'phone-shape'],
  ['phone', '不详', 'phone-shape'],
])('as %s, %s is warned of by %s', (format, text, warning) => expect(formatWarning(format, text)).toBe(warning))

test('nothing and any text without a form are not warned of', () => {
  for (const format of textFormats) expect(formatWarning(format, '  ')).toBeUndefined()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
    expect(formatWarning(undefined, text)).toBeUndefined()
    for (const format of textFormats) expect(() => formatWarning(format, text)).not.toThrow()
  }))
})

test('one wrong sign of a credit code is always noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  fc.assert(fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }), fc.nat(16), fc.constantFrom(...alphabet), (signs, at, sign) => {
    const body = signs.join('')
    const code = `${body}${creditCheckOf(body) ?? ''}`
    expect(creditCodeHolds(code)).toBe(true)
    if (sign !== code[at]) expect(creditCodeHolds(`${code.slice(0, at)}${sign}${code.slice(at + 1)}`)).toBe(false)
  }))
})
