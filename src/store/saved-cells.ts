import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** So many months are told one by one. */
const mostMonths = 24

/** The cells that registers filled: all of them, and by month, the latest first. */
export const readSavedCells = async (handle: Handle, schema: string): Promise<{ readonly total: number; readonly months: readonly { readonly month: string; readonly cells: number }[] }> => {
  const at = table(schema, 'ledger_saved_cells')
  const { total } = await oneOf<{ total: number }>(handle, sql`select coalesce(sum(cells), 0)::int as total from ${at} where not void`)
  const months = await rowsOf<{ month: string; cells: number }>(handle, sql`select to_char(day, 'YYYY-MM') as month, sum(cells)::int as cells from ${at} where not void group by 1 order by 1 desc limit ${mostMonths}::int`)
  return { total, months }
}
