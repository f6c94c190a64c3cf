import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** An edition made public, with what the disclosure catalogue tells of it. */
export type PublicationEntry = {
  readonly id: number
  readonly version: number
  readonly edition: number
  readonly index: string
  readonly org: string
  readonly day: Day
  readonly issuer: string
  readonly mode: string
  readonly category: string
  readonly theme: string
  readonly made: Day
  readonly scope: string
  readonly smallCell: number
  readonly state: 'public' | 'withdrawn'
}

/** Publications in the order they were first made, withdrawn ones too; or the one of an entry number, or of an edition. */
export const findPublications = async (handle: Handle, schema: string, of: { readonly publication: number } | { readonly edition: number } | 'all'): Promise<readonly PublicationEntry[]> => {
  const which = of === 'all' ? sql`true` : 'publication' in of ? sql`id = ${of.publication}::bigint` : sql`edition = ${of.edition}::bigint`
  const rows = await rowsOf<Omit<PublicationEntry, 'index' | 'smallCell'> & { index_number: string; small_cell: string }>(
    handle,
    sql`select id, version, edition, index_number, org, day, issuer, mode, category, theme, made, scope, small_cell, state from ${table(schema, 'ledger_publication')} where not void and ${which} order by id`,
  )
  return rows.map(({ index_number, small_cell, ...row }) => ({ ...row, index: index_number, smallCell: Number(small_cell) }))
}
