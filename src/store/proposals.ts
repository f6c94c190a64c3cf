import type { Block } from '../core/report/document.ts'
import { SectionDocument } from '../core/report/section.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Proposed wording of a section: made from which version of it, by whom, and what was decided. */
export type Proposal = { readonly id: number; readonly version: number; readonly report: number; readonly section: number; readonly day: Day; readonly saw: number; readonly blocks: readonly Block[]; readonly person: number; readonly note: string | null; readonly origin: 'desk' | 'word'; readonly state: 'proposed' | 'accepted' | 'declined'; readonly decider: number | null; readonly recordedAt: string }

/** Proposals for a report, oldest first. */
export const proposalsOf = (handle: Handle, schema: string, report: number): Promise<readonly Proposal[]> => proposals(handle, schema, sql`p.report = ${report}::bigint`)

export const findProposal = async (handle: Handle, schema: string, id: number): Promise<Proposal | undefined> => (await proposals(handle, schema, sql`p.id = ${id}::bigint`))[0]

/** How many proposals wait, by report. */
export const waitingProposals = (handle: Handle, schema: string): Promise<readonly { readonly report: number; readonly title: string; readonly period: string; readonly count: number }[]> =>
  rowsOf(
    handle,
    sql`select r.id as report, r.title, r.period, count(*)::int as count from ${table(schema, 'ledger_proposal')} as p join ${table(schema, 'ledger_report')} as r on r.id = p.report
        where p.state = 'proposed' and not p.void and not r.void group by r.id, r.title, r.period order by r.id`,
  )

const proposals = async (handle: Handle, schema: string, which: Sql): Promise<readonly Proposal[]> => {
  const rows = await rowsOf<Omit<Proposal, 'blocks' | 'saw'> & { document: string; saw: string }>(
    handle,
    sql`select p.id, p.version, p.report, p.section, p.day, p.saw, p.document, p.person, p.note, p.origin, p.state, p.decider, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_proposal')} as p join ${table(schema, 'journal')} as j on j.number = p.id where not p.void and ${which} order by p.id`,
  )
  return rows.map(({ document, saw, ...row }) => ({ ...row, saw: Number(saw), blocks: SectionDocument.parse(JSON.parse(document)).blocks }))
}
