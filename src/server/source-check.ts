import type { BookSide } from '../core/checking/against-book.ts'
import { checkAgainstBook } from '../core/checking/against-book.ts'
import type { Checked, CheckFinding } from '../core/checking/finding.ts'
import { reportedStatuses } from '../core/ledger/system.ts'
import type { Figure } from '../core/measure/figure.ts'
import { inReadUnit } from '../core/reading/read-unit.ts'
import { sureOf } from '../core/reading/suggest-measure.ts'
import { isRefusal } from '../core/refusal/refusal.ts'
import type { Day } from '../core/time/day.ts'
import { resolveAsOf } from '../store/as-of.ts'
import type { BookFigures, BookReader, BoundFigure } from './source-figures.ts'
import { knownExact, readBook } from './source-figures.ts'

/** Holds the figures that surely are of a measure against what the book says of it, and tells where it said otherwise on the document's day. */
export const againstBook = async (from: BookReader, bound: readonly BoundFigure[], book: BookFigures, day: Day | null): Promise<Checked> => {
  const sure = bound.flatMap((each) => {
    const suggestion = sureOf(each.suggestions)
    return suggestion === undefined || each.periodKey === null || each.org !== from.book.orgs.root ? [] : [{ ...each, suggestion, suggestions: [suggestion] }]
  })
  const asOf = day === null ? undefined : await resolveAsOf(from.handle, from.schema, from.book, day)
  const then = asOf === undefined || isRefusal(asOf) || asOf >= from.book.head ? book : await readBook(from, sure, asOf)
  return checkAgainstBook(
    sure.map(({ figure, periodKey, suggestion: { measure } }) => {
      const cell = `${periodKey}|${measure.key}`
      const side = (now: Figure | undefined): BookSide => {
        const exact = knownExact(now, measure)
        const value = exact === null ? null : (inReadUnit(exact, measure.display.unit, figure.unit ?? '') ?? null)
        return { title: measure.title.zh, exact: value, status: reportedStatuses.find((each) => each.key === now?.status)?.title.zh ?? null, moved: then.get(cell)?.exact !== now?.exact, rows: now?.rows ?? 0 }
      }
      return { figure, book: side(book.get(cell)) }
    }),
  )
}

/** Findings of both kinds in the order of the text. */
export const together = (...checked: readonly Checked[]): Checked => {
  const inOrder = (findings: readonly CheckFinding[]): readonly CheckFinding[] => findings.toSorted((a, b) => a.offset - b.offset)
  return { findings: inOrder(checked.flatMap((each) => each.findings)), confirmed: inOrder(checked.flatMap((each) => each.confirmed)) }
}
