import { randomInt } from 'node:crypto'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { millionths, parseDecimal } from '../../core/quantity/decimal.ts'
import type { Sql } from '../sql.ts'
import { sql } from '../sql.ts'

/**
 * How a posting weighs by its journal range, drawn anew for every run: each digit of both numbers has a weight of its own, and a range
 * weighs their product modulo a prime. `row` is what a row counts besides its amount, `kept` what a posting counts besides its rows. The prime is below 2^26, so that products stay whole numbers that a double holds.
 */
export type RangeWeights = { readonly head: number; readonly first: Digits; readonly last: Digits; readonly row: number; readonly kept: number }
type Digits = { readonly low: readonly number[]; readonly high: readonly number[] }

export const prime = 67_108_859
const base = 4096

export const drawRangeWeights = (head: number): RangeWeights => {
  const draw = (count: number): readonly number[] => Array.from({ length: count }, () => randomInt(1, prime))
  const digits = (): Digits => ({ low: draw(base), high: draw(Math.floor(head / base) + 1) })
  return { head, first: digits(), last: digits(), row: randomInt(1, prime), kept: randomInt(1, prime) }
}

/** The weight of a range; 0 beyond the head. */
export const rangeWeight = (weights: RangeWeights, first: number, last: number): number => (digitsWeight(weights.first, first) * digitsWeight(weights.last, last)) % prime

const digitsWeight = ({ low, high }: Digits, number: number): number => ((low[number % base] ?? 0) * (high[Math.floor(number / base)] ?? 0)) % prime

/** What an amount counts as, in 10^-12 modulo the prime. */
export const amountResidue = (amount: Decimal): number => {
  const short = millionths(amount)
  if (!Number.isNaN(short)) return ((short % prime) * 1_000_000) % prime
  const [whole = '0', fraction = ''] = (parseDecimal(amount) ?? '0').split('.')
  return Number(BigInt(whole + fraction.slice(0, 12).padEnd(12, '0')) % BigInt(prime))
}

/** What a posting weighs by range and day; `day` is the weight of the day. A range outside the journal weighs nothing, nor does a posting of nothing over one number. */
export const rangesSql = ({ head, first, last, row, kept }: RangeWeights, day: Sql): Sql => {
  const digits = ({ low, high }: Digits, column: Sql): Sql => sql`((${low}::bigint[])[${column} % ${sql.lit(base)} + 1] * (${high}::bigint[])[${column} / ${sql.lit(base)} + 1] % ${sql.lit(prime)})`
  const weight = sql`(${digits(first, sql`first`)} * ${digits(last, sql`last`)} % ${sql.lit(prime)}) * ${day} % ${sql.lit(prime)}`
  return sql`case when first between 1 and last and last <= ${sql.lit(head)} then (amount * 1000000000000 + rows * ${sql.lit(row)}::bigint + case when amount <> 0 or rows <> 0 or first < last then ${sql.lit(kept)} else 0 end) * (${weight}) end`
}
