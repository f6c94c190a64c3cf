import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A sign-in name as the town office sees it. */
export type ListedAccount = { readonly login: string; readonly locked: boolean; readonly stopped: boolean; readonly mustChange: boolean; readonly signedInAt: string | null }

export type ListedPost = { readonly role: string; readonly org: string; readonly from: Day; readonly to: Day | null }

export type ListedPerson = { readonly id: number; readonly name: string; readonly org: string; readonly account: ListedAccount | null; readonly posts: readonly ListedPost[] }

/** Everyone in the ledger of people, with her account and the posts in force at a day or after it, in order of entry. */
export const listPeople = async (handle: Handle, schema: string, at: Day): Promise<readonly ListedPerson[]> => {
  const people = await rowsOf<{ id: number; name: string; org: string } & Account>(
    handle,
    sql`select p.id, p.name, p.org, a.login, a.must_change, a.stopped_at is not null as stopped, coalesce(a.locked_until > now(), false) as locked, to_char(a.signed_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as signed_in_at
        from (select distinct on (id) id, name, org from ${table(schema, 'ledger_person')} where not void order by id, span desc) as p
        left join ${table(schema, 'accounts')} as a on a.person = p.id
        order by p.id, a.login`,
  )
  const posts = await rowsOf<{ person: number; role: string; org: string; from: Day; to: Day | null }>(
    handle,
    sql`select person, role, org, valid_from as from, valid_to as to from ${table(schema, 'ledger_post')}
        where not void and (valid_to is null or valid_to > ${at}::date) order by id, span`,
  )
  return people.map((row) => ({ id: row.id, name: row.name, org: row.org, account: accountOf(row), posts: posts.filter((post) => post.person === row.id).map(({ role, org, from, to }) => ({ role, org, from, to })) }))
}

type Account = { readonly login: string | null; readonly must_change: boolean | null; readonly stopped: boolean; readonly locked: boolean; readonly signed_in_at: string | null }

const accountOf = ({ login, must_change, stopped, locked, signed_in_at }: Account): ListedAccount | null =>
  login === null ? null : { login, locked, stopped, mustChange: must_change === true, signedInAt: signed_in_at }
