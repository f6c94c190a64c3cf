import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { TieKind } from '../core/matter/tie-kinds.ts'
import type { Day } from '../core/time/day.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf } from './entries.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** Key of the ledger that keeps how matters belong together. */
export const tieLedger = 'zhenwu-tie'

/** One tie as a matter has it: `away` where this matter is the one it is told from. */
export type MatterTie = { readonly id: number; readonly kind: TieKind; readonly away: boolean; readonly ledger: string; readonly other: number; readonly day: Day; readonly person: number; readonly note: string | null }

/** All ties of a matter, both ways, in the order they were made. */
export const findTies = (handle: Handle, schema: string, ledger: string, matter: number): Promise<readonly MatterTie[]> =>
  rowsOf<MatterTie>(
    handle,
    sql`select id, kind, true as away, other_ledger as ledger, other, day, person, note from ${table(schema, ledgerTable(tieLedger))} where matter = ${matter}::bigint and ledger = ${ledger} and not void
        union all select id, kind, false, ledger, matter, day, person, note from ${table(schema, ledgerTable(tieLedger))} where other = ${matter}::bigint and other_ledger = ${ledger} and not void
        order by id`,
  )

/** How many of the parts a matter was split into are not settled. */
export const openPartsOf = (schema: string, ledger: Ledger, matter: number): Sql =>
  sql`select count(*)::int as parts from ${table(schema, ledgerTable(tieLedger))} as tie join ${table(schema, ledgerTable(ledger.key))} as part on part.id = tie.matter
        where tie.other = ${matter}::bigint and tie.other_ledger = ${ledger.key} and tie.ledger = ${ledger.key} and tie.kind = 'part' and not tie.void and not part.void and part.settled is null`

/** Other matters of a ledger at the same org that began within some days, the nearest first. */
export const findNearby = async (handle: Handle, schema: string, ledger: Ledger, matter: number, org: string, day: Day, days: number, limit: number): Promise<readonly Entry[]> => {
  const began = sql.id(ledger.dateField ?? 'day')
  return entriesOf(
    ledger,
    await rowsOf<SpanRow>(
      handle,
      sql`select * from ${table(schema, ledgerTable(ledger.key))} where not void and id <> ${matter}::bigint and ${sql.id(ledger.orgField)} = ${org}
          and ${began} between ${day}::date - ${days}::int and ${day}::date + ${days}::int order by abs(${began} - ${day}::date), id desc limit ${limit}::int`,
    ),
  )
}
