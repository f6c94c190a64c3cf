import { IndicatorContent } from '../core/report/indicator-content.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A table someone saved under a name: which measures, orgs and columns, and for which kind of period. */
export type SavedIndicators = { readonly id: number; readonly version: number; readonly title: string; readonly kind: string; readonly content: IndicatorContent }

/** Every saved table, by title, or the one of an entry number. */
export const findIndicators = async (handle: Handle, schema: string, id?: number): Promise<readonly SavedIndicators[]> => {
  const rows = await rowsOf<{ id: number; version: number; title: string; kind: string; content: string }>(
    handle,
    sql`select id, version, title, kind, content from ${table(schema, 'ledger_indicator')} where not void and (${id ?? null}::bigint is null or id = ${id ?? null}::bigint) order by title, id`,
  )
  return rows.map((row) => ({ ...row, content: IndicatorContent.parse(JSON.parse(row.content)) }))
}
