import type { Actor } from '../core/journal/row.ts'
import type { ChangeSet } from '../core/ledger/change.ts'
import { changePhrase } from '../core/quantity/comparison.ts'
import { ReportDocument } from '../core/report/document.ts'
import { boundMeasures } from '../core/report/runs.ts'
import { Pins, pinOf } from '../core/report/edition.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import type { TownBook } from './book.ts'
import { figureScope, readFigures } from './figures.ts'
import { rowSetHash } from './row-set.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A living report as it stands. */
export type ReportEntry = { readonly id: number; readonly version: number; readonly title: string; readonly org: string; readonly period: string; readonly document: ReportDocument }

/** A sealed edition: what it said, and where in the book it stands. */
export type EditionEntry = { readonly id: number; readonly report: number; readonly number: number; readonly org: string; readonly day: Day; readonly headNumber: number; readonly headHash: string; readonly pins: Pins; readonly document: ReportDocument; readonly person: number; readonly recordedAt: string }

/** The living report of a period; the first one written if there are several. */
export const findReport = (handle: Handle, schema: string, periodKey: string): Promise<ReportEntry | undefined> => firstReport(handle, schema, sql`period = ${periodKey}`)

/** The living report of an entry number. */
export const findReportById = (handle: Handle, schema: string, id: number): Promise<ReportEntry | undefined> => firstReport(handle, schema, sql`id = ${id}::bigint`)

const firstReport = async (handle: Handle, schema: string, which: Sql): Promise<ReportEntry | undefined> => {
  const [row] = await rowsOf<{ id: number; version: number; title: string; org: string; period: string; document: string }>(
    handle,
    sql`select id, version, title, org, period, document from ${table(schema, 'ledger_report')} where not void and ${which} order by id limit 1`,
  )
  return row === undefined ? undefined : { ...row, document: ReportDocument.parse(JSON.parse(row.document)) }
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

/** The change set that seals a report as it stands on the snapshot: figures, row sets and journal head pinned. */
export const sealing = async (handle: Handle, schema: string, book: TownBook, report: ReportEntry, number: number, today: Day, by: Actor): Promise<ChangeSet> => {
  const span = period(report.period)
  const measures = boundMeasures(report.document)
  const scope = await figureScope(handle, schema, book, { period: span, org: report.org, cutoff: span.to, asOf: book.head, measures })
  const figures = []
  for (const figure of await readFigures(handle, scope)) figures.push(pinOf(figure, figure.change === null ? null : changePhrase(figure.change, 'zh'), await rowSetHash(handle, scope, figure)))
  const pins: Pins = { period: report.period, org: report.org, cutoff: span.to, asOf: book.head, figures }
  const fields = {
    report: String(report.id),
    number: String(number),
    org: report.org,
    day: today,
    head_number: String(book.head),
    head_hash: book.hash,
    pins: JSON.stringify(pins),
    document: JSON.stringify(report.document),
  }
  return { by, changes: [{ act: 'create', verb: 'edition.seal', ledger: 'edition', spans: [{ from: null, to: null, fields }] }] }
}
