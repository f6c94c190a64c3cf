import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A saved view of a ledger; `query` is what its address carries. */
export type StoredView = { readonly id: number; readonly version: number; readonly ledger: string; readonly name: string; readonly query: string; readonly shared: boolean; readonly person: number; readonly org: string }

/** The views of a ledger that a person may use, by name: her own, and those shared with the offices she has posts in; or one of them by its number. */
export const findViews = (handle: Handle, schema: string, asked: { readonly ledger?: string; readonly entry?: number }, person: number, orgs: readonly string[]): Promise<readonly StoredView[]> =>
  rowsOf<StoredView>(
    handle,
    sql`select t.id, t.version, t.ledger, t.name, t.query, t.shared, t.person, t.org from ${table(schema, 'ledger_view')} as t
        where not t.void and (${asked.ledger ?? null}::text is null or t.ledger = ${asked.ledger ?? null}) and (${asked.entry ?? null}::bigint is null or t.id = ${asked.entry ?? null}::bigint)
          and (t.person = ${person}::bigint or (t.shared and t.org = any(${[...orgs]}::text[])))
        order by t.name, t.id`,
  )
