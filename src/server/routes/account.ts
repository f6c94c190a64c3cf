import type { z } from 'zod'
import { listAccounts, lockAccount, resetAccount, unlockAccount } from '../../api/account.ts'
import type { PersonOut } from '../../api/account.ts'
import { roles } from '../../core/access/policy.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import type { ListedAccount } from '../../store/account-list.ts'
import { listPeople } from '../../store/account-list.ts'
import { openLogin, resetLogin, stopLogin } from '../../store/account-order.ts'
import type { Account } from '../../store/accounts.ts'
import { findAccount } from '../../store/accounts.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { oneTimePassword } from '../one-time-password.ts'
import { orgRef } from '../org-ref.ts'
import { hashPassword } from '../password.ts'
import { fieldProblem } from '../read-scope.ts'

export const listAccountsEndpoint = endpoint({
  route: listAccounts,
  load: async ({ town, today }, reader) => listPeople(reader, town.schema, today),
  present: (people, { book, today, caller }) => {
    const tree = book.treeAt(today)
    return {
      people: people.map(({ id, name, org, account, posts }) => ({
        id,
        name,
        org: orgRef(tree, org),
        posts: posts.map((post) => ({ ...post, title: roles.find((role) => role.key === post.role)?.title ?? words(post.role, post.role), org: orgRef(tree, post.org) })),
        login: account?.login ?? null,
        state: stateOf(account),
        signedInAt: account?.signedInAt ?? null,
        can: canOf(account, id === caller.person),
      })),
      roles: roles.map(({ key, title }) => ({ key, title })),
    }
  },
})

export const resetAccountEndpoint = endpoint({
  route: resetAccount,
  load: async (ask, reader) => {
    const account = await loadOther(ask, reader)
    return isRefusal(account) ? account : { login: account.login, person: account.person, password: oneTimePassword(account.login) }
  },
  prepare: async (reset, { town, caller, house, log }) => {
    await resetLogin(town.db.pool, town.schema, reset.login, await hashPassword(reset.password))
    house.limits.byLogin.forget(reset.login)
    log.warn({ verb: resetAccount.verb, by: caller.person, person: reset.person }, 'password reset')
    return reset
  },
  present: ({ login, password }) => ({ login, password }),
})

export const lockAccountEndpoint = endpoint({
  route: lockAccount,
  load: async (ask, reader) => loadOther(ask, reader),
  prepare: async (account, { town, caller, log }) => {
    await stopLogin(town.db.pool, town.schema, account.login)
    log.warn({ verb: lockAccount.verb, by: caller.person, person: account.person }, 'account stopped')
    return account
  },
  present: ({ login }) => ({ login }),
})

export const unlockAccountEndpoint = endpoint({
  route: unlockAccount,
  load: async (ask, reader) => loadOther(ask, reader),
  prepare: async (account, { town, caller, house, log }) => {
    await openLogin(town.db.pool, town.schema, account.login)
    house.limits.byLogin.forget(account.login)
    log.warn({ verb: unlockAccount.verb, by: caller.person, person: account.person }, 'account opened again')
    return account
  },
  present: ({ login }) => ({ login }),
})

/** The account named, which must be someone else's: nobody opens a way in for herself or shuts herself out. */
const loadOther = async ({ input, town, caller }: Ask<z.output<typeof resetAccount.input>>, reader: Reader): Promise<Account | Refusal> => {
  const account = await findAccount(reader, town.schema, input.login)
  if (account === undefined || account.person === 0) return fieldProblem('login', 'not-found', { what: input.login })
  return account.person === caller.person ? refuse('own-account') : account
}

const stateOf = (account: ListedAccount | null): PersonOut['state'] => {
  if (account === null) return 'none'
  if (account.stopped) return 'stopped'
  if (account.locked) return 'locked'
  return account.mustChange ? 'first' : 'open'
}

const canOf = (account: ListedAccount | null, own: boolean): PersonOut['can'] => {
  if (account === null || own) return { reset: false, lock: false, unlock: false }
  return { reset: !account.stopped, lock: !account.stopped, unlock: account.stopped || account.locked }
}
