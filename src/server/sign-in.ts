import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import { findAccount, lockAfter, lockMinutes, loginOf, recordFailure, recordSuccess } from '../store/accounts.ts'
import type { Account } from '../store/accounts.ts'
import { createSession, endSession } from '../store/sessions.ts'
import type { House } from './house.ts'
import { matchesPassword } from './password.ts'
import { newToken, randomSecret } from './session-cookie.ts'
import { SlidingWindow } from './sliding-window.ts'

/** How often one address and one account may try; failures on names that do not exist lock as real ones do, so a lock tells nothing. `byReader` holds back who reads without signing in. */
export type SignInLimits = { readonly byAddress: SlidingWindow; readonly byLogin: SlidingWindow; readonly unknown: SlidingWindow; readonly byReader: SlidingWindow }

const minute = 60_000

/** `perAddress` attempts and `perReader` readings of public pages a minute from one address (an office behind one router shares it), ten attempts on one account. */
export const createLimits = (perAddress = 60, perReader = 300): SignInLimits => ({
  byAddress: new SlidingWindow(perAddress, minute),
  byLogin: new SlidingWindow(10, minute),
  unknown: new SlidingWindow(lockAfter, lockMinutes * minute),
  byReader: new SlidingWindow(perReader, minute),
})

export type Attempt = { readonly login: string; readonly password: string; readonly address: string; readonly at: number; readonly earlier: string | undefined }

/**
 * Signs a person in: always a fresh session id, the earlier one of this browser ended. Answers the cookie's
 * token with the account, or the refusal; takes as long for an unknown name as for a wrong password.
 */
export const signIn = async (house: House, attempt: Attempt): Promise<{ readonly token: string; readonly csrf: string; readonly account: Account } | Refusal> => {
  const { metrics, limits, town } = house
  const login = loginOf(attempt.login)
  const allowed = limits.byAddress.take(attempt.address, attempt.at) && limits.byLogin.take(login, attempt.at)
  if (!allowed) {
    metrics.signIn('limited')
    return refuse('too-many-requests')
  }
  const account = await findAccount(town.db.pool, town.schema, login)
  const lockedFor = account?.lockedFor ?? (limits.unknown.full(login, attempt.at) ? lockMinutes : 0)
  if (lockedFor > 0) return locked(house, lockedFor)
  const right = await matchesPassword(attempt.password, account?.password)
  if (account === undefined || !right) return failed(house, login, account, attempt.at)
  if (account.stopped) {
    metrics.signIn('locked')
    return refuse('account-stopped')
  }
  await recordSuccess(town.db.pool, town.schema, login)
  limits.byLogin.forget(login)
  if (attempt.earlier !== undefined) await endSession(town.db.pool, town.schema, attempt.earlier)
  const { token, id } = newToken()
  const csrf = randomSecret()
  await createSession(town.db.pool, town.schema, { id, login, person: account.person, csrf, address: attempt.address })
  metrics.signIn('ok')
  return { token, csrf, account }
}

const failed = async (house: House, login: string, account: Account | undefined, at: number): Promise<Refusal> => {
  const { town, limits, metrics } = house
  if (account === undefined) limits.unknown.take(login, at)
  const lockedFor = account === undefined ? (limits.unknown.full(login, at) ? lockMinutes : 0) : await recordFailure(town.db.pool, town.schema, login)
  if (lockedFor > 0) return locked(house, lockedFor)
  metrics.signIn('failed')
  return refuse('sign-in-failed')
}

const locked = (house: House, minutes: number): Refusal => {
  house.metrics.signIn('locked')
  return refuse('account-locked', { minutes })
}
