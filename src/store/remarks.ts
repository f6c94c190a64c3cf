import type { RemarkState } from '../core/report/remark.ts'
import type { ThreadHead } from '../core/report/remark-order.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A remark, or an answer to one (`about`), as it stands. */
export type Remark = {
  readonly id: number
  readonly version: number
  readonly report: number
  readonly section: number
  /** Office that writes the section now. */
  readonly sectionOrg: string
  readonly block: string
  readonly quote: string | null
  readonly org: string
  readonly day: Day
  readonly text: string
  readonly person: number
  readonly about: number | null
  readonly state: RemarkState
  readonly origin: 'desk' | 'word'
  readonly author: string | null
  readonly recordedAt: string
}

/** Where the threads on a report are, oldest first; those taken back left out. */
export const threadHeads = (handle: Handle, schema: string, report: number): Promise<readonly ThreadHead[]> =>
  rowsOf<ThreadHead>(handle, sql`select id, section, block, state from ${table(schema, 'ledger_remark')} where not void and report = ${report}::bigint and about is null and state <> 'withdrawn' order by id`)

/** Some threads whole: the remarks they begin with and every answer, oldest first. */
export const threadsOf = (handle: Handle, schema: string, ids: readonly number[]): Promise<readonly Remark[]> =>
  remarks(handle, schema, sql`(r.id = any(${[...ids]}::bigint[]) or r.about = any(${[...ids]}::bigint[]))`)

export const findRemark = async (handle: Handle, schema: string, id: number): Promise<Remark | undefined> => (await remarks(handle, schema, sql`r.id = ${id}::bigint`))[0]

/** Remarks that wait for an answer in the sections some offices write; those of the reader herself left out. */
export const waitingRemarks = (handle: Handle, schema: string, orgs: readonly string[], person: number): Promise<readonly Remark[]> =>
  remarks(handle, schema, sql`r.about is null and r.state = 'open' and s.org = any(${[...orgs]}::text[]) and r.person <> ${person}::bigint`)

const remarks = (handle: Handle, schema: string, which: Sql): Promise<readonly Remark[]> =>
  rowsOf<Remark>(
    handle,
    sql`select r.id, r.version, r.report, r.section, s.org as "sectionOrg", r.block, r.quote, r.org, r.day, r.text, r.person, r.about, r.state, r.origin, r.author, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_remark')} as r join ${table(schema, 'ledger_section')} as s on s.id = r.section join ${table(schema, 'journal')} as j on j.number = r.id where not r.void and ${which} order by r.id`,
  )
