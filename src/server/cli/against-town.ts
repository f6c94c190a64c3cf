import type { Checked } from '../../core/checking/finding.ts'
import { yearOf } from '../../core/time/day.ts'
import { loadBook } from '../../store/book.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { understand } from '../document/understand.ts'
import { againstBook, together } from '../source-check.ts'
import { bindFigures } from '../source-figures.ts'
import type { Given } from './command.ts'
import { periodOf } from './scope.ts'
import { withTown } from './with-town.ts'

/**
 * Holds texts against themselves and against the book of a town, all on one snapshot. A figure whose time is not told is of the period
 * that was typed.
 */
export const againstTown = async <Result>(given: Given, use: (hold: (text: string) => Promise<Checked>) => Promise<Result>): Promise<Result> => {
  const period = periodOf(given)
  return withTown(given, (town) =>
    onSnapshot(town.db, async (handle) => {
      const from = { handle, schema: town.schema, book: await loadBook(handle, town.schema) }
      return use(async (text) => {
        const { head, reading, checked } = understand(text)
        const { bound, book } = await bindFigures(from, text, { ...head, period: period.key, year: head.year ?? yearOf(period.to) }, reading.figures)
        return together(checked, await againstBook(from, bound, book, head.day))
      })
    }),
  )
}
