import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'

/** Stretches of the journal, in order, that the ranges of postings join: what overlaps was written by one group. */
export type ToldGroups = { readonly starts: Float64Array; readonly ends: Float64Array }

/** The groups that postings tell of. A range of one number joins nothing. */
export const readToldGroups = async (handle: Handle, schema: string): Promise<ToldGroups> => {
  const rows = await rowsOf<{ first: number; last: number }>(
    handle,
    sql`select min(first) as first, max(last) as last
      from (select first, last, count(*) filter (where before is null or before < first) over (order by first) as place
        from (select first, last, max(last) over (order by first rows between unbounded preceding and 1 preceding) as before
          from (select first, max(last) as last from ${table(schema, 'postings')} where first < last group by first) as ranges) as reached) as placed
      group by place order by 1`,
  )
  return { starts: Float64Array.from(rows, (row) => row.first), ends: Float64Array.from(rows, (row) => row.last) }
}

/** The first number of the group that a number falls into: itself where no range reaches over it. */
export const groupOf = ({ starts, ends }: ToldGroups, number: number): number => {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= number) low = middle + 1
    else high = middle
  }
  return low > 0 && number <= (ends[low - 1] ?? 0) ? (starts[low - 1] ?? number) : number
}
