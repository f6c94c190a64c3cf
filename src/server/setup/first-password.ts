import { claimMinutes } from '../../core/setup/setup-step.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Town } from '../../store/town.ts'
import { oneTimePassword } from '../one-time-password.ts'
import { hashPassword, matchesPassword } from '../password.ts'
import { fieldProblem } from '../read-scope.ts'
import type { SetupMark } from './setup-mark.ts'
import { findSetup, putSetup } from './setup-mark.ts'

/**
 * A fresh one-time password for the first account, in place of any before it; undefined where the town has its first
 * account. Only its argon2id text is kept; `now` is in milliseconds.
 */
export const newFirstPassword = async ({ db, schema }: Town, now: number): Promise<string | undefined> => {
  const mark = await findSetup(db.pool, schema)
  if (mark?.state !== 'unclaimed') return undefined
  const password = oneTimePassword('zhenwu')
  await putSetup(db.pool, schema, { ...mark, secret: { password: await hashPassword(password), until: new Date(now + claimMinutes * 60_000).toISOString() } })
  return password
}

/** Why a one-time password does not open the first account. */
export const firstPasswordProblem = async (mark: SetupMark | undefined, password: string, now: number): Promise<Refusal | undefined> => {
  if (mark?.state !== 'unclaimed') return refuse('setup-claimed')
  if (mark.secret === undefined || now >= Date.parse(mark.secret.until)) return fieldProblem('password', 'setup-password-over')
  return (await matchesPassword(password, mark.secret.password)) ? undefined : fieldProblem('password', 'setup-password-wrong')
}
