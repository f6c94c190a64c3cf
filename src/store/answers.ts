import type { AnswerState } from '../core/collecting/answer-state.ts'
import { Asked, ToldValues } from '../core/collecting/told-value.ts'
import type { ToldValue } from '../core/collecting/told-value.ts'
import type { Block } from '../core/report/document.ts'
import { SectionDocument, sectionTitle } from '../core/report/section.ts'
import type { ReportState } from '../core/report/state.ts'
import { stateOf } from '../core/report/state.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** An office's answer with its call, its report and its section. */
export type Answer = {
  readonly id: number
  readonly version: number
  readonly call: number
  readonly callTitle: string
  readonly callState: 'open' | 'closed'
  readonly note: string | null
  readonly due: Day
  readonly report: number
  readonly reportTitle: string
  readonly reportState: ReportState
  readonly reportOrg: string
  readonly period: string
  readonly section: number
  readonly sectionTitle: string
  /** The section was taken out of the report. */
  readonly sectionGone: boolean
  readonly org: string
  readonly budget: number | null
  readonly asked: readonly string[]
  readonly blocks: readonly Block[]
  readonly told: readonly ToldValue[]
  readonly nothing: boolean
  readonly state: AnswerState
  readonly writer: number | null
  readonly confirmer: number | null
  readonly remark: string | null
  readonly reminders: number
  readonly reminded: Day | null
}

/** Which answers: of a call, of calls that are open, or one; and of which offices, all where none are named. */
export type AnswersAsked = { readonly id?: number; readonly call?: number; readonly open?: true; readonly orgs: readonly string[] | undefined }

type Row = Omit<Answer, 'callTitle' | 'callState' | 'reportTitle' | 'reportState' | 'reportOrg' | 'sectionTitle' | 'sectionGone' | 'asked' | 'blocks' | 'told' | 'budget' | 'reminders' | 'nothing'> & {
  call_title: string
  call_state: 'open' | 'closed'
  report_title: string
  report_state: string | null
  report_org: string
  section_document: string
  section_gone: boolean
  budget: string | null
  asked: string
  document: string | null
  told: string | null
  nothing: boolean | null
  reminders: string | null
}

/** Answers in the order of the report. Whose they are is part of the query, so that no other office's is ever read. */
export const findAnswers = async (handle: Handle, schema: string, { id, call, open, orgs }: AnswersAsked): Promise<readonly Answer[]> => {
  const which: Sql = id !== undefined ? sql`a.id = ${id}::bigint` : call !== undefined ? sql`a.call = ${call}::bigint` : sql`true`
  const rows = await rowsOf<Row>(
    handle,
    sql`select a.id, a.version, a.call, c.title as call_title, c.state as call_state, c.note, c.due, c.report, r.title as report_title, r.state as report_state, r.org as report_org, r.period,
          a.section, s.document as section_document, s.void as section_gone, a.org, a.budget, a.asked, a.document, a.told, a.nothing, a.state, a.writer, a.confirmer, a.remark, a.reminders, a.reminded
        from ${table(schema, 'ledger_answer')} as a
          join ${table(schema, 'ledger_call')} as c on c.id = a.call
          join ${table(schema, 'ledger_report')} as r on r.id = c.report
          join ${table(schema, 'ledger_section')} as s on s.id = a.section
        where not a.void and not c.void and ${which} and ${ofOffices(orgs)} and ${open === true ? sql`c.state = 'open'` : sql`true`}
        order by a.call desc, s.position, a.org`,
  )
  return rows.map(answerOf)
}

const ofOffices = (orgs: readonly string[] | undefined): Sql => (orgs === undefined ? sql`true` : sql`a.org = any(${[...orgs]}::text[])`)

const answerOf = ({ call_title, call_state, report_title, report_state, report_org, section_document, section_gone, budget, asked, document, told, nothing, reminders, ...row }: Row): Answer => ({
  ...row,
  callTitle: call_title,
  callState: call_state,
  reportTitle: report_title,
  reportState: stateOf(report_state),
  reportOrg: report_org,
  sectionTitle: sectionTitle(SectionDocument.parse(JSON.parse(section_document)).blocks),
  sectionGone: section_gone,
  budget: budget === null ? null : Number(budget),
  asked: Asked.parse(JSON.parse(asked)).measures,
  blocks: document === null ? [] : SectionDocument.parse(JSON.parse(document)).blocks,
  told: told === null ? [] : ToldValues.parse(JSON.parse(told)).values,
  nothing: nothing === true,
  reminders: Number(reminders ?? 0),
})
