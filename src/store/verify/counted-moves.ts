import type { RangeWeights } from './range-weights.ts'
import { prime, rangeWeight } from './range-weights.ts'

/**
 * The postings that the journal makes of one series, org, month and cohort: for each day and each group that moved it the first and
 * last number and what it came to, modulo the prime of the weights. Five numbers a posting: group, first, last, value, and the
 * place of the posting of the group before on that day.
 */
export class CountedMoves {
  private readonly newest = new Int32Array(32)
  private held = new Float64Array(20)
  private count = 0

  /** Adds what one journal row moved on a day, in any order. */
  move(day: number, number: number, group: number, value: number): void {
    let after = 0
    let at = this.newest[day] ?? 0
    while (at > 0 && this.read(at, 0) > group) {
      after = at
      at = this.read(at, 4)
    }
    if (at === 0 || this.read(at, 0) !== group) {
      at = this.make(group, number, at)
      if (after === 0) this.newest[day] = at
      else this.held[after * 5 - 1] = at
    }
    const from = at * 5 - 5
    if (number < this.read(at, 1)) this.held[from + 1] = number
    if (number > this.read(at, 2)) this.held[from + 2] = number
    this.held[from + 3] = (this.read(at, 3) + value) % prime
  }

  /** What all the postings weigh together. A posting of nothing over one number weighs nothing: none is kept. */
  weigh(weights: RangeWeights, days: readonly number[]): number {
    let sum = 0
    for (let day = 0; day < 32; day += 1)
      for (let at = this.newest[day] ?? 0; at > 0; at = this.read(at, 4)) {
        const [first, last] = [this.read(at, 1), this.read(at, 2)]
        const moved = this.read(at, 3)
        const value = (moved + (moved !== 0 || first < last ? weights.kept : 0)) % prime
        const weight = (rangeWeight(weights, first, last) * (days[day] ?? 0)) % prime
        sum = (sum + value * weight) % prime
      }
    return (sum + prime) % prime
  }

  private read(at: number, place: number): number {
    return this.held[at * 5 - 5 + place] ?? 0
  }

  private make(group: number, number: number, before: number): number {
    if (this.held.length === this.count * 5) {
      const longer = new Float64Array(this.held.length * 2)
      longer.set(this.held)
      this.held = longer
    }
    this.held.set([group, number, number, 0, before], this.count * 5)
    this.count += 1
    return this.count
  }
}
