import { randomInt } from 'node:crypto'
import { passwordProblem } from '../core/access/password-rule.ts'

/** Signs that are not taken for one another when a password is read aloud or copied by hand. */
const capitals = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const smalls = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'
const group = 5

/** A password for one sign-in, 60 bits: `KWTRD-hbnqe-48293`. It meets the rule for passwords of that login. */
export const oneTimePassword = (login: string): string => {
  for (;;) {
    const password = [capitals, smalls, digits].map(drawn).join('-')
    if (passwordProblem(password, login) === undefined) return password
  }
}

const drawn = (signs: string): string => Array.from({ length: group }, () => signs[randomInt(signs.length)] ?? '').join('')
