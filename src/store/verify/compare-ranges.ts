import type pg from 'pg'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { negate, plus, ZERO } from '../../core/quantity/decimal.ts'
import type { TownBook } from '../book.ts'
import { eachEntry } from '../each-entry.ts'
import { shortest } from '../entries.ts'
import { monthNumber } from '../group-values.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { Cell } from './compare-sums.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import type { MoveVisitor, PostingVersion } from './posting-versions.ts'
import { eachChanged, eachMove, postingVersions } from './posting-versions.ts'
import { seriesNames } from './series-names.ts'
import type { ToldGroups } from './told-groups.ts'
import { groupOf } from './told-groups.ts'

/** Months that are looked at closely, those with the widest ranges first; a range that is too wide spoils others that it covers. */
const mostMonths = 1000

/**
 * Postings, in the months given, that are not what the journal numbers they name moved, or that leave out what a number moved. Where
 * each is right in itself, those of one cell that other ranges join: one group posts once to a cell.
 */
export const compareRanges = async (client: pg.PoolClient, schema: string, book: TownBook, groups: ToldGroups, months: readonly Cell[]): Promise<readonly Difference[]> => {
  if (months.length === 0) return []
  const looked = months.filter(isMonth).toSorted((a, b) => b.width - a.width).slice(0, mostMonths)
  const days = await readPosted(client, schema, looked)
  await readMoves(client, schema, book, looked, days)
  const nameOf = seriesNames(book)
  const differences: Difference[] = []
  const tell = ({ series, org, day }: Day, at: Posting, expected: string, found: string): void =>
    void (differences.length < mostOfAKind && differences.push({ kind: 'posting', where: `${nameOf(series)} ${day} ${org} ${rangeText(at)}`, expected, found }))
  for (const day of days.values()) compareDay(groups, day, (...told) => tell(day, ...told))
  if (differences.length === 0) for (const day of days.values()) compareJoined(groups, day, (...told) => tell(day, ...told))
  return differences
}

/** What a forged day makes is none; the chain tells of that. */
const isMonth = ({ month }: Cell): boolean => month > 100 && month % 100 >= 1 && month % 100 <= 12

/** A posting, or one move of a journal number, which is a posting of its own. */
type Posting = { readonly first: number; readonly last: number; readonly amount: Decimal; readonly rows: number }
type Day = { readonly series: number; readonly org: string; readonly day: string; readonly posted: Posting[]; readonly moves: Posting[] }
type Tell = (at: Posting, expected: string, found: string) => void

const compareDay = (groups: ToldGroups, { posted, moves }: Day, tell: Tell): void => {
  let left = moves
  for (const each of posted) {
    const own = together(left.filter(({ first }) => each.first <= first && first <= each.last))
    left = left.filter(({ first }) => first < each.first || first > each.last)
    const [expected, found] = [textOf(own), textOf(each)]
    if (expected !== found && !(isNothing(own) && isNothing(each))) tell(each, expected, found)
  }
  for (const own of byGroup(groups, left)) if (!isNothing(own)) tell(own, textOf(own), '')
}

const compareJoined = (groups: ToldGroups, { posted, moves }: Day, tell: Tell): void => {
  for (const own of byGroup(groups, moves)) {
    const parts = posted.filter((each) => groupOf(groups, each.first) === groupOf(groups, own.first))
    if (parts.length > 1) for (const each of parts) tell(each, textOf(own), textOf(each))
  }
}

const byGroup = (groups: ToldGroups, moves: readonly Posting[]): readonly Posting[] => [...Map.groupBy(moves, ({ first }) => groupOf(groups, first)).values()].flatMap((each) => together(each) ?? [])

const together = (moves: readonly Posting[]): Posting | undefined =>
  moves.length === 0 ? undefined : moves.reduce((all, { first, last, amount, rows }) => ({ first: Math.min(all.first, first), last: Math.max(all.last, last), amount: plus(all.amount, amount), rows: all.rows + rows }))

/** A posting of nothing over one number is not kept, and says nothing where it is. */
const isNothing = (posting: Posting | undefined): boolean => posting === undefined || (posting.amount === ZERO && posting.rows === 0 && posting.first === posting.last)

const rangeText = ({ first, last }: Posting): string => `#${first}–#${last}`
const textOf = (posting: Posting | undefined): string => (posting === undefined ? '' : `${posting.amount} (${posting.rows}) ${rangeText(posting)}`)

const dayId = (series: number, org: string, day: string, cohort: number): string => `${series}|${org}|${day}|${cohort}`

const readPosted = async (client: pg.PoolClient, schema: string, months: readonly Cell[]): Promise<Map<string, Day>> => {
  const column = <Value>(read: (each: Cell) => Value): readonly Value[] => months.map(read)
  const rows = await rowsOf<{ series: number; org: string; day: string; cohort: number; first: number; last: number; amount: string; rows: number }>(
    client,
    sql`select p.series, p.org, p.day, p.cohort, p.first, p.last, p.amount, p.rows
      from unnest(${column((each) => each.series)}::int[], ${column((each) => each.org)}::text[], ${column((each) => each.month)}::int[], ${column((each) => each.cohort)}::int[]) as asked (series, org, month, cohort)
      join ${table(schema, 'postings')} as p on p.series = asked.series and p.org = asked.org and p.cohort = asked.cohort
        and p.day >= make_date(asked.month / 100, asked.month % 100, 1) and p.day < make_date(asked.month / 100, asked.month % 100, 1) + interval '1 month'
      order by p.series, p.org, p.day, p.cohort, p.first, p.last`,
  )
  const days = new Map<string, Day>()
  for (const { amount, ...row } of rows) dayAt(days, row).posted.push({ ...row, amount: shortest(amount) })
  return days
}

const dayAt = (days: Map<string, Day>, { series, org, day, cohort }: { readonly series: number; readonly org: string; readonly day: string; readonly cohort: number }): Day => {
  const id = dayId(series, org, day, cohort)
  const known = days.get(id) ?? { series, org, day, posted: [], moves: [] }
  days.set(id, known)
  return known
}

/** Reads the entries once more for what moved the given months. */
const readMoves = async (client: pg.PoolClient, schema: string, book: TownBook, months: readonly Cell[], days: Map<string, Day>): Promise<void> => {
  const looked = new Set(months.map(({ series, org, month, cohort }) => `${series}|${org}|${month}|${cohort}`))
  const posting = postingVersions(book)
  const series = new Set(months.map((each) => each.series))
  const into = (version: PostingVersion): MoveVisitor => ({ org, day, cohort: found, amount, rows }, sign, number) => {
    const cohort = monthNumber(found)
    if (!looked.has(`${version.series}|${org}|${monthNumber(day)}|${cohort}`)) return
    dayAt(days, { series: version.series, org, day, cohort }).moves.push({ first: number, last: number, amount: sign === 1 ? amount : negate(amount), rows: sign * rows })
  }
  for (const ledger of book.declared.ledgers.values()) {
    const versions = (posting.get(ledger.key) ?? []).filter((each) => series.has(each.series))
    if (versions.length === 0) continue
    await eachEntry(client, schema, ledger, (entry) => {
      if (entry.version === entry.id) for (const version of versions) eachMove(version, [entry], into(version))
    })
    await eachChanged(client, schema, ledger, (told) => {
      for (const version of versions) eachMove(version, told, into(version))
    })
  }
}
