import type { z } from 'zod'
import type { SuggestionOut } from '../api/source.ts'
import type { Measure } from '../core/measure/measure.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import type { DocumentHead } from '../core/reading/document-head.ts'
import { orgNamed } from '../core/reading/org-named.ts'
import { periodKeyOf } from '../core/reading/period-key.ts'
import type { ReadFigure } from '../core/reading/reading.ts'
import type { Suggestion } from '../core/reading/suggest-measure.ts'
import { measureWords, suggestMeasures } from '../core/reading/suggest-measure.ts'
import { wordsAround } from '../core/reading/text-places.ts'
import type { Figure } from '../core/measure/figure.ts'
import type { Day } from '../core/time/day.ts'
import { parsePeriod } from '../core/time/period.ts'
import type { TownBook } from '../store/book.ts'
import { figureScope, readFigures } from '../store/figures.ts'
import type { Handle } from '../store/sql.ts'
import { earliest } from './read-scope.ts'

/** A read figure with its period, its org (undefined where its row names one the town does not know), and the measures it may be, best first. */
export type BoundFigure = { readonly figure: ReadFigure; readonly org: string | undefined; readonly periodKey: string | null; readonly suggestions: readonly Suggestion[] }

/** A book to read figures from, of the whole town. */
export type BookReader = { readonly handle: Handle; readonly schema: string; readonly book: TownBook }

/** What the book says, by `period|measure`. */
export type BookFigures = ReadonlyMap<string, Figure>

/** As many figures are bound as can be accepted at once, over as many periods as a report names. */
const mostFigures = 2000
const mostPeriods = 24

/** Binds read figures to the measures of a book: by their words first, and among those that are as near by what the book says. */
export const bindFigures = async (from: BookReader, text: string, head: DocumentHead, figures: readonly ReadFigure[]): Promise<{ readonly bound: readonly BoundFigure[]; readonly book: BookFigures }> => {
  const words = measureWords(from.book.declared.measures.values())
  const signs = [...text]
  const first = figures.slice(0, mostFigures).map((figure) => {
    const around = wordsAround(signs, figure)
    return { figure, around, org: orgNamed(figure.row?.scope ?? '', from.book.orgs), periodKey: keyOf(figure, head), suggestions: suggestMeasures({ figure, around }, words) }
  })
  const ofTown = (org: string | undefined): boolean => org === from.book.orgs.root
  const book = await readBook(from, first.filter((each) => ofTown(each.org)))
  const bound = first.map(({ figure, around, org, periodKey }): BoundFigure => ({ figure, org, periodKey, suggestions: suggestMeasures({ figure, around, book: (measure) => (ofTown(org) ? (book.get(`${periodKey}|${measure}`)?.exact ?? null) : null) }, words) }))
  return { bound: [...bound, ...figures.slice(mostFigures).map((figure): BoundFigure => ({ figure, org: orgNamed(figure.row?.scope ?? '', from.book.orgs), periodKey: keyOf(figure, head), suggestions: [] }))], book }
}

/** The period of a figure: what its time words mean, and the document's own where it has none or only says that it is this year's. */
const keyOf = ({ period }: ReadFigure, head: DocumentHead): string | null => (period === null || /^(?:今年|本年|当年)(?:以来)?$/.test(period) ? head.period : periodKeyOf(period, head.year))

/** What a book says of the measures suggested, for each period they are suggested for; with an earlier moment, what it said then. */
export const readBook = async ({ handle, schema, book }: BookReader, bound: readonly Pick<BoundFigure, 'periodKey' | 'suggestions'>[], asOf: number = book.head): Promise<BookFigures> => {
  const asked = new Map<string, Set<string>>()
  for (const { periodKey, suggestions } of bound) if (periodKey !== null && suggestions.length > 0) asked.set(periodKey, suggestions.reduce((keys, each) => keys.add(each.measure.key), asked.get(periodKey) ?? new Set<string>()))
  const found = new Map<string, Figure>()
  for (const [key, measures] of [...asked].sort(([, a], [, b]) => b.size - a.size).slice(0, mostPeriods)) {
    const period = parsePeriod(key)
    if (period === undefined || period.from < (earliest as Day)) continue
    const scope = await figureScope(handle, schema, book, { period, org: book.orgs.root, cutoff: period.to, asOf, measures: [...measures] })
    for (const figure of await readFigures(handle, scope)) found.set(`${key}|${figure.measure}`, figure)
  }
  return found
}

/** The suggestions of a figure as the wire tells them, values in base units. The book is read for the whole town, so of a figure of another org it says nothing. */
export const presentSuggestions = ({ org, periodKey, suggestions }: BoundFigure, book: BookFigures, root: string): z.infer<typeof SuggestionOut>[] =>
  suggestions.map(({ measure, score, value }) => ({ measure: measure.key, title: measure.title, unit: measure.display.unit, score, value, book: org === root ? knownExact(book.get(`${periodKey}|${measure.key}`), measure) : null }))

/** A figure in base units; of a counted one without any row nothing is known. */
export const knownExact = (figure: Figure | undefined, { definition }: Measure): Decimal | null => (figure === undefined || (figure.rows === 0 && definition.kind !== 'formula') ? null : figure.exact)
