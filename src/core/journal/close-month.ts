import type { Entry } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { Month } from '../time/month.ts'
import { lastDay, monthOf } from '../time/month.ts'

/** What decides whether a month may be closed. */
export type Closing = { readonly ledger: Ledger; readonly month: Month; readonly today: Day; readonly closed: ReadonlySet<string>; readonly openCorrections: number; readonly keeps: boolean }

/** Everything that stands in the way of closing a month, the gravest first; a close is refused with the first. */
export const closeProblems = ({ ledger, month, today, closed, openCorrections, keeps }: Closing): readonly Refusal[] => [
  ...(keeps ? [] : [refuse('forbidden', { verb: 'close.create' })]),
  ...(closed.has(`${ledger.key}|${month}`) ? [refuse('month-closed', { month, ledger: ledger.key })] : []),
  ...(lastDay(month) >= today ? [refuse('bad-input', {}, [{ field: 'month', code: 'month-not-over', details: { month } }])] : []),
  ...(openCorrections > 0 ? [refuse('close-corrections-open', { month, count: openCorrections })] : []),
]

/** Whether an entry has a day in a month: an event its date, a register the days its states begin and end. */
export const liesIn = (ledger: Ledger, entry: Entry, month: Month): boolean =>
  entry.spans.some(({ from, to, fields }) => (ledger.shape === 'event' ? [fields[ledger.dateField ?? '']] : [from, to]).some((day) => typeof day === 'string' && monthOf(day as Day) === month))
