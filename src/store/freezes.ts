import { ReportDocument } from '../core/report/document.ts'
import { Pins } from '../core/report/edition.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** What holds a report as it stood: its text, its figures as pinned, who froze it and when, and whether a thaw is asked for. */
export type Freeze = { readonly id: number; readonly version: number; readonly report: number; readonly pins: Pins; readonly document: ReportDocument; readonly state: 'standing' | 'thaw-asked' | 'thawed'; readonly asker: number | null; readonly reason: string | null; readonly person: number; readonly recordedAt: string }

/** The freeze a report stands under; undefined while it is written. */
export const findFreeze = async (handle: Handle, schema: string, report: number): Promise<Freeze | undefined> => (await freezes(handle, schema, sql`f.report = ${report}::bigint and f.state <> 'thawed'`))[0]

/** A freeze by its entry number. */
export const findFreezeById = async (handle: Handle, schema: string, id: number): Promise<Freeze | undefined> => (await freezes(handle, schema, sql`f.id = ${id}::bigint`))[0]

/** Freezes whose thaw is asked for. */
export const askedThaws = (handle: Handle, schema: string): Promise<readonly Freeze[]> => freezes(handle, schema, sql`f.state = 'thaw-asked'`)

const freezes = async (handle: Handle, schema: string, which: Sql): Promise<readonly Freeze[]> => {
  const rows = await rowsOf<Omit<Freeze, 'pins' | 'document'> & { pins: string; document: string }>(
    handle,
    sql`select f.id, f.version, f.report, f.pins, f.document, f.state, f.asker, f.reason, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_freeze')} as f join ${table(schema, 'journal')} as j on j.number = f.id where ${which} and not f.void order by f.id desc`,
  )
  return rows.map((row) => ({ ...row, pins: Pins.parse(JSON.parse(row.pins)), document: ReportDocument.parse(JSON.parse(row.document)) }))
}
