import type { BatchedEntry } from '../core/journal/undo-batch.ts'
import { entryOfPayload } from '../core/journal/row.ts'
import { actionLedger } from '../core/matter/take-step.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** Many changes made under one name: who began it and when, the reason given, the ledgers it touched, and how many journal rows it has. */
export type Batch = { readonly batch: string; readonly rows: number; readonly person: number; readonly recordedAt: string; readonly reason: string | null; readonly ledgers: readonly string[] }

/** A batch by its name. */
export const findBatch = async (handle: Handle, schema: string, batch: string): Promise<Batch | undefined> => {
  const at = table(schema, 'journal')
  const counted = await oneOf<{ rows: number; first: number | null; ledgers: readonly string[] | null }>(handle, sql`select count(*)::int as rows, min(number) as first, array_agg(distinct ledger) as ledgers from ${at} where batch = ${batch}`)
  if (counted.first === null) return undefined
  const began = await oneOf<{ person: number; recordedAt: string; reason: string | null }>(handle, sql`select person, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", reason from ${at} where number = ${counted.first}::bigint`)
  return { batch, rows: counted.rows, ...began, ledgers: (counted.ledgers ?? []).toSorted() }
}

/** An entry of a batch with its ledger, and who changed it last, where that was after the batch. */
export type EntryOfBatch = BatchedEntry & { readonly ledger: string; readonly later: { readonly person: number; readonly recordedAt: string } | null }

/** Entries of a batch by number (a step of a matter goes with its matter, and is none), at most `limit` of them after the number `after`: before it, as it left them, and as they stand. */
export const entriesOfBatch = async (handle: Handle, schema: string, batch: string, after: number, limit: number): Promise<readonly EntryOfBatch[]> => {
  const at = table(schema, 'journal')
  const rows = await rowsOf<{ entry: number; ledger: string; beforeNumber: number | null; beforePayload: string | null; afterNumber: number; afterPayload: string; nowNumber: number | null; nowPayload: string | null; person: number | null; recordedAt: string | null }>(
    handle,
    sql`with part as materialized (select entry, min(number) as first, max(number) as last from ${at} where batch = ${batch} and entry > ${after}::bigint and ledger <> ${actionLedger} group by entry order by entry limit ${limit}::int)
        select part.entry, a.ledger, b.number as "beforeNumber", b.payload as "beforePayload", a.number as "afterNumber", a.payload as "afterPayload", n.number as "nowNumber", n.payload as "nowPayload",
          n.person, to_char(n.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from part join ${at} as a on a.number = part.last
        left join lateral (select number, payload from ${at} as j where j.entry = part.entry and j.number < part.first order by number desc limit 1) as b on true
        left join lateral (select number, payload, person, recorded_at from ${at} as j where j.entry = part.entry and j.number > part.last order by number desc limit 1) as n on true
        order by part.entry`,
  )
  return rows.map((row) => {
    const state = (number: number | null, payload: string | null) => (number === null || payload === null ? undefined : entryOfPayload({ number, ledger: row.ledger, entry: row.entry, payload }))
    const after = entryOfPayload({ number: row.afterNumber, ledger: row.ledger, entry: row.entry, payload: row.afterPayload })
    return { ledger: row.ledger, before: state(row.beforeNumber, row.beforePayload), after, current: state(row.nowNumber, row.nowPayload) ?? after, later: row.person === null || row.recordedAt === null ? null : { person: row.person, recordedAt: row.recordedAt } }
  })
}
