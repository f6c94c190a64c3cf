import type { Entry } from '../ledger/entry.ts'
import type { Contribution } from '../measure/contributions.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { negate, plus, ZERO } from '../quantity/decimal.ts'
import type { Day } from '../time/day.ts'
import type { Month } from '../time/month.ts'
import type { Series } from './fold.ts'

/** One posting to be: what a group adds to a measure at an org on a day. */
export type Cell = {
  readonly series: number
  readonly org: string
  readonly day: Day
  readonly cohort: Month | null
  amount: Decimal
  rows: number
  /** First and last journal number that moved it. */
  first: number
  last: number
}

/** How often a key is seen more or less at an org on a day, for a distinct measure. */
export type KeyCell = { readonly series: number; readonly org: string; readonly day: Day; readonly key: string; count: number }

/** Sums what a group of changes posts, cell by cell (BOOK §6), by day. */
export class Tally {
  readonly cells = new Map<string, Cell>()
  readonly keys = new Map<string, KeyCell>()

  /** Posts the difference an entry's change makes to one series; answers the days that moved. `first` is the group's first number for it. */
  post(series: Series, before: Entry | undefined, after: Entry, first: number): readonly Day[] {
    const less = before === undefined ? [] : series.contributions(before)
    const more = series.contributions(after)
    if (less.length === 0 && more.length === 0) return []
    if (sameContributions(less, more)) return []
    for (const each of less) this.add(series, each, -1, first, after.version)
    for (const each of more) this.add(series, each, 1, first, after.version)
    return less.length === 0 ? more.map(dayOf) : [...less, ...more].map(dayOf)
  }

  private add(series: Series, each: Contribution, sign: 1 | -1, first: number, last: number): void {
    const { org, day, cohort, key } = each
    this.move(series.series, org, day, cohort, sign === 1 ? each.amount : negate(each.amount), sign * each.rows, first, last)
    if (key !== null) this.addKey({ series: series.series, org, day, key, count: sign })
  }

  /** Adds one cell to its like. */
  addCell({ series, org, day, cohort, amount, rows, first, last }: Cell): void {
    this.move(series, org, day, cohort, amount, rows, first, last)
  }

  private move(series: number, org: string, day: Day, cohort: Month | null, amount: Decimal, rows: number, first: number, last: number): void {
    const id = `${series}|${org}|${day}|${cohort ?? ''}`
    const cell = this.cells.get(id)
    if (cell === undefined) {
      this.cells.set(id, { series, org, day, cohort, amount, rows, first, last })
      return
    }
    cell.amount = plus(cell.amount, amount)
    cell.rows += rows
    if (first < cell.first) cell.first = first
    if (last > cell.last) cell.last = last
  }

  addKey(more: KeyCell): void {
    const id = `${more.series}|${more.org}|${more.day}|${more.key}`
    const known = this.keys.get(id)
    if (known === undefined) this.keys.set(id, more)
    else known.count += more.count
  }

  /** The cells that move anything, in the end or between two numbers of the group: those are kept so that a moment between them is found. */
  moved(): readonly Cell[] {
    return [...this.cells.values()].filter((cell) => cell.rows !== 0 || cell.amount !== ZERO || cell.first < cell.last)
  }

  movedKeys(): readonly KeyCell[] {
    return [...this.keys.values()].filter((cell) => cell.count !== 0)
  }
}

const dayOf = (each: Contribution): Day => each.day

/** Whether two states of an entry post the same, so that the change between them moves nothing. */
export const sameContributions = (a: readonly Contribution[], b: readonly Contribution[]): boolean =>
  a.length === b.length &&
  a.every((each, index) => {
    const other = b[index]
    return other !== undefined && each.org === other.org && each.day === other.day && each.cohort === other.cohort && each.amount === other.amount && each.key === other.key && each.rows === other.rows
  })
