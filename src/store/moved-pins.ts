import { changePhrase } from '../core/quantity/comparison.ts'
import type { Pins } from '../core/report/edition.ts'
import { moved } from '../core/report/edition.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import type { TownBook } from './book.ts'
import { figureScope, readFigures } from './figures.ts'
import type { Handle } from './sql.ts'

/** The measures of an edition whose figures are no longer what it says; cheaper than the rows that moved them. */
export const movedPins = async (handle: Handle, schema: string, book: TownBook, pins: Pins): Promise<readonly string[]> => {
  if (book.head === pins.asOf) return []
  const scope = await figureScope(handle, schema, book, { period: period(pins.period), org: pins.org, cutoff: pins.cutoff as Day, asOf: book.head, measures: pins.figures.map((pin) => pin.measure) })
  const figures = new Map((await readFigures(handle, scope)).map((figure) => [figure.measure, figure]))
  return pins.figures.flatMap((pin) => {
    const figure = figures.get(pin.measure)
    return moved(pin, figure, figure?.change == null ? null : changePhrase(figure.change, 'zh')) ? [pin.measure] : []
  })
}
