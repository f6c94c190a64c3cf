import type { TownBook } from '../book.ts'
import { shortest } from '../entries.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { CountedMonth, CountedMonths } from './counted-months.ts'
import { dayOf, sumOf } from './counted-months.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import type { KeptMonth } from './kept-months.ts'
import { seriesNames } from './series-names.ts'

/** Balances of every version of a measure, old ones too, are the sums of their postings. */
export const comparePostings = (book: TownBook, kept: readonly KeptMonth[]): readonly Difference[] => {
  const nameOf = seriesNames(book)
  return kept
    .filter((each) => (each.balance ?? '0') !== (each.posted ?? '0') || (each.balance_rows ?? '0') !== (each.posted_rows ?? '0'))
    .slice(0, mostOfAKind)
    .map((each) => ({ kind: 'posting', where: `${nameOf(each.series)} ${each.month} ${each.org}`, expected: `${each.balance ?? '0'} (${each.balance_rows ?? '0'})`, found: `${each.posted ?? '0'} (${each.posted_rows ?? '0'})` }))
}

/**
 * What was counted again from the entries is the balance of each month, and within the month what was posted on each day, for the
 * measures in force. Days are told only where they cancel out within their month: all others show in its balance.
 */
export const compareSums = async (handle: Handle, schema: string, book: TownBook, counted: CountedMonths, kept: readonly KeptMonth[], weights: readonly number[]): Promise<readonly Difference[]> => {
  const current = new Map([...book.series.values()].flat().map((each) => [each.series, each.measure]))
  const differences: Difference[] = []
  const apart: { readonly cell: Cell; readonly own: CountedMonth | undefined }[] = []
  const compare = (cell: Cell, own: CountedMonth | undefined, told: Partial<KeptMonth>): void => {
    const sum = own === undefined ? nothing : sumOf(own)
    const [expected, found] = [`${sum.amount} (${sum.rows})`, `${told.balance ?? '0'} (${told.balance_rows ?? '0'})`]
    if (expected !== found) {
      if (differences.length < mostOfAKind) differences.push({ kind: 'balance', where: `${current.get(cell.series)} ${cell.month} ${cell.org}`, expected, found })
    } else if (sum.amount === (told.posted ?? '0') && sum.rows === (told.posted_rows ?? '0')) {
      const weighed = own === undefined ? nothing : sumOf(own, weights)
      if (apart.length < mostOfAKind && (weighed.amount !== (told.weighed ?? '0') || weighed.rows !== (told.weighed_rows ?? '0'))) apart.push({ cell, own })
    }
  }
  for (const each of kept) if (current.has(each.series)) compare(each, counted.take(each.series, each.org, each.month, each.cohort), each)
  for (const own of counted) compare(own, own, {})
  for (const { cell, own } of apart) differences.push(...(await compareDays(handle, schema, seriesNames(book)(cell.series), cell, own)))
  return differences
}

type Cell = Pick<CountedMonth, 'series' | 'org' | 'month' | 'cohort'>
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
