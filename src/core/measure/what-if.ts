import { firstDay } from '../time/month.ts'
import type { Period } from '../time/period.ts'
import { period, windowsOf } from '../time/period.ts'
import { plus } from '../quantity/decimal.ts'
import type { Cell } from '../journal/tally.ts'
import type { Sums } from './figure.ts'
import { inWindow } from './window.ts'

/** Sums as they would be with these cells posted too; `measureOf` names the measure of a series, `orgs` the scope (undefined: all). */
export const sumsWith = (sums: Sums, cells: readonly Cell[], measureOf: (series: number) => string | undefined, orgs: ReadonlySet<string> | undefined): Sums => (slot) => {
  const known = sums(slot)
  if (known === undefined) return undefined
  return cells
    .filter((cell) => measureOf(cell.series) === slot.measure && orgs?.has(cell.org) !== false && inWindow(slot.window, cell.day, cell.cohort))
    .reduce((sum, cell) => ({ amount: plus(sum.amount, cell.amount), rows: sum.rows + cell.rows }), known)
}

/** The half years whose figures these cells move: of the day, and for a cohort of the month it was found in. */
export const movedHalves = (cells: readonly Pick<Cell, 'day' | 'cohort'>[]): readonly Period[] =>
  [...new Set(cells.map(({ day, cohort }) => windowsOf(cohort === null ? day : firstDay(cohort), ['half'])[0] ?? ''))].filter((key) => key !== '').sort().map(period)
