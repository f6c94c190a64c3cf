import type { TownBook } from '../book.ts'
import { shortest } from '../entries.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { CountedMonth, CountedMonths } from './counted-months.ts'
import { dayOf, sumOf } from './counted-months.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import type { KeptMonth } from './kept-months.ts'
import type { RangeWeights } from './range-weights.ts'
import { prime } from './range-weights.ts'
import { seriesNames } from './series-names.ts'

/** Balances of every version of a measure, old ones too, are the sums of their postings. */
export const comparePostings = (book: TownBook, kept: readonly KeptMonth[]): readonly Difference[] => {
  const nameOf = seriesNames(book)
  return kept
    .filter((each) => (each.balance ?? '0') !== (each.posted ?? '0') || (each.balance_rows ?? '0') !== (each.posted_rows ?? '0'))
    .slice(0, mostOfAKind)
    .map((each) => ({ kind: 'posting', where: `${nameOf(each.series)} ${each.month} ${each.org}`, expected: `${each.balance ?? '0'} (${each.balance_rows ?? '0'})`, found: `${each.posted ?? '0'} (${each.posted_rows ?? '0'})` }))
}

/** One month of one series, org and cohort; how far its widest range reaches. */
export type Cell = Pick<CountedMonth, 'series' | 'org' | 'month' | 'cohort'> & { readonly width: number }

/**
 * What was counted again from the entries is the balance of each month, and within the month what was posted on each day, for the
 * measures in force. Days are told only where they cancel out within their month: all others show in its balance. Months that are
 * right so far and whose postings were not made by the numbers they name are answered for a closer look; those of old versions too.
 */
export const compareSums = async (handle: Handle, schema: string, book: TownBook, counted: CountedMonths, kept: readonly KeptMonth[], weights: readonly number[], ranges: RangeWeights): Promise<{ readonly differences: readonly Difference[]; readonly ranged: readonly Cell[] }> => {
  const current = new Map([...book.series.values()].flat().map((each) => [each.series, each.measure]))
  const differences: Difference[] = []
  const apart: { readonly cell: Cell; readonly own: CountedMonth | undefined }[] = []
  const ranged: Cell[] = []
  const compare = (cell: Cell, own: CountedMonth | undefined, told: Partial<KeptMonth>): void => {
    if (current.has(cell.series)) {
      const sum = own === undefined ? nothing : sumOf(own)
      const [expected, found] = [`${sum.amount} (${sum.rows})`, `${told.balance ?? '0'} (${told.balance_rows ?? '0'})`]
      if (expected !== found) {
        if (differences.length < mostOfAKind) differences.push({ kind: 'balance', where: `${current.get(cell.series)} ${cell.month} ${cell.org}`, expected, found })
        return
      }
      if (sum.amount !== (told.posted ?? '0') || sum.rows !== (told.posted_rows ?? '0')) return
      const weighed = own === undefined ? nothing : sumOf(own, weights)
      if (weighed.amount !== (told.weighed ?? '0') || weighed.rows !== (told.weighed_rows ?? '0')) {
        if (apart.length < mostOfAKind) apart.push({ cell, own })
        return
      }
    } else if ((told.balance ?? '0') !== (told.posted ?? '0') || (told.balance_rows ?? '0') !== (told.posted_rows ?? '0')) return
    if ((told.outside ?? 0) > 0 || (own?.moves.weigh(ranges, weights) ?? 0) !== (Number(told.ranged ?? '0') + prime) % prime) ranged.push(cell)
  }
  for (const each of kept) compare({ ...each, width: each.width ?? 0 }, counted.take(each.series, each.org, each.month, each.cohort), each)
  for (const own of counted) compare({ ...own, width: 0 }, own, {})
  for (const { cell, own } of apart) differences.push(...(await compareDays(handle, schema, seriesNames(book)(cell.series), cell, own)))
  return { differences, ranged }
}

const nothing = { amount: '0', rows: '0' } as const

/** The days of one month on which what was posted is not what was counted again. */
const compareDays = async (handle: Handle, schema: string, name: string, { series, org, month, cohort }: Cell, own: CountedMonth | undefined): Promise<readonly Difference[]> => {
  const first = `${Math.trunc(month / 100)}-${String(month % 100).padStart(2, '0')}`
  const posted = await rowsOf<{ day: string; amount: string; rows: string }>(
    handle,
    sql`select day, sum(amount) as amount, sum(rows)::text as rows from ${table(schema, 'postings')} where series = ${series}::int and org = ${org} and cohort = ${cohort}::int
      and day >= ${`${first}-01`}::date and day < ${`${first}-01`}::date + interval '1 month' group by day`,
  )
  const found = new Map(posted.map((each) => [Number(each.day.slice(8)), { amount: shortest(each.amount), rows: each.rows }]))
  return Array.from({ length: 31 }, (_, index) => index + 1).flatMap((day): readonly Difference[] => {
    const [expected, told] = [own === undefined ? nothing : dayOf(own, day), found.get(day) ?? nothing]
    if (expected.amount === told.amount && expected.rows === told.rows) return []
    return [{ kind: 'posting', where: `${name} ${first}-${String(day).padStart(2, '0')} ${org}`, expected: expected.amount, found: told.amount }]
  })
}
