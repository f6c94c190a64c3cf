import type { Place } from '../core/report/indicator-table.ts'
import type { TownBook } from './book.ts'
import { sourceSql } from './source-sql.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** The places told from above for some periods at an org, by measure, as the book knew them at a journal number; where several periods tell one, the first named wins. */
export const findRankings = async (handle: Handle, schema: string, book: TownBook, of: { readonly periods: readonly string[]; readonly org: string; readonly asOf: number }): Promise<ReadonlyMap<string, Place>> => {
  const ledger = book.declared.ledgers.get('ranking')
  if (ledger === undefined) return new Map()
  const rows = await rowsOf<{ measure: string; period: string; place: string; among: string }>(
    handle,
    sql`select measure, period, place, among from ${sourceSql(schema, ledger, of.asOf >= book.head ? undefined : of.asOf)} as r where r.period = any(${[...of.periods]}::text[]) and r.org = ${of.org}`,
  )
  const order = (period: string): number => of.periods.indexOf(period)
  return new Map([...rows].sort((a, b) => order(b.period) - order(a.period)).map(({ measure, place, among }) => [measure, { place: String(place), among: String(among) }]))
}
