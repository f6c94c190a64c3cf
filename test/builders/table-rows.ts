import type pg from 'pg'
import { quote } from '../../src/store/sql.ts'

/** How a table of the book is compared: its rows as text, those that say nothing left out. */
const sums: Readonly<Record<string, string>> = {
  postings: 'select series, org, day, cohort, trim_scale(sum(amount)) as amount, sum(rows) as rows from {at} group by 1, 2, 3, 4 having sum(amount) <> 0 or sum(rows) <> 0',
  balances: 'select series, month, org, cohort, trim_scale(amount) as amount, rows from {at} where amount <> 0 or rows <> 0',
  distinct_refs: 'select * from {at} where refs <> 0',
  distinct_counts: 'select * from {at} where keys <> 0',
}

/** Tables of the book, the declared ledgers' among them: all that follows from the journal. */
export const bookTables = async (pool: pg.Pool, schema: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = $1 and (tablename in ('head', 'journal', 'declarations', 'postings', 'balances', 'distinct_refs', 'distinct_counts', 'files') or tablename like 'ledger\\_%') order by 1`,
    [schema],
  )
  return rows.map((row) => row.name)
}

/**
 * The rows of one table, one line of JSON each, in order. Postings are summed, because a group of changes
 * posts once to a cell what the changes one by one post in parts; cells that came back to nothing say nothing.
 */
export const tableRows = async (pool: pg.Pool, schema: string, table: string, without: readonly string[] = []): Promise<readonly string[]> => {
  const at = `${quote(schema)}.${quote(table)}`
  const { rows } = await pool.query<{ line: string }>(`select line from (select (to_jsonb(r) - $1::text[])::text as line from (${(sums[table] ?? 'select * from {at}').replace('{at}', at)}) as r) as lines order by line collate "C"`, [without])
  return rows.map((row) => row.line)
}
