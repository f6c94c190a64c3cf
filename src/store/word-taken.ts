import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/**
 * What was taken from Word files of a report before, so that no words are taken twice: 'section document' of each open proposal,
 * 'section block text' of each remark.
 */
export const findWordTaken = async (handle: Handle, schema: string, report: number): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf<{ key: string }>(
    handle,
    sql`select section || ' ' || document as key from ${table(schema, 'ledger_proposal')} where report = ${report}::bigint and origin = 'word' and state = 'proposed' and not void
        union all select section || ' ' || block || ' ' || text from ${table(schema, 'ledger_remark')} where report = ${report}::bigint and origin = 'word' and not void`,
  )
  return new Set(rows.map(({ key }) => key))
}
