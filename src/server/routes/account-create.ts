import { createAccount } from '../../api/account.ts'
import { appoint } from '../../core/access/reorganise.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { dropLogin, giveLogin, holdLogin } from '../../store/account-order.ts'
import { endpoint } from '../endpoint.ts'
import { oneTimePassword } from '../one-time-password.ts'
import { hashPassword } from '../password.ts'
import { readDay } from '../read-scope.ts'

/**
 * Enters a person with a first post and opens an account for her. The login is held before anything is
 * written and given to her after the commit, so that a taken one leaves no trace.
 */
export const createAccountEndpoint = endpoint({
  route: createAccount,
  load: async ({ input, book, today }) => {
    const from = readDay('from', input.from)
    if (isRefusal(from)) return from
    const { orgs } = book.treeAt(today)
    const unknown = ([['person.org', input.person.org], ['org', input.org]] as const).filter(([, code]) => !orgs.has(code))
    if (unknown.length > 0) return refuse('bad-input', {}, unknown.map(([field, value]) => ({ field, code: 'not-org', details: { value } })))
    return { from, password: oneTimePassword(input.login) }
  },
  prepare: async (snapshot, { input, town }) => {
    const held = await holdLogin(town.db.pool, town.schema, input.login, await hashPassword(snapshot.password))
    return held ? snapshot : refuse('login-taken', { login: input.login }, [{ field: 'login', code: 'login-taken', details: { login: input.login } }])
  },
  decide: ({ from }, { input }) => ({ changes: appoint(input.person, { role: input.role, org: input.org }, from, createAccount.verb) }),
  explain: async (refusal, _, { input, town }) => {
    await dropLogin(town.db.pool, town.schema, input.login)
    return refusal
  },
  present: async ({ password }, { input, town, caller, log }, { id, journal }) => {
    await giveLogin(town.db.pool, town.schema, input.login, id)
    log.warn({ verb: createAccount.verb, by: caller.person, person: id, journal }, 'account opened')
    return { id, journal, login: input.login, password }
  },
})
