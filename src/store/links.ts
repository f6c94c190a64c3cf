import type { Predicate } from '../core/access/predicate.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Referral } from '../core/linking/referrals.ts'
import { entriesOf } from './entries.ts'
import type { SpanRow } from './entries.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** A field that may name the entry, and the rows of its ledger the reader may see. */
export type OpenReferral = Referral & { readonly right: Predicate }

/** How many living entries name an entry in each field, as they last stood; in the order of the referrals. */
export const countLinks = async (handle: Handle, schema: string, referrals: readonly OpenReferral[], entry: number): Promise<readonly number[]> => {
  if (referrals.length === 0) return []
  const counts = referrals.map((referral, at) => sql`select ${at}::int as at, count(*)::int as entries ${linking(schema, referral, entry)}`)
  const rows = await rowsOf<{ at: number; entries: number }>(handle, sql.join(counts, sql` union all `))
  return referrals.map((_, at) => rows.find((row) => row.at === at)?.entries ?? 0)
}

/** A page of the entries that name one in a field, the newest first. */
export const linkedEntries = async (handle: Handle, schema: string, referral: OpenReferral, entry: number, page: { readonly offset: number; readonly limit: number }): Promise<readonly Entry[]> => {
  const rows = await rowsOf<SpanRow>(handle, sql`select t.* ${linking(schema, referral, entry)} order by t.id desc limit ${page.limit}::int offset ${page.offset}::bigint`)
  return entriesOf(referral.ledger, rows)
}

/** Every living entry that names one in a field in any of its states, whole, whoever may see it; at most `limit`. */
export const allReferers = async (handle: Handle, schema: string, { ledger, field }: Referral, entry: number, limit: number): Promise<readonly Entry[]> => {
  const at = table(schema, ledgerTable(ledger.key))
  const rows = await rowsOf<SpanRow>(handle, sql`select t.* from ${at} as t where t.id in (select distinct r.id from ${at} as r where r.${sql.id(field)} = ${entry}::bigint and not r.void limit ${limit}::int) order by t.id, t.span`)
  return entriesOf(ledger, rows)
}

const linking = (schema: string, { ledger, field, right }: OpenReferral, entry: number): Sql =>
  sql`from ${table(schema, ledgerTable(ledger.key))} as t where t.${sql.id(field)} = ${entry}::bigint and not t.void and ${isLast(schema, ledger)} and ${whereSql(right, ledger, 't')}`

const isLast = (schema: string, ledger: Ledger): Sql =>
  ledger.shape === 'event' ? sql`true` : sql`not exists (select from ${table(schema, ledgerTable(ledger.key))} as later where later.id = t.id and later.span > t.span)`

/** An entry that was merged into another: its number, the batch that did it, and when. */
export type MergedEntry = { readonly entry: number; readonly batch: string; readonly recordedAt: string; readonly person: number }

/** The entries of a register that were merged into one, and are still: void, the merge being the last that happened to them. */
export const mergedInto = async (handle: Handle, schema: string, ledger: Ledger, keep: number): Promise<readonly MergedEntry[]> => {
  const journal = table(schema, 'journal')
  const prefix = `merge-${ledger.key}-${keep}-`
  return rowsOf<MergedEntry>(
    handle,
    sql`select j.entry, j.batch, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${journal} as j join ${table(schema, ledgerTable(ledger.key))} as t on t.id = j.entry and t.version = j.number
        where j.batch >= ${prefix} and j.batch < ${`${prefix}:`} and j.ledger = ${ledger.key} and t.void and t.span = 0 and j.entry <> ${keep}::bigint order by j.number`,
  )
}

/** The batch in which an entry was merged away, where that was the last that happened to it. */
export const mergedAway = async (handle: Handle, schema: string, ledger: Ledger, entry: Entry): Promise<string | undefined> => {
  if (!entry.void) return undefined
  const rows = await rowsOf<{ batch: string }>(handle, sql`select batch from ${table(schema, 'journal')} where number = ${entry.version}::bigint and ledger = ${ledger.key} and batch is not null`)
  return rows[0]?.batch
}
