import { entryOfPayload } from '../core/journal/row.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Step } from '../core/report/history.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** The journal's rows that made a report, newest first, before a number: its own, of its sections, freezes, editions and proposals. */
export const reportSteps = async (handle: Handle, schema: string, report: number, before: number, limit: number): Promise<readonly Step[]> => {
  const rows = await rowsOf<Omit<Step, 'state'> & { payload: string | null }>(
    handle,
    sql`select number, ledger, entry, verb, person, approved_by as "approvedBy", to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", reason, case when ledger = 'report' then payload end as payload
        from ${table(schema, 'journal')}
        where number < ${before}::bigint and entry = any(array(
          select ${report}::bigint
          union all select id from ${table(schema, 'ledger_section')} where report = ${report}::bigint
          union all select id from ${table(schema, 'ledger_freeze')} where report = ${report}::bigint
          union all select id from ${table(schema, 'ledger_edition')} where report = ${report}::bigint
          union all select id from ${table(schema, 'ledger_proposal')} where report = ${report}::bigint))
        order by number desc limit ${limit}::int`,
  )
  return rows.map(({ payload, ...step }) => {
    if (payload === null) return { ...step, state: null }
    const state = lastSpan(entryOfPayload({ ...step, payload })).fields['state']
    return { ...step, state: typeof state === 'string' ? state : null }
  })
}
