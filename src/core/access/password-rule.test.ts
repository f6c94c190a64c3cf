import { expect, test } from 'vitest'
import { passwordProblem } from './password-rule.ts'

const why = (password: string, login = 'clerk'): string | undefined => passwordProblem(password, login)?.fields?.[0]?.code

test('a password is long enough, mixed enough, and not the login', () => {
  expect(why('Ab3-xy7')).toBe('password-short')
  expect(why('abcdefgh')).toBe('password-plain')
  expect(why('abcdefg1')).toBe('password-plain')
  expect(why('Clerk-2023', 'clerk')).toBe('password-is-login')
  expect(why('Abcdefg1')).toBeUndefined()
  expect(why('abcdef-1')).toBeUndefined()
  expect(why('镇务-Aa12')).toBe('password-short')
  expect(why('镇务-Aa123')).toBeUndefined()
})
