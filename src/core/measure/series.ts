import type { Series } from '../journal/fold.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Day } from '../time/day.ts'
import type { WindowKind } from '../time/period.ts'
import type { Contribution } from './contributions.ts'
import { compileContributions } from './contributions.ts'
import type { Measure } from './measure.ts'
import { ledgerOf } from './measure.ts'
import { isStatedInDocument } from './standing-in.ts'

/** Windows for which distinct keys are kept counted; any other scope counts them live (BOOK §6). */
export const distinctFrames: readonly WindowKind[] = ['month', 'quarter', 'half', 'year']

/**
 * How a measure version posts: from its own ledger and, where its values add, from opening numbers an
 * office stated for it (期初数, BOOK §15). A formula posts nothing.
 */
export const seriesOf = (measure: Measure, series: number, ledgers: ReadonlyMap<string, Ledger>): readonly Series[] => {
  const key = ledgerOf(measure.definition)
  const ledger = key === undefined ? undefined : ledgers.get(key)
  if (key === undefined || ledger === undefined) return []
  const { kind } = measure.definition
  const own: Series = {
    series,
    measure: measure.key,
    ledger: key,
    kind: kind === 'stock' || kind === 'distinct' ? kind : 'flow',
    contributions: compileContributions(measure, ledger),
  }
  return takesStated(measure) ? [own, { ...own, ledger: 'reported', contributions: stated(measure.key) }] : [own]
}

/** Whether opening numbers can be added to a measure's rows. */
export const takesStated = (measure: Measure): boolean => ['count', 'sum', 'stock'].includes(measure.definition.kind)

const stated =
  (measure: string) =>
  (entry: Entry): readonly Contribution[] => {
    const fields = entry.spans[0]?.fields
    if (entry.void || fields === undefined || fields['measure'] !== measure || fields['status'] !== 'stated' || isStatedInDocument(fields)) return []
    const { value, day, org } = fields
    if (typeof value !== 'string' || typeof day !== 'string') return []
    return [{ org: String(org), day: day as Day, cohort: null, amount: value as Decimal, rows: 1, key: null }]
  }
