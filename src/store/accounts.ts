import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Five failures in a row lock an account for a quarter of an hour (GB/T 22239-2019, failed sign-in; HANDBOOK §4.1). */
export const lockAfter = 5
export const lockMinutes = 15

/** A sign-in name; `password` is a PHC text, `lockedFor` the minutes its lock still lasts, 0 when open; `stopped` by the town office. */
export type Account = { readonly login: string; readonly person: number; readonly password: string; readonly lockedFor: number; readonly mustChange: boolean; readonly stopped: boolean }

export type NewAccount = { readonly login: string; readonly person: number; readonly password: string; readonly mustChange?: boolean }

/** Sign-in names are kept in small letters; what is typed is brought to that form before it is looked up. */
export const loginOf = (typed: string): string => typed.trim().toLowerCase()

/** Makes an account; false when the login is taken. */
export const createAccount = async (handle: Handle, schema: string, account: NewAccount): Promise<boolean> => {
  const made = await rowsOf(
    handle,
    sql`insert into ${table(schema, 'accounts')} (login, person, password, must_change)
        values (${loginOf(account.login)}, ${account.person}::bigint, ${account.password}, ${account.mustChange ?? false})
        on conflict (login) do nothing returning login`,
  )
  return made.length === 1
}

export const findAccount = async (handle: Handle, schema: string, login: string): Promise<Account | undefined> => {
  const [row] = await rowsOf<{ login: string; person: number; password: string; locked_for: number; must_change: boolean; stopped: boolean }>(
    handle,
    sql`select login, person, password, must_change, stopped_at is not null as stopped,
               greatest(0, ceil(extract(epoch from coalesce(locked_until, now()) - now()) / 60))::int as locked_for
        from ${table(schema, 'accounts')} where login = ${login}`,
  )
  return row && { login: row.login, person: row.person, password: row.password, lockedFor: row.locked_for, mustChange: row.must_change, stopped: row.stopped }
}

/** Counts one failure; answers the minutes of the lock it brought about, 0 while more tries are left. */
export const recordFailure = async (handle: Handle, schema: string, login: string): Promise<number> => {
  const [row] = await rowsOf<{ locked: boolean }>(
    handle,
    sql`update ${table(schema, 'accounts')} set
          failures = case when failures + 1 >= ${lockAfter}::int then 0 else failures + 1 end,
          locked_until = case when failures + 1 >= ${lockAfter}::int then now() + make_interval(mins => ${lockMinutes}::int) else locked_until end
        where login = ${login} returning coalesce(locked_until > now(), false) as locked`,
  )
  return row?.locked === true ? lockMinutes : 0
}

/** Notes a sign-in that succeeded and forgets earlier failures. */
export const recordSuccess = async (handle: Handle, schema: string, login: string): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'accounts')} set failures = 0, locked_until = null, signed_in_at = now() where login = ${login}`)
}

/** Sets a new password, a PHC text; a forced change is over with it. */
export const setPassword = async (handle: Handle, schema: string, login: string, password: string): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'accounts')} set password = ${password}, must_change = false, failures = 0, locked_until = null where login = ${login}`)
}
