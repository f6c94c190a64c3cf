import { expect, test } from 'vitest'
import { firmName, identityOf } from './invented.ts'

test('identity numbers are all different, of no place, and never valid', () => {
  const seen = new Set<string>()
  for (let n = 0; n < 20_000; n += 1) {
    const { identity, born } = identityOf(n)
    seen.add(identity)
    expect(identity).toMatch(/^999999(19[1-4]\d)(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}[\dX]$/)
    expect(Number(identity.slice(6, 10))).toBe(born)
    expect(isValid(identity)).toBe(false)
  }
  expect(seen.size).toBe(20_000)
  expect(isValid('11010519491231002X')).toBe(true)
})

test('firms are all different and say that they are examples', () => {
  const names = Array.from({ length: 25_000 }, (_, n) => firmName(n))
  expect(new Set(names).size).toBe(names.length)
  expect(names.every((name) => name.startsWith('示例') && name.includes('有限公司'))).toBe(true)
  const traders = Array.from({ length: 40 }, (_, n) => firmName(7000 + n, '商贸'))
  expect(new Set(traders).size).toBe(40)
})

/** GB 11643: the weighted sum of all digits, the check character included, leaves 1. */
const isValid = (identity: string): boolean => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
  const sum = [...identity].reduce((all, digit, at) => all + (digit === 'X' ? 10 : Number(digit)) * (weights[at] ?? 0), 0)
  return sum % 11 === 1
}
