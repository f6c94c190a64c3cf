import type { Entry, Span } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerOf } from '../measure/measure.ts'
import { isStatedInDocument } from '../measure/standing-in.ts'
import type { Day } from '../time/day.ts'
import { monthOf } from '../time/month.ts'
import { sameFields } from './apply-change.ts'
import type { Book } from './fold.ts'
import { Tally } from './tally.ts'

/**
 * The first closed month a change would move (BOOK §8). A flow moves the months of its postings; a stock moves every
 * month since; a change no measure sees moves the months of its own days, and so does one that takes an event to
 * another month. A step of a matter is no change of its day: it moves what measures see of it. An opening number, and a value stated in a document, moves the ledger it is stated for.
 */
export const closedMonth = (book: Book, ledger: Ledger, before: Entry | undefined, after: Entry, step = false): string | undefined => {
  const moved: { readonly ledger: string; readonly month: string; readonly since: boolean }[] = []
  for (const series of book.series.get(ledger.key) ?? []) {
    const tally = new Tally()
    tally.post(series, before, after, after.version)
    const measure = book.declared.measures.get(series.measure)
    const counted = (measure === undefined ? undefined : ledgerOf(measure.definition)) ?? ledger.key
    for (const cell of tally.cells.values())
      if (cell.amount !== '0' || cell.rows !== 0) for (const key of new Set([ledger.key, counted])) moved.push({ ledger: key, month: monthOf(cell.day), since: series.kind === 'stock' })
  }
  for (const { fields } of [before, after].flatMap((entry) => entry?.spans ?? [])) {
    const measure = ledger.key === 'reported' && isStatedInDocument(fields) ? book.declared.measures.get(String(fields['measure'])) : undefined
    const counted = measure === undefined ? undefined : ledgerOf(measure.definition)
    if (counted !== undefined) for (const key of new Set([ledger.key, counted])) moved.push({ ledger: key, month: monthOf(fields['day'] as Day), since: false })
  }
  const own = [...new Set(ownDays(ledger, before, after).map(monthOf))]
  if ((moved.length === 0 && !step) || (ledger.shape === 'event' && own.length > 1)) for (const month of own) moved.push({ ledger: ledger.key, month, since: false })
  return [...book.closed]
    .map((each) => each.split('|'))
    .filter(([key, month = '']) => moved.some((each) => each.ledger === key && (each.month === month || (each.since && each.month < month))))
    .map(([, month = '']) => month)
    .sort()[0]
}

/** The days at which an entry says something else than before: of an event its date, of a register where states begin and end. */
const ownDays = (ledger: Ledger, before: Entry | undefined, after: Entry): readonly Day[] => {
  if (ledger.shape === 'event') return [before, after].flatMap((entry) => (entry?.spans ?? []).flatMap((span) => (span.fields[ledger.dateField ?? ''] as Day | undefined) ?? []))
  const was = before === undefined || before.void ? [] : before.spans
  const is = after.void ? [] : after.spans
  return Array.from({ length: Math.max(was.length, is.length) }, (_, index) => spanDays(was[index], is[index])).flat()
}

const spanDays = (was: Span | undefined, is: Span | undefined): readonly Day[] => {
  const days = new Set<Day | null | undefined>()
  if (was === undefined || is === undefined || was.from !== is.from || !sameFields(was.fields, is.fields)) days.add(was?.from).add(is?.from)
  if (was?.to !== is?.to) days.add(was?.to).add(is?.to)
  return [...days].filter((day) => typeof day === 'string')
}
