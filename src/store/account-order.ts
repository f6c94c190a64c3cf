import { loginOf } from './accounts.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/**
 * What the town office does with accounts. They are no part of the book, because they hold secrets, so a new
 * login is held before the person is entered and given to her after: a login that is taken stops everything
 * before anything is written.
 */

/** Holds a login for someone not yet entered; false when it is taken. A hold nobody took up lapses after ten minutes. */
export const holdLogin = async (handle: Handle, schema: string, login: string, password: string): Promise<boolean> => {
  const held = await rowsOf(
    handle,
    sql`insert into ${table(schema, 'accounts')} as a (login, person, password, must_change) values (${loginOf(login)}, 0, ${password}, true)
        on conflict (login) do update set password = excluded.password, created_at = now()
          where a.person = 0 and a.created_at < now() - interval '10 minutes'
        returning login`,
  )
  return held.length === 1
}

/** Gives a held login to the person it was held for. */
export const giveLogin = async (handle: Handle, schema: string, login: string, person: number): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'accounts')} set person = ${person}::bigint, created_at = now() where login = ${loginOf(login)} and person = 0`)
}

/** Lets go of a held login. */
export const dropLogin = async (handle: Handle, schema: string, login: string): Promise<void> => {
  await rowsOf(handle, sql`delete from ${table(schema, 'accounts')} where login = ${loginOf(login)} and person = 0`)
}

/** Sets a password to be changed at the next sign-in, lifts a lock after failures, and ends every session of the login, all at once. */
export const resetLogin = async (handle: Handle, schema: string, login: string, password: string): Promise<void> => {
  await rowsOf(
    handle,
    sql`with ended as (delete from ${table(schema, 'sessions')} where login = ${login})
        update ${table(schema, 'accounts')} set password = ${password}, must_change = true, failures = 0, locked_until = null where login = ${login}`,
  )
}

/** Stops an account and ends its sessions. */
export const stopLogin = async (handle: Handle, schema: string, login: string): Promise<void> => {
  await rowsOf(
    handle,
    sql`with ended as (delete from ${table(schema, 'sessions')} where login = ${login})
        update ${table(schema, 'accounts')} set stopped_at = coalesce(stopped_at, now()) where login = ${login}`,
  )
}

/** Opens a stopped account again, and lifts a lock after failures. */
export const openLogin = async (handle: Handle, schema: string, login: string): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'accounts')} set stopped_at = null, failures = 0, locked_until = null where login = ${login}`)
}
