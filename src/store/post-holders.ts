import type { Seat } from '../core/notice/told.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Someone at a post in her own right. */
export type PostHolder = { readonly person: number; readonly name: string; readonly role: string; readonly org: string }

/** Who holds posts of some roles at a day, in order of entry; those who stand in for others are left out. */
export const findPostHolders = (handle: Handle, schema: string, roles: readonly string[], at: Day): Promise<readonly PostHolder[]> =>
  rowsOf<PostHolder>(
    handle,
    sql`select p.person, (select n.name from ${table(schema, 'ledger_person')} as n where n.id = p.person order by n.span desc limit 1) as name, p.role, p.org
        from ${table(schema, 'ledger_post')} as p
        where not p.void and p.deputy_of is null and p.role = any(${[...roles]}::text[]) and p.valid_from <= ${at}::date and (p.valid_to is null or p.valid_to > ${at}::date)
        order by p.id, p.span`,
  )

/** Everybody's posts in force at a day, those of deputies among them, in order of entry. */
export const findSeats = async (handle: Handle, schema: string, at: Day): Promise<readonly Seat[]> => {
  const rows = await rowsOf<{ person: number; role: string; org: string; deputy_of: number | null }>(
    handle,
    sql`select person, role, org, deputy_of from ${table(schema, 'ledger_post')}
        where not void and valid_from <= ${at}::date and (valid_to is null or valid_to > ${at}::date) order by id, span`,
  )
  return rows.map(({ person, role, org, deputy_of }) => ({ person, role, org, deputyOf: deputy_of }))
}
