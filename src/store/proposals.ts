import type { Block } from '../core/report/document.ts'
import { SectionDocument } from '../core/report/section.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** Proposed wording of a section: made from which version of it, by whom, and what was decided. */
export type Proposal = { readonly id: number; readonly version: number; readonly report: number; readonly section: number; readonly day: Day; readonly saw: number; readonly blocks: readonly Block[]; readonly person: number; readonly note: string | null; readonly origin: 'desk' | 'word'; readonly state: 'proposed' | 'accepted' | 'declined'; readonly decider: number | null; readonly recordedAt: string }

/** Proposals for a report, oldest first, a page of them, and how many there are; those that wait, or all. */
export const listProposals = async (handle: Handle, schema: string, report: number, which: 'proposed' | 'all', { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<{ readonly total: number; readonly proposals: readonly Proposal[] }> => {
  const asked = sql`p.report = ${report}::bigint and (${which}::text = 'all' or p.state = 'proposed')`
  const { total } = await oneOf<{ total: number }>(handle, sql`select count(*)::int as total from ${table(schema, 'ledger_proposal')} as p where not p.void and ${asked}`)
  return { total, proposals: await proposals(handle, schema, asked, sql`limit ${limit}::int offset ${offset}::bigint`) }
}

export const findProposal = async (handle: Handle, schema: string, id: number): Promise<Proposal | undefined> => (await proposals(handle, schema, sql`p.id = ${id}::bigint`))[0]

/** How many proposals wait, by report. */
export const waitingProposals = (handle: Handle, schema: string): Promise<readonly { readonly report: number; readonly title: string; readonly period: string; readonly count: number }[]> =>
  rowsOf(
    handle,
    sql`select r.id as report, r.title, r.period, count(*)::int as count from ${table(schema, 'ledger_proposal')} as p join ${table(schema, 'ledger_report')} as r on r.id = p.report
        where p.state = 'proposed' and not p.void and not r.void group by r.id, r.title, r.period order by r.id`,
  )

const proposals = async (handle: Handle, schema: string, which: Sql, page: Sql = sql``): Promise<readonly Proposal[]> => {
  const rows = await rowsOf<Omit<Proposal, 'blocks' | 'saw'> & { document: string; saw: string }>(
    handle,
    sql`select p.id, p.version, p.report, p.section, p.day, p.saw, p.document, p.person, p.note, p.origin, p.state, p.decider, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_proposal')} as p join ${table(schema, 'journal')} as j on j.number = p.id where not p.void and ${which} order by p.id ${page}`,
  )
  return rows.map(({ document, saw, ...row }) => ({ ...row, saw: Number(saw), blocks: SectionDocument.parse(JSON.parse(document)).blocks }))
}
