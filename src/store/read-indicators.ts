import type { Figure } from '../core/measure/figure.ts'
import type { IndicatorRow } from '../core/report/indicator-table.ts'
import { indicatorRow, timeProgress, yearToDate } from '../core/report/indicator-table.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import type { Day } from '../core/time/day.ts'
import type { TownBook } from './book.ts'
import type { FigureQuery, FigureScope } from './figures.ts'
import { figureScope, readFigures } from './figures.ts'
import { findRankings } from './rankings.ts'
import type { Handle } from './sql.ts'
import { findTargets } from './targets.ts'

/** An indicator table as the book tells it: `time` is the part of the year that is over, in percent. */
export type Indicators = { readonly scope: FigureScope; readonly rows: readonly IndicatorRow[]; readonly time: Decimal }

/** Reads the rows of a table: measures over a period at an org, the year so far, targets and places, and the orgs set beside the whole. */
export const readIndicators = async (handle: Handle, schema: string, book: TownBook, at: Omit<FigureQuery, 'measures'>, ask: { readonly measures: readonly string[]; readonly orgs: readonly string[]; readonly today: Day }): Promise<Indicators> => {
  const targets = await findTargets(handle, schema, book, { year: at.period.to.slice(0, 4), org: at.org, asOf: at.asOf })
  const measures = ask.measures.length > 0 ? ask.measures : byDefault(book, targets)
  const year = yearToDate(at.period)
  const places = await findRankings(handle, schema, book, { periods: [at.period.key, year.key], org: at.org, asOf: at.asOf })
  const read = async (query: Omit<FigureQuery, 'measures'>): Promise<{ readonly scope: FigureScope; readonly figures: ReadonlyMap<string, Figure> }> => {
    const scope = await figureScope(handle, schema, book, { ...query, measures })
    return { scope, figures: new Map((await readFigures(handle, scope)).map((figure) => [figure.measure, figure])) }
  }
  const { scope, figures } = await read(at)
  const toDate = year.key === at.period.key ? figures : (await read({ ...at, period: year })).figures
  const others: ReadonlyMap<string, Figure>[] = []
  for (const org of ask.orgs) others.push((await read({ ...at, org })).figures)
  const time = timeProgress([at.cutoff, at.period.to, ask.today].reduce((a, b) => (a < b ? a : b)))
  const rows = measures.flatMap((key) => {
    const measure = scope.measures.get(key)
    const figure = figures.get(key)
    if (measure === undefined || figure === undefined) return []
    return [indicatorRow({ measure, figure, toDate: toDate.get(key), target: targets.get(key), place: places.get(key), others: others.flatMap((each) => each.get(key) ?? []) }, time)]
  })
  return { scope, rows, time }
}

/** The measures a table shows when none are named: those with a target, else those an office reports or that say which way is better. */
const byDefault = (book: TownBook, targets: ReadonlyMap<string, Decimal>): readonly string[] => {
  const known = [...book.declared.measures.values()].filter((measure) => measure.part !== true)
  const aimed = known.filter((measure) => targets.has(measure.key))
  return (aimed.length > 0 ? aimed : known.filter((measure) => measure.definition.kind === 'reported' || measure.better !== undefined)).slice(0, shownByDefault).map((measure) => measure.key)
}

const shownByDefault = 40
