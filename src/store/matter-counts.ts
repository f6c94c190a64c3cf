import type { Predicate } from '../core/access/predicate.ts'
import type { Day } from '../core/time/day.ts'
import type { MattersOf } from './matters.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** One ledger's matters, and parts of them to be counted, each under its name. */
export type PartsOf<Part extends string> = MattersOf & { readonly parts: Readonly<Record<Part, Predicate>> }

/** How many matters of several ledgers together are in each part; each ledger is read once. */
export const countParts = async <Part extends string>(handle: Handle, schema: string, of: readonly PartsOf<Part>[]): Promise<ReadonlyMap<Part, number>> => {
  const found = new Map<Part, number>()
  if (of.length === 0) return found
  const counted = of.map(({ ledger, where, parts }) => {
    const columns = Object.entries<Predicate>(parts).map(([part, predicate]) => sql`${part}::text, count(*) filter (where ${whereSql(predicate, ledger, 't')})`)
    return sql`select jsonb_build_object(${sql.join(columns)}) as parts ${fromOf(schema, { ledger, where })}`
  })
  for (const { parts } of await rowsOf<{ parts: Record<Part, number> }>(handle, sql.join(counted, sql` union all `)))
    for (const [part, matters] of Object.entries<number>(parts)) found.set(part as Part, (found.get(part as Part) ?? 0) + matters)
  return found
}

/** How many matters of several ledgers together are due on each day of a span, both ends included; days without one are left out. */
export const countDue = async (handle: Handle, schema: string, of: readonly MattersOf[], from: Day, to: Day): Promise<ReadonlyMap<Day, number>> => {
  if (of.length === 0) return new Map()
  const parts = of.map((each) => sql`select t.due ${fromOf(schema, each)} and t.due between ${from}::date and ${to}::date`)
  const rows = await rowsOf<{ due: Day; matters: number }>(handle, sql`select due, count(*)::int as matters from (${sql.join(parts, sql` union all `)}) as found(due) group by due order by due`)
  return new Map(rows.map(({ due, matters }) => [due, matters]))
}

const fromOf = (schema: string, { ledger, where }: MattersOf): Sql => sql`from ${table(schema, ledgerTable(ledger.key))} as t where not t.void and ${whereSql(where, ledger, 't')}`
