import type { Change } from '../core/ledger/change.ts'
import { ReportDocument } from '../core/report/document.ts'
import { Pins, pinOf } from '../core/report/edition.ts'
import type { Section, SectionPlace } from '../core/report/section.ts'
import { composed } from '../core/report/section.ts'
import type { ReportState } from '../core/report/state.ts'
import { stateOf } from '../core/report/state.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import type { TownBook } from './book.ts'
import { rowSetHash } from './row-set.ts'
import { findSections } from './sections.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'
import { tellReport } from './tell-report.ts'

/** A living report as it stands: its whole text, and the sections it is written in, none where it is not written by sections. */
export type ReportEntry = {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly org: string
  readonly period: string
  readonly state: ReportState
  readonly previous: number | null
  readonly document: ReportDocument
  readonly sections: readonly Section[]
  readonly places: readonly SectionPlace[]
}

/** A sealed edition: what it said, and where in the book it stands. */
export type EditionEntry = { readonly id: number; readonly report: number; readonly number: number; readonly org: string; readonly day: Day; readonly headNumber: number; readonly headHash: string; readonly pins: Pins; readonly document: ReportDocument; readonly person: number; readonly recordedAt: string }

/** The living report of a period; the first one written if there are several. */
export const findReport = (handle: Handle, schema: string, book: TownBook, periodKey: string): Promise<ReportEntry | undefined> => firstReport(handle, schema, book, sql`period = ${periodKey}`)

/** The living report of an entry number. */
export const findReportById = (handle: Handle, schema: string, book: TownBook, id: number): Promise<ReportEntry | undefined> => firstReport(handle, schema, book, sql`id = ${id}::bigint`)

/** Every living report, the latest period first, without its text. */
export const listReports = async (handle: Handle, schema: string): Promise<readonly Pick<ReportEntry, 'id' | 'version' | 'title' | 'period' | 'state'>[]> => {
  const rows = await rowsOf<{ id: number; version: number; title: string; period: string; state: string | null }>(handle, sql`select id, version, title, period, state from ${table(schema, 'ledger_report')} where not void`)
  return rows.map((row) => ({ ...row, state: stateOf(row.state) })).sort((a, b) => period(b.period).to.localeCompare(period(a.period).to) || a.id - b.id)
}

const firstReport = async (handle: Handle, schema: string, book: TownBook, which: Sql): Promise<ReportEntry | undefined> => {
  const [row] = await rowsOf<{ id: number; version: number; title: string; org: string; period: string; document: string; state: string | null; previous: number | null }>(
    handle,
    sql`select id, version, title, org, period, document, state, previous from ${table(schema, 'ledger_report')} where not void and ${which} order by id limit 1`,
  )
  if (row === undefined) return undefined
  const sections = await findSections(handle, schema, book, row.id)
  const { document, places } = composed(ReportDocument.parse(JSON.parse(row.document)), sections)
  return { ...row, state: stateOf(row.state), document: { ...document, title: row.title }, sections, places }
}

/** Editions of a report, or one edition by its entry number, oldest first. */
export const findEditions = async (handle: Handle, schema: string, of: { readonly report: number } | { readonly edition: number } | 'all'): Promise<readonly EditionEntry[]> => {
  const which = of === 'all' ? sql`true` : 'report' in of ? sql`e.report = ${of.report}::bigint` : sql`e.id = ${of.edition}::bigint`
  const rows = await rowsOf<{ id: number; report: number; number: string; org: string; day: Day; head_number: string; head_hash: string; pins: string; document: string; person: number; recorded: string }>(
    handle,
    sql`select e.id, e.report, e.number, e.org, e.day, e.head_number, e.head_hash, e.pins, e.document, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded
      from ${table(schema, 'ledger_edition')} as e join ${table(schema, 'journal')} as j on j.number = e.id where not e.void and ${which} order by e.id`,
  )
  return rows.map((row) => ({
    id: row.id,
    report: row.report,
    number: Number(row.number),
    org: row.org,
    day: row.day,
    headNumber: Number(row.head_number),
    headHash: row.head_hash,
    pins: Pins.parse(JSON.parse(row.pins)),
    document: ReportDocument.parse(JSON.parse(row.document)),
    person: row.person,
    recordedAt: row.recorded,
  }))
}

/** Everything a report's figures say, with the rows behind them, as the book knew it at a number. */
export const pinsOf = async (handle: Handle, schema: string, book: TownBook, report: ReportEntry, asOf: number): Promise<Pins> => {
  const span = period(report.period)
  const { scope, figures, tell } = await tellReport(handle, schema, book, report.document, { period: span, org: report.org, cutoff: span.to, asOf })
  const pins = []
  for (const figure of figures) pins.push(pinOf(figure, tell(figure), await rowSetHash(handle, scope, figure)))
  return { period: report.period, org: report.org, cutoff: span.to, asOf, figures: pins }
}

/** The change that seals a report with its figures as pinned, anchored at the journal number they were read at. */
export const sealing = (report: ReportEntry, pins: Pins, head: { readonly number: number; readonly hash: string }, number: number, today: Day): Change => {
  const fields = {
    report: String(report.id),
    number: String(number),
    org: report.org,
    day: today,
    head_number: String(head.number),
    head_hash: head.hash,
    pins: JSON.stringify(pins),
    document: JSON.stringify(report.document),
  }
  return { act: 'create', verb: 'edition.seal', ledger: 'edition', spans: [{ from: null, to: null, fields }] }
}
