import type { Lending } from '../core/access/deputy.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Posts lent to deputies at a day or later, in order of entry. */
export const findLendings = (handle: Handle, schema: string, at: Day): Promise<readonly Lending[]> =>
  rowsOf<Lending>(
    handle,
    sql`select id as post, version, deputy_of as principal, person as deputy, role, org, valid_from as from, valid_to as to from ${table(schema, 'ledger_post')}
        where not void and deputy_of is not null and (valid_to is null or valid_to > ${at}::date) order by id, span`,
  )
