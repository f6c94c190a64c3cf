import type { Tally } from '../../core/journal/tally.ts'
import type { TownBook } from '../book.ts'
import { keyValues } from '../group-values.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import { seriesNames } from './series-names.ts'

/** Reference counts of distinct keys and the numbers of keys, against the entries. */
export const compareKeys = async (handle: Handle, schema: string, book: TownBook, tally: Tally): Promise<readonly Difference[]> => {
  const counted = new Map(keyValues(book, tally.movedKeys()).map(([series, frame, org, key, refs]) => [`${String(series)}|${String(frame)}|${String(org)}|${String(key)}`, Number(refs)]))
  const differences: Difference[] = []
  const tell = (where: string, expected: number, found: number): void => void (differences.length < mostOfAKind && differences.push({ kind: 'distinct', where, expected: String(expected), found: String(found) }))
  const nameOf = seriesNames(book)
  const living = [...book.series.values()].flat().map((each) => each.series)
  for (const row of await rowsOf<{ series: number; frame: string; org: string; key: string; refs: number }>(handle, sql`select series, frame, org, key, refs from ${table(schema, 'distinct_refs')} where refs <> 0 and series = any(${living}::int[])`)) {
    const id = `${row.series}|${row.frame}|${row.org}|${row.key}`
    const expected = counted.get(id) ?? 0
    counted.delete(id)
    if (expected !== row.refs) tell(`${nameOf(row.series)} ${row.frame} ${row.org}`, expected, row.refs)
  }
  for (const [id, expected] of counted) {
    const [series, frame = '', org = ''] = id.split('|')
    tell(`${nameOf(Number(series))} ${frame} ${org}`, expected, 0)
  }
  const rows = await rowsOf<{ series: number; frame: string; org: string; expected: number | null; found: number | null }>(
    handle,
    sql`select series, frame, org, r.keys as expected, c.keys as found from (select * from ${table(schema, 'distinct_counts')} where keys <> 0) as c
      full join (select series, frame, org, count(*) as keys from ${table(schema, 'distinct_refs')} where refs > 0 group by series, frame, org) as r using (series, frame, org) where r.keys is distinct from c.keys limit ${mostOfAKind}`,
  )
  for (const row of rows) tell(`${nameOf(row.series)} ${row.frame} ${row.org}`, row.expected ?? 0, row.found ?? 0)
  return differences
}
