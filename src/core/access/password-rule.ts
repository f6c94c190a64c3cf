import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'

/** Shortest password and how many of the four kinds of character it must mix (HANDBOOK §4.1, usual test value). */
const shortest = 8
const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}\s]/u] as const
const mixed = 3

/** Why a new password may not be set for a login; undefined when it may. */
export const passwordProblem = (password: string, login: string): Refusal | undefined => {
  const problem = (code: 'password-short' | 'password-plain' | 'password-is-login'): Refusal => refuse('bad-input', {}, [{ field: 'next', code, details: { min: shortest, kinds: mixed } }])
  if ([...password].length < shortest) return problem('password-short')
  if (kinds.filter((kind) => kind.test(password)).length < mixed) return problem('password-plain')
  return password.toLowerCase().includes(login.toLowerCase()) ? problem('password-is-login') : undefined
}
