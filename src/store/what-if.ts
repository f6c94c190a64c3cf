import { Tally } from '../core/journal/tally.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Figure } from '../core/measure/figure.ts'
import { operandsOf } from '../core/measure/measure.ts'
import type { Measure } from '../core/measure/measure.ts'
import { movedHalves, sumsWith } from '../core/measure/what-if.ts'
import type { TownBook } from './book.ts'
import { figureScope, readFigures } from './figures.ts'
import type { Handle } from './sql.ts'

/** A figure of the whole town as it stands and as it would stand; `after` is null where it must be counted anew (people counted once). */
export type MovedFigure = { readonly measure: Measure; readonly before: Figure; readonly after: Figure | null }

/** The figures a change of one entry would move, by the half years it touches; nothing is written. */
export const figuresMoved = async (handle: Handle, schema: string, book: TownBook, root: string, before: Entry, after: Entry): Promise<readonly MovedFigure[]> => {
  const tally = new Tally()
  const series = book.series.get(after.ledger) ?? []
  for (const each of series) tally.post(each, before, after, 1)
  const cells = tally.moved().filter((cell) => cell.amount !== '0' || cell.rows !== 0)
  const keys = tally.movedKeys()
  const measureOf = (number: number): string | undefined => series.find((each) => each.series === number)?.measure
  const posted = new Set([...cells, ...keys].flatMap((cell) => measureOf(cell.series) ?? []))
  const counted = new Set(keys.flatMap((cell) => measureOf(cell.series) ?? []))
  const { measures } = book.declared
  const chosen = [...measures.values()].filter((measure) => measure.part !== true && madeOf(measure, posted, measures))
  const moved: MovedFigure[] = []
  for (const period of movedHalves([...cells, ...keys.map(({ day }) => ({ day, cohort: null }))])) {
    const scope = await figureScope(handle, schema, book, { period, org: root, cutoff: period.to, asOf: book.head, measures: chosen.map(({ key }) => key) })
    const now = await readFigures(handle, scope)
    const then = await readFigures(handle, scope, (sums) => sumsWith(sums, cells, measureOf, undefined))
    now.forEach((figure, index) => {
      const measure = chosen[index]
      const would = then[index]
      if (measure === undefined || would === undefined) return
      const anew = madeOf(measure, counted, measures)
      if (anew || would.exact !== figure.exact) moved.push({ measure, before: figure, after: anew ? null : would })
    })
  }
  return moved
}

/** Whether a measure is one of these or made of them. */
const madeOf = (measure: Measure, of: ReadonlySet<string>, measures: ReadonlyMap<string, Measure>): boolean =>
  of.has(measure.key) || operandsOf(measure.definition).some((key) => {
    const operand = measures.get(key)
    return operand !== undefined && madeOf(operand, of, measures)
  })
