import type { Day } from '../core/time/day.ts'
import type { YearNotice } from '../core/time/work-calendar.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** Key of the ledger of yearly notices. */
export const calendarLedger = 'zhenwu-calendar'

/** A yearly notice of the book: its entry, when it was published, and where it stands. */
export type StoredNotice = YearNotice & { readonly id: number; readonly version: number; readonly day: Day; readonly source: string }

/** Years of which the book ever had a notice, withdrawn ones among them. */
export const noticedYears = async (handle: Handle, schema: string): Promise<ReadonlySet<number>> => {
  const rows = await rowsOf<{ year: string }>(handle, sql`select distinct year::text as year from ${table(schema, ledgerTable(calendarLedger))}`)
  return new Set(rows.map(({ year }) => Number(year)))
}

/** Every notice of the book, by its year. */
export const readNotices = async (handle: Handle, schema: string): Promise<readonly StoredNotice[]> => {
  const rows = await rowsOf<{ id: number; version: number; year: string; day: Day; off: string; work: string; source: string }>(handle, sql`select id, version, year::text as year, day, off, work, source from ${table(schema, ledgerTable(calendarLedger))} where not void order by year::int`)
  return rows.map(({ year, off, work, ...row }) => ({ ...row, year: Number(year), off: JSON.parse(off) as Day[], work: JSON.parse(work) as Day[] }))
}
