import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A session ends half an hour after it was last used and twelve hours after it began (HANDBOOK §4.1: 15–30 min idle). */
export const idleMinutes = 30
export const longestHours = 12

/** `id` is the digest of the cookie's token, in hex; the token itself is kept nowhere. */
export type StoredSession = { readonly id: string; readonly login: string; readonly person: number; readonly csrf: string; readonly mustChange: boolean }

export type NewSession = { readonly id: string; readonly login: string; readonly person: number; readonly csrf: string; readonly address: string }

/** Opens a session and clears away those that have run out. */
export const createSession = async (handle: Handle, schema: string, session: NewSession): Promise<void> => {
  await rowsOf(
    handle,
    sql`with gone as (delete from ${table(schema, 'sessions')} where not ${living})
        insert into ${table(schema, 'sessions')} (id, login, person, csrf, address)
        values (decode(${session.id}, 'hex'), ${session.login}, ${session.person}::bigint, ${session.csrf}, ${session.address})`,
  )
}

/** The living session of an id, marked as seen (at most once a minute, so that reading stays reading). */
export const findSession = async (handle: Handle, schema: string, id: string): Promise<StoredSession | undefined> => {
  const [row] = await rowsOf<{ login: string; person: number; csrf: string; must_change: boolean }>(
    handle,
    sql`with seen as (
          update ${table(schema, 'sessions')} set last_seen_at = now()
          where id = decode(${id}, 'hex') and ${living} and last_seen_at < now() - interval '1 minute')
        select login, s.person, s.csrf, a.must_change
        from (select * from ${table(schema, 'sessions')} where id = decode(${id}, 'hex') and ${living}) as s join ${table(schema, 'accounts')} as a using (login)
        where a.stopped_at is null`,
  )
  return row && { id, login: row.login, person: row.person, csrf: row.csrf, mustChange: row.must_change }
}

export const endSession = async (handle: Handle, schema: string, id: string): Promise<void> => {
  await rowsOf(handle, sql`delete from ${table(schema, 'sessions')} where id = decode(${id}, 'hex')`)
}

/** Ends every session of a login but one: after a change of password nobody else stays in. */
export const endOtherSessions = async (handle: Handle, schema: string, login: string, but: string): Promise<void> => {
  await rowsOf(handle, sql`delete from ${table(schema, 'sessions')} where login = ${login} and id <> decode(${but}, 'hex')`)
}

const living = sql`last_seen_at > now() - make_interval(mins => ${idleMinutes}::int) and created_at > now() - make_interval(hours => ${longestHours}::int)`

/** Which of some sessions still live; to look does not keep one alive. */
export const livingSessions = async (handle: Handle, schema: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf<{ id: string }>(
    handle,
    sql`select encode(s.id, 'hex') as id from ${table(schema, 'sessions')} as s join ${table(schema, 'accounts')} as a using (login)
        where encode(s.id, 'hex') = any(${[...ids]}::text[]) and ${living} and a.stopped_at is null`,
  )
  return new Set(rows.map(({ id }) => id))
}
