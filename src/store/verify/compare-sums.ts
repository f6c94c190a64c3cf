import type { Tally } from '../../core/journal/tally.ts'
import type { TownBook } from '../book.ts'
import { shortest } from '../entries.ts'
import { balanceValues, keyValues } from '../group-values.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

type Cell = { series: number; month: number; org: string; cohort: number; amount: string; rows: number }

/** Compares what was counted again from the entries, by month, with balances and counted keys. */
export const compareSums = async (handle: Handle, schema: string, book: TownBook, tally: Tally): Promise<readonly Difference[]> => {
  const current = new Map(book.versions.filter((each) => each.series !== null && newest(book, each.series)).map((each) => [each.series ?? 0, each.measure.key]))
  const where = (cell: { series: number; month: number | string; org: string }): string => `${current.get(cell.series) ?? cell.series} ${cell.month} ${cell.org}`
  const counted = new Map(balanceValues(tally.moved()).map(([series, month, org, cohort, amount, rows]) => [`${String(series)}|${String(month)}|${String(org)}|${String(cohort)}`, `${String(amount)} (${String(rows)})`]))
  const differences: Difference[] = []
  const tell = (difference: Difference): void => void (differences.length < mostOfAKind && differences.push(difference))
  for (const cell of await rowsOf<Cell>(handle, sql`select series, month, org, cohort, amount, rows::int as rows from ${table(schema, 'balances')} where series = any(${[...current.keys()]}::int[]) and (amount <> 0 or rows <> 0)`)) {
    const id = `${cell.series}|${cell.month}|${cell.org}|${cell.cohort}`
    const found = `${shortest(cell.amount)} (${cell.rows})`
    const expected = counted.get(id) ?? '0 (0)'
    counted.delete(id)
    if (expected !== found) tell({ kind: 'balance', where: where(cell), expected, found })
  }
  for (const [id, expected] of counted) {
    const [series = '0', month = '', org = ''] = id.split('|')
    if (!expected.startsWith('0 (0')) tell({ kind: 'balance', where: where({ series: Number(series), month, org }), expected, found: '0 (0)' })
  }
  return [...differences, ...(await compareKeys(handle, schema, book, tally))]
}

const newest = (book: TownBook, series: number): boolean => [...book.series.values()].flat().some((each) => each.series === series)

/** Balances of every version, old ones too, are the sums of their postings. */
export const comparePostings = async (handle: Handle, schema: string): Promise<readonly Difference[]> => {
  const rows = await rowsOf<{ series: number; month: number; org: string; posted: string | null; balance: string | null }>(
    handle,
    sql`select series, month, org, p.amount as posted, b.amount as balance from (select * from ${table(schema, 'balances')} where amount <> 0 or rows <> 0) as b
      full join (select series, (extract(year from day) * 100 + extract(month from day))::int as month, org, cohort, sum(amount) as amount, sum(rows) as rows from ${table(schema, 'postings')}
        group by 1, 2, 3, 4 having sum(amount) <> 0 or sum(rows) <> 0) as p using (series, month, org, cohort)
      where b.amount is distinct from p.amount or b.rows is distinct from p.rows limit ${mostOfAKind}`,
  )
  return rows.map((row) => ({ kind: 'posting', where: `series ${row.series} ${row.month} ${row.org}`, expected: row.posted === null ? '0' : shortest(row.posted), found: row.balance === null ? '0' : shortest(row.balance) }))
}

/** Reference counts of distinct keys and the numbers of keys, against the entries. */
const compareKeys = async (handle: Handle, schema: string, book: TownBook, tally: Tally): Promise<readonly Difference[]> => {
  const counted = new Map(keyValues(book, tally.movedKeys()).map(([series, frame, org, key, refs]) => [`${String(series)}|${String(frame)}|${String(org)}|${String(key)}`, Number(refs)]))
  const differences: Difference[] = []
  const tell = (where: string, expected: number, found: number): void => void (differences.length < mostOfAKind && differences.push({ kind: 'distinct', where, expected: String(expected), found: String(found) }))
  const living = [...book.series.values()].flat().map((each) => each.series)
  for (const row of await rowsOf<{ series: number; frame: string; org: string; key: string; refs: number }>(handle, sql`select series, frame, org, key, refs from ${table(schema, 'distinct_refs')} where refs <> 0 and series = any(${living}::int[])`)) {
    const id = `${row.series}|${row.frame}|${row.org}|${row.key}`
    const expected = counted.get(id) ?? 0
    counted.delete(id)
    if (expected !== row.refs) tell(`series ${row.series} ${row.frame} ${row.org}`, expected, row.refs)
  }
  for (const [id, expected] of counted) tell(id.split('|').slice(0, 3).join(' '), expected, 0)
  const rows = await rowsOf<{ series: number; frame: string; org: string; expected: number | null; found: number | null }>(
    handle,
    sql`select series, frame, org, r.keys as expected, c.keys as found from (select * from ${table(schema, 'distinct_counts')} where keys <> 0) as c
      full join (select series, frame, org, count(*) as keys from ${table(schema, 'distinct_refs')} where refs > 0 group by series, frame, org) as r using (series, frame, org) where r.keys is distinct from c.keys limit ${mostOfAKind}`,
  )
  for (const row of rows) tell(`series ${row.series} ${row.frame} ${row.org}`, row.expected ?? 0, row.found ?? 0)
  return differences
}
