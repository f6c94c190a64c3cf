import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** The cells of entries that registers filled, by month. */
export const savedInEntries = (handle: Handle, schema: string): Promise<readonly { readonly month: string; readonly cells: number }[]> =>
  rowsOf<{ month: string; cells: number }>(handle, sql`select to_char(day, 'YYYY-MM') as month, sum(cells)::int as cells from ${table(schema, 'ledger_saved_cells')} where not void group by 1`)
