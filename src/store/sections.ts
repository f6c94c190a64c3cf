import { lastSpan } from '../core/ledger/entry.ts'
import type { Fields } from '../core/ledger/value.ts'
import { decimal } from '../core/quantity/decimal.ts'
import type { Section } from '../core/report/section.ts'
import { byPosition, SectionDocument } from '../core/report/section.ts'
import type { TownBook } from './book.ts'
import { entriesAsOf } from './recount.ts'
import { findEntries } from './entries.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** The living sections of a report, in their order. */
export const findSections = async (handle: Handle, schema: string, book: TownBook, report: number): Promise<readonly Section[]> => {
  const ledger = book.declared.ledgers.get('section')
  if (ledger === undefined) return []
  const entries = await findEntries(handle, schema, ledger, await sectionNumbers(handle, schema, report))
  return [...entries.values()].filter((entry) => !entry.void).map((entry) => sectionOf(entry.id, entry.version, lastSpan(entry).fields)).sort(byPosition)
}

/** The sections of a report as the book knew them at a journal number, in their order. */
export const findSectionsAsOf = async (handle: Handle, schema: string, report: number, number: number): Promise<readonly Section[]> => {
  const entries = await entriesAsOf(handle, schema, await sectionNumbers(handle, schema, report), number)
  return [...entries.values()].filter((entry) => !entry.void).map((entry) => sectionOf(entry.id, entry.version, lastSpan(entry).fields)).sort(byPosition)
}

/** One living section by its entry number. */
export const findSection = async (handle: Handle, schema: string, book: TownBook, id: number): Promise<Section | undefined> => {
  const ledger = book.declared.ledgers.get('section')
  const entry = ledger === undefined ? undefined : (await findEntries(handle, schema, ledger, [id])).get(id)
  return entry === undefined || entry.void ? undefined : sectionOf(entry.id, entry.version, lastSpan(entry).fields)
}

/** A section as the journal left it at the number that was its version. */
export const findSectionVersion = async (handle: Handle, schema: string, id: number, version: number): Promise<Section | undefined> => {
  const entry = (await entriesAsOf(handle, schema, [id], version)).get(id)
  return entry === undefined || entry.version !== version ? undefined : sectionOf(id, version, lastSpan(entry).fields)
}

/** Every section a report has or had. */
const sectionNumbers = async (handle: Handle, schema: string, report: number): Promise<readonly number[]> =>
  (await rowsOf<{ id: number }>(handle, sql`select id from ${table(schema, 'ledger_section')} where report = ${report}::bigint`)).map((row) => row.id)

/** The newest version of each living section of a report, and of the report itself: what tells an open desk to read again. */
export const sectionVersions = async (handle: Handle, schema: string, report: number): Promise<{ readonly report: number; readonly state: string | null; readonly sections: Readonly<Record<string, number>> }> => {
  const rows = await rowsOf<{ id: number; version: number; state: string | null; own: boolean }>(
    handle,
    sql`select id, version, null as state, false as own from ${table(schema, 'ledger_section')} where report = ${report}::bigint and not void
        union all select id, version, state, true from ${table(schema, 'ledger_report')} where id = ${report}::bigint`,
  )
  const own = rows.find((row) => row.own)
  return { report: own?.version ?? 0, state: own?.state ?? null, sections: Object.fromEntries(rows.filter((row) => !row.own).map((row) => [String(row.id), row.version])) }
}

const sectionOf = (id: number, version: number, fields: Fields): Section => ({
  id,
  version,
  report: Number(fields['report']),
  position: decimal(String(fields['position'])),
  org: String(fields['org']),
  budget: fields['budget'] === undefined || fields['budget'] === null ? null : Number(fields['budget']),
  blocks: SectionDocument.parse(JSON.parse(String(fields['document']))).blocks,
})
