import { randomInt } from 'node:crypto'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { RangeWeights } from './range-weights.ts'
import { prime, rangesSql } from './range-weights.ts'

/** A month of one series, org and cohort as it is kept: its balance, and the sums of its postings, plain, weighed by day, and weighed by journal range; amounts in shortest text, null for none. */
export type KeptMonth = {
  readonly series: number
  readonly month: number
  readonly org: string
  readonly cohort: number
  readonly balance: string | null
  readonly balance_rows: string | null
  readonly posted: string | null
  readonly posted_rows: string | null
  readonly weighed: string | null
  readonly weighed_rows: string | null
  readonly ranged: string | null
  /** How far its widest range reaches; how many ranges are not within the journal. */
  readonly width: number | null
  readonly outside: number | null
}

/** A different number for each day of a month, drawn for one run: two months that differ on some days weigh the same by a chance of one in millions. Place 0 is no day. */
export const drawWeights = (): readonly number[] => {
  const drawn = new Set<number>()
  while (drawn.size < 31) drawn.add(randomInt(1, 2 ** 22))
  return [0, ...drawn]
}

/** All months that balances or postings tell of, of every version of a measure. */
export const keptMonths = (handle: Handle, schema: string, weights: readonly number[], ranges: RangeWeights): Promise<readonly KeptMonth[]> =>
  rowsOf<KeptMonth>(
    handle,
    sql`select series, month, org, cohort, trim_scale(b.amount)::text as balance, b.rows::text as balance_rows, trim_scale(p.amount)::text as posted, p.rows::text as posted_rows, trim_scale(p.weighed)::text as weighed, p.weighed_rows::text,
        mod(p.ranged, ${sql.lit(prime)})::text as ranged, p.width, p.outside
      from (select series, month, org, cohort, sum(amount) as amount, sum(rows) as rows, sum(amount * weight) as weighed, sum(rows * weight) as weighed_rows,
            sum(${rangesSql(ranges, sql`weight`)}) as ranged, max(last - first) as width, count(*) filter (where first < 1 or first > last or last > ${sql.lit(ranges.head)})::int as outside
          from (select series, (date_part('year', day) * 100 + date_part('month', day))::int as month, org, cohort, amount, rows, first, last, (${weights.slice(1)}::bigint[])[date_part('day', day)::int] as weight from ${table(schema, 'postings')}) as posting
          group by series, month, org, cohort) as p
        full join ${table(schema, 'balances')} as b using (series, month, org, cohort)`,
  )
