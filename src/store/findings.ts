import { findingLedger } from '../core/matter/finding.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** A finding that was reported under a mark against repetition, and the matter it became. */
export type ReportedFinding = { readonly id: number; readonly ledger: string; readonly matter: number; readonly person: number; readonly metres: number | null }

/** The finding reported under a mark, if one was. */
export const findFinding = async (handle: Handle, schema: string, once: string): Promise<ReportedFinding | undefined> =>
  (await rowsOf<ReportedFinding>(handle, sql`select id, ledger, matter, person, metres::int as metres from ${table(schema, ledgerTable(findingLedger))} where once = ${once}`))[0]

/** The latest positions known of some orgs' entries in a ledger, with their orgs. */
export const findPositions = (handle: Handle, schema: string, ledger: Ledger, field: string, orgs: readonly string[], limit: number): Promise<readonly { readonly org: string; readonly position: string }[]> =>
  rowsOf(
    handle,
    sql`select org, position from (
          select t.${sql.id(ledger.orgField)} as org, t.${sql.id(field)} as position, row_number() over (partition by t.${sql.id(ledger.orgField)} order by t.id desc) as nth
          from ${table(schema, ledgerTable(ledger.key))} as t where not t.void and t.${sql.id(field)} is not null and t.${sql.id(ledger.orgField)} = any(${[...orgs]}::text[])
        ) as known where nth <= ${limit}::int order by org, nth`,
  )
