import { changePassword, createSession, endSession, readSession } from '../../api/session.ts'
import type { Session } from '../../api/session.ts'
import { passwordProblem } from '../../core/access/password-rule.ts'
import { mayUse, roles } from '../../core/access/policy.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import { findAccount, setPassword } from '../../store/accounts.ts'
import { endOtherSessions, endSession as forgetSession } from '../../store/sessions.ts'
import type { Call } from '../call.ts'
import { plainEndpoint } from '../call.ts'
import type { House } from '../house.ts'
import { orgRef } from '../org-ref.ts'
import { hashPassword, matchesPassword } from '../password.ts'
import { loadCaller } from '../posts.ts'
import { claimedSession, clearSessionCookie, setSessionCookie } from '../session-cookie.ts'
import { signIn } from '../sign-in.ts'
import { townInfo } from '../town-info.ts'
import { askedVerbs } from './verbs.ts'

export const createSessionEndpoint = plainEndpoint({
  route: createSession,
  answer: async ({ login, password }, { house, request, reply }) => {
    const signed = await signIn(house, { login, password, address: request.ip, at: Date.now(), earlier: claimedSession(request, house.secure) })
    if (isRefusal(signed)) return signed
    setSessionCookie(reply, signed.token, house.secure)
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
    clearSessionCookie(reply, house.secure)
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

const presentSession = async (house: House, person: number, csrf: string, mustChange: boolean): Promise<Session> => {
  const { town } = house
  const book = await town.book()
  const today = house.today()
  const caller = await loadCaller(town.db.pool, town.schema, person, today)
  const tree = book.treeAt(today)
  return {
    person: { id: person, name: caller.name },
    posts: caller.posts.map(({ role, org }) => ({ role, title: roleTitle(role), org: orgRef(tree, org) })),
    town: townInfo(house, book),
    token: csrf,
    mustChange,
    can: Object.fromEntries(askedVerbs.map((verb) => [verb, mayUse(caller.posts, verb)])),
  }
}

const roleTitle = (key: string): Words => roles.find((role) => role.key === key)?.title ?? words(key, key)
