import type { AnswerState } from '../core/collecting/answer-state.ts'
import type { ReportState } from '../core/report/state.ts'
import { stateOf } from '../core/report/state.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A call with the states of its answers: those of some offices, or all. */
export type Call = {
  readonly id: number
  readonly version: number
  readonly report: number
  readonly reportTitle: string
  readonly reportState: ReportState
  readonly period: string
  readonly title: string
  readonly note: string | null
  readonly day: Day
  readonly due: Day
  readonly state: 'open' | 'closed'
  readonly answers: readonly AnswerState[]
}

/** Calls, the latest first: all, those of a report, or one. A call none of these offices was asked in is left out. */
export const findCalls = async (handle: Handle, schema: string, which: { readonly id?: number; readonly report?: number | undefined }, orgs: readonly string[] | undefined): Promise<readonly Call[]> => {
  const asked: Sql = which.id !== undefined ? sql`c.id = ${which.id}::bigint` : which.report !== undefined ? sql`c.report = ${which.report}::bigint` : sql`true`
  const own: Sql = orgs === undefined ? sql`true` : sql`a.org = any(${[...orgs]}::text[])`
  const rows = await rowsOf<Omit<Call, 'reportTitle' | 'reportState'> & { report_title: string; report_state: string | null }>(
    handle,
    sql`select c.id, c.version, c.report, r.title as report_title, r.state as report_state, r.period, c.title, c.note, c.day, c.due, c.state, array_agg(a.state) as answers
        from ${table(schema, 'ledger_call')} as c
          join ${table(schema, 'ledger_report')} as r on r.id = c.report
          join ${table(schema, 'ledger_answer')} as a on a.call = c.id and not a.void and ${own}
        where not c.void and ${asked}
        group by c.id, c.version, c.report, r.title, r.state, r.period, c.title, c.note, c.day, c.due, c.state order by c.id desc limit ${mostCalls}::int`,
  )
  return rows.map(({ report_title, report_state, ...row }) => ({ ...row, reportTitle: report_title, reportState: stateOf(report_state) }))
}

/** The latest calls are told. */
const mostCalls = 200
