import type { Pins } from '../core/report/edition.ts'
import { moved } from '../core/report/edition.ts'
import type { Told } from '../core/report/print.ts'
import type { Figure } from '../core/measure/figure.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import type { TownBook } from './book.ts'
import type { Handle } from './sql.ts'
import { tellMeasures } from './tell-report.ts'

/** A pinned figure that is no longer what it was, with what it tells now. */
export type MovedPin = { readonly measure: string; readonly figure: Figure | undefined; readonly told: Told | undefined }

/** The figures of an edition or a freeze that are no longer what it says; cheaper than the rows that moved them. */
export const movedPins = async (handle: Handle, schema: string, book: TownBook, pins: Pins): Promise<readonly MovedPin[]> => {
  if (book.head === pins.asOf) return []
  const { figures, told } = await tellMeasures(handle, schema, book, pins.figures.map((pin) => pin.measure), { period: period(pins.period), org: pins.org, cutoff: pins.cutoff as Day, asOf: book.head })
  const now = new Map(figures.map((figure) => [figure.measure, figure]))
  return pins.figures.flatMap((pin) => {
    const [figure, tells] = [now.get(pin.measure), told.get(pin.measure)]
    return moved(pin, figure, tells) ? [{ measure: pin.measure, figure, told: tells }] : []
  })
}
