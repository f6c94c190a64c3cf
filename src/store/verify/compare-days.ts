import { monthNumber } from '../group-values.ts'
import type { TownBook } from '../book.ts'
import type { Tally } from '../../core/journal/tally.ts'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { minus, plus, ZERO } from '../../core/quantity/decimal.ts'
import { shortest } from '../entries.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

type Day = { readonly where: string; readonly expected: Decimal; readonly found: Decimal; readonly rows: number }

/**
 * Compares what was counted again from the entries, by day, with the postings of the measures in force. Only days whose
 * differences cancel out within their month are told: all others show in the month's balance.
 */
export const compareDays = async (handle: Handle, schema: string, book: TownBook, tally: Tally): Promise<readonly Difference[]> => {
  const current = [...new Set([...book.series.values()].flat().map((each) => each.series))]
  const posted = await rowsOf<{ series: number; org: string; day: string; cohort: number; amount: string; rows: number }>(
    handle,
    sql`select series, org, day, cohort, sum(amount) as amount, sum(rows)::int as rows from ${table(schema, 'postings')} where series = any(${current}::int[])
      group by 1, 2, 3, 4 having sum(amount) <> 0 or sum(rows) <> 0`,
  )
  const counted = new Map(tally.moved().map((cell) => [`${cell.series}|${cell.org}|${cell.day}|${monthNumber(cell.cohort)}`, cell]))
  const months = new Map<string, Day[]>()
  const differs = (series: number, org: string, day: string, cohort: number, each: Omit<Day, 'where'>): void => {
    if (each.expected === each.found && each.rows === 0) return
    const month = `${series}|${org}|${day.slice(0, 7)}|${cohort}`
    months.set(month, [...(months.get(month) ?? []), { where: `series ${series} ${day} ${org}`, ...each }])
  }
  for (const { series, org, day, cohort, amount, rows } of posted) {
    const id = `${series}|${org}|${day}|${cohort}`
    const cell = counted.get(id)
    counted.delete(id)
    differs(series, org, day, cohort, { expected: cell?.amount ?? ZERO, found: shortest(amount), rows: rows - (cell?.rows ?? 0) })
  }
  for (const { series, org, day, cohort, amount, rows } of counted.values()) differs(series, org, day, monthNumber(cohort), { expected: amount, found: ZERO, rows: -rows })
  return [...months.values()].filter(cancels).flat().slice(0, mostOfAKind).map(({ where, expected, found }) => ({ kind: 'posting', where, expected, found }))
}

const cancels = (days: readonly Day[]): boolean =>
  days.reduce((all, day) => all + day.rows, 0) === 0 && days.reduce<Decimal>((all, day) => plus(all, minus(day.found, day.expected)), ZERO) === ZERO
