import { changePassword, createSession, endSession, readSession } from '../../api/session.ts'
import { passwordProblem } from '../../core/access/password-rule.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { findAccount, setPassword } from '../../store/accounts.ts'
import { endOtherSessions, endSession as forgetSession } from '../../store/sessions.ts'
import type { Call } from '../call.ts'
import { plainEndpoint } from '../call.ts'
import { hashPassword, matchesPassword } from '../password.ts'
import { presentSession } from '../present-session.ts'
import { claimedSession, clearSessionCookie, setSessionCookie } from '../session-cookie.ts'
import { signIn } from '../sign-in.ts'

export const createSessionEndpoint = plainEndpoint({
  route: createSession,
  answer: async ({ login, password }, { house, request, reply }) => {
    const signed = await signIn(house, { login, password, address: request.ip, at: Date.now(), earlier: claimedSession(request, house) })
    if (isRefusal(signed)) return signed
    setSessionCookie(reply, signed.token, house)
    return presentSession(house, signed.account.person, signed.csrf, signed.account.mustChange)
  },
})

export const readSessionEndpoint = plainEndpoint({
  route: readSession,
  answer: async (_, { house, session }) => (session === undefined ? refuse('not-signed-in') : presentSession(house, session.person, session.csrf, session.mustChange)),
})

export const endSessionEndpoint = plainEndpoint({
  route: endSession,
  answer: async (_, { house, reply, session }) => {
    if (session !== undefined) await forgetSession(house.town.db.pool, house.town.schema, session.id)
    clearSessionCookie(reply, house)
    return { ended: true as const }
  },
})

export const changePasswordEndpoint = plainEndpoint({
  route: changePassword,
  answer: async ({ current, next }, call) => {
    const { house, session } = call
    if (session === undefined) return refuse('not-signed-in')
    const problem = passwordProblem(next, session.login)
    if (problem !== undefined) return problem
    if (!house.limits.byLogin.take(session.login, Date.now())) return refuse('too-many-requests')
    if (!(await isPassword(call, session.login, current))) return refuse('bad-input', {}, [{ field: 'current', code: 'password-wrong', details: {} }])
    await setPassword(house.town.db.pool, house.town.schema, session.login, await hashPassword(next))
    await endOtherSessions(house.town.db.pool, house.town.schema, session.login, session.id)
    return { changed: true as const }
  },
})

const isPassword = async ({ house }: Call, login: string, password: string): Promise<boolean> => {
  const account = await findAccount(house.town.db.pool, house.town.schema, login)
  return matchesPassword(password, account?.password)
}
