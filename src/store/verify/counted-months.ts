import type { Contribution } from '../../core/measure/contributions.ts'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { fromInteger, fromMillionths, millionths, plus, times, ZERO } from '../../core/quantity/decimal.ts'
import { CountedMoves } from './counted-moves.ts'
import { amountResidue, prime } from './range-weights.ts'

/** What one series came to at one org in one month and cohort, both yyyymm: a place for each day, 1 to 31, and place 0 for what is no day. */
export type CountedMonth = {
  readonly series: number
  readonly org: string
  readonly month: number
  readonly cohort: number
  /** In millionths; what they cannot hold exactly is in `rest`. */
  readonly amounts: Float64Array
  readonly rows: Int32Array
  readonly rest: Map<number, Decimal>
  /** By which journal numbers it came to that. */
  readonly moves: CountedMoves
}

export type Counted = { readonly amount: Decimal; readonly rows: Decimal }

/** What entries come to, counted again: by series, org, month and cohort, the grain of balances, and within it by day. */
export class CountedMonths {
  private readonly row: number
  private readonly found = new Map<number, Map<string, Map<number, CountedMonth>>>()

  /** `row` is what a row weighs besides its amount when it is moved. */
  constructor(row: number) {
    this.row = row
  }

  /** Adds to the sums, and answers the month added to. */
  add(series: number, contribution: Contribution): CountedMonth {
    const { day, amount, rows } = contribution
    const counted = this.month(series, contribution)
    const place = dayIn(day)
    counted.rows[place] = (counted.rows[place] ?? 0) + rows
    const total = millionths(amount) + (counted.amounts[place] ?? 0)
    if (Math.abs(total) < most) counted.amounts[place] = total
    else counted.rest.set(place, plus(counted.rest.get(place) ?? ZERO, amount))
    return counted
  }

  /** The month that a contribution falls into. */
  month(series: number, { org, day, cohort }: Contribution): CountedMonth {
    return this.at(series, org, monthIn(day), cohort === null ? 0 : monthIn(cohort))
  }

  /** Notes that a journal number, of a group, put a contribution into its month or took it out. */
  move(counted: CountedMonth, { day, amount, rows }: Contribution, sign: 1 | -1, number: number, group: number): void {
    counted.moves.move(dayIn(day), number, group, (sign * (amountResidue(amount) + rows * this.row)) % prime)
  }

  /** Takes a month out of what was counted. */
  take(series: number, org: string, month: number, cohort: number): CountedMonth | undefined {
    const months = this.found.get(series)?.get(org)
    const counted = months?.get(placeOf(month, cohort))
    months?.delete(placeOf(month, cohort))
    return counted
  }

  *[Symbol.iterator](): Generator<CountedMonth> {
    for (const orgs of this.found.values()) for (const months of orgs.values()) yield* months.values()
  }

  private at(series: number, org: string, month: number, cohort: number): CountedMonth {
    let orgs = this.found.get(series)
    if (orgs === undefined) this.found.set(series, (orgs = new Map()))
    let months = orgs.get(org)
    if (months === undefined) orgs.set(org, (months = new Map()))
    const place = placeOf(month, cohort)
    let counted = months.get(place)
    if (counted === undefined) months.set(place, (counted = { series, org, month, cohort, amounts: new Float64Array(32), rows: new Int32Array(32), rest: new Map(), moves: new CountedMoves() }))
    return counted
  }
}

/** Sums over the days, each multiplied by its weight, a whole number below 2^22; unweighed the whole month. */
export const sumOf = ({ amounts, rows, rest }: CountedMonth, weights?: readonly number[]): Counted => {
  let [high, low, count] = [0, 0, 0]
  for (let day = 0; day < amounts.length; day += 1) {
    const weight = weights?.[day] ?? 1
    const amount = amounts[day] ?? 0
    const upper = Math.trunc(amount / half)
    high += upper * weight
    low += (amount - upper * half) * weight
    count += (rows[day] ?? 0) * weight
  }
  const short = Number.isSafeInteger(high * half + low) ? BigInt(high * half + low) : BigInt(high) * BigInt(half) + BigInt(low)
  const amount = [...rest].reduce((all, [day, more]) => plus(all, times(more, fromInteger(weights?.[day] ?? 1))), fromMillionths(short))
  return { amount, rows: fromInteger(count) }
}

/** What one day came to. */
export const dayOf = (counted: CountedMonth, day: number): Counted => ({ amount: plus(fromMillionths(BigInt(counted.amounts[day] ?? 0)), counted.rest.get(day) ?? ZERO), rows: fromInteger(counted.rows[day] ?? 0) })

/** A sum of 31 days, halved at 2^26 and weighed, stays a whole number that a double holds. */
const half = 2 ** 26
const most = 1e15

/** Month and cohort in one small whole number. */
const placeOf = (month: number, cohort: number): number => (month - 190_000) * 30_000 + (cohort === 0 ? 0 : cohort - 190_000)

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

/** The month yyyymm of a day or month. */
const monthIn = (day: string): number => digit(day, 0) * 100_000 + digit(day, 1) * 10_000 + digit(day, 2) * 1000 + digit(day, 3) * 100 + digit(day, 5) * 10 + digit(day, 6)

const dayIn = (day: string): number => {
  const number = digit(day, 8) * 10 + digit(day, 9)
  return day.length === 10 && number >= 1 && number <= 31 ? number : 0
}
