import { equals } from '../../src/core/quantity/decimal.ts'
import { period } from '../../src/core/time/period.ts'
import type { Figure } from '../../src/core/measure/figure.ts'
import { shortest } from '../../src/store/entries.ts'
import { figureScope, readFigures } from '../../src/store/figures.ts'
import { onSnapshot } from '../../src/store/snapshot.ts'
import type { Town } from '../../src/store/town.ts'
import type { Context } from '../context.ts'
import type { HandReport } from '../hand-sql.ts'
import { reportByFigure, reportByLedger, writePlans } from '../hand-sql.ts'
import { interleave, median, milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'

/** A report of 150 figures with their comparisons, read from balances, against the same report written by hand over the entries. */
export const name = 'report'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await context.town(context.full ? 5_000_000 : 1_000_000)
  const hand = (write: typeof reportByLedger) => onSnapshot(town.db, (client) => write(client, town.schema))
  const ours = await compile(town)
  mustAgree(ours, await hand(reportByFigure))
  mustAgree(ours, await hand(reportByLedger))
  if (context.plans) await writePlans(town)
  const times = await interleave(3, {
    ours: () => compileTime(town),
    byFigure: () => milliseconds(() => hand(reportByFigure)),
    byLedger: () => milliseconds(() => hand(reportByLedger)),
  })
  return [
    compared({ name: 'report: 150 figures, hand-written SQL a figure ÷ ours', value: times.byFigure, baseline: times.ours, unit: 'ms', least: 100, more: { text: 'ours <= 50 ms', holds: times.ours <= 50 } }),
    compared({ name: 'report: 150 figures, hand-written SQL a ledger ÷ ours', value: times.byLedger, baseline: times.ours, unit: 'ms', least: 100 }),
  ]
}

/** The report of the first half of 2023, on one snapshot. */
export const compile = async (town: Town): Promise<readonly Figure[]> => {
  const book = await town.book()
  const half = period('2023H1')
  return onSnapshot(town.db, async (client) => {
    const scope = await figureScope(client, town.schema, book, { period: half, org: book.orgs.root, cutoff: half.to, asOf: book.head })
    return readFigures(client, scope)
  })
}

/** Median of eleven compilations, in milliseconds. */
export const compileTime = async (town: Town): Promise<number> => {
  const times: number[] = []
  for (let index = 0; index < 11; index += 1) times.push(await milliseconds(() => compile(town)))
  return median(times)
}

/** Both reports say the same, or there is nothing to compare. */
const mustAgree = (ours: readonly Figure[], hand: HandReport): void => {
  if (ours.length !== 150) throw new Error(`the report has ${ours.length} figures, not 150`)
  for (const { measure, value, base } of ours) {
    const written = hand.get(measure)
    if (value === null || base === null || written === undefined || !equals(value, shortest(written.now)) || !equals(base, shortest(written.before)))
      throw new Error(`${measure}: ${value} and ${base} from balances, ${written?.now} and ${written?.before} by hand`)
  }
}
