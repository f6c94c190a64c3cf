import { z } from 'zod'
import { roles } from '../core/access/policy.ts'
import { words } from '../core/words.ts'
import { DayText, OrgRef, Words } from './parts.ts'
import { route } from './route.ts'

const OrgCode = z.string().min(1).max(32)
const Login = z.string().trim().toLowerCase().min(2).max(64).regex(/^[a-z0-9][a-z0-9._-]*$/)
const Role = z.enum(roles.map((role) => role.key))
const named = z.object({ login: z.string().trim().toLowerCase().min(1).max(64) })

/** `none`: no account; `first`: waits for its first password; `locked`: too many failures; `stopped`: by the office. */
export const AccountState = z.enum(['none', 'open', 'first', 'locked', 'stopped'])

/** A person with the posts in force and to come, and how she signs in. Nothing of a password is ever told. */
export const PersonOut = z.object({
  id: z.number(),
  name: z.string(),
  org: OrgRef,
  posts: z.array(z.object({ role: z.string(), title: Words, org: OrgRef, from: DayText, to: DayText.nullable() })),
  login: z.string().nullable(),
  state: AccountState,
  /** UTC instant of the last sign-in. */
  signedInAt: z.string().nullable(),
  can: z.object({ reset: z.boolean(), lock: z.boolean(), unlock: z.boolean() }),
})
export type PersonOut = z.infer<typeof PersonOut>

export const listAccounts = route({
  verb: 'account.list',
  method: 'GET',
  title: words('人员与账号', 'People and accounts'),
  input: z.object({}),
  output: z.object({ people: z.array(PersonOut), roles: z.array(z.object({ key: z.string(), title: Words })) }),
})

/** The one-time password is told once, here, and kept nowhere in the clear; it must be changed at the first sign-in. */
export const createAccount = route({
  verb: 'account.create',
  method: 'POST',
  title: words('新增人员', 'Add a person'),
  input: z.object({ person: z.object({ name: z.string().trim().min(1).max(60), org: OrgCode }), login: Login, role: Role, org: OrgCode, from: DayText }),
  output: z.object({ id: z.number(), journal: z.number(), login: z.string(), password: z.string() }),
})

export const resetAccount = route({ verb: 'account.reset', method: 'POST', title: words('重置密码', 'Reset a password'), input: named, output: z.object({ login: z.string(), password: z.string() }) })
export const lockAccount = route({ verb: 'account.lock', method: 'POST', title: words('停用账号', 'Stop an account'), input: named, output: z.object({ login: z.string() }) })
export const unlockAccount = route({ verb: 'account.unlock', method: 'POST', title: words('启用账号', 'Open an account again'), input: named, output: z.object({ login: z.string() }) })
