import type { Decimal } from '../core/quantity/decimal.ts'
import type { TownBook } from './book.ts'
import { shortest } from './entries.ts'
import { sourceSql } from './source-sql.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** The targets of a year at an org by measure, in base units, as the book knew them at a journal number. */
export const findTargets = async (handle: Handle, schema: string, book: TownBook, of: { readonly year: string; readonly org: string; readonly asOf: number }): Promise<ReadonlyMap<string, Decimal>> => {
  const ledger = book.declared.ledgers.get('target')
  if (ledger === undefined) return new Map()
  const rows = await rowsOf<{ measure: string; value: string }>(handle, sql`select measure, value from ${sourceSql(schema, ledger, of.asOf >= book.head ? undefined : of.asOf)} as t where t.period = ${of.year} and t.org = ${of.org}`)
  return new Map(rows.map((row) => [row.measure, shortest(row.value)]))
}
