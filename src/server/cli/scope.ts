import type pg from 'pg'
import type { ParseArgsOptionsConfig } from 'node:util'
import { parseDay } from '../../core/time/day.ts'
import { parsePeriod } from '../../core/time/period.ts'
import type { TownBook } from '../../store/book.ts'
import { loadBook } from '../../store/book.ts'
import { resolveAsOf } from '../../store/as-of.ts'
import type { FigureScope } from '../../store/figures.ts'
import { figureScope } from '../../store/figures.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { earliest } from '../read-scope.ts'
import type { Given } from './command.ts'
import { granted, Misused, refusedWith } from './command.ts'
import { withTown } from './with-town.ts'

/** Options by which figures are asked for. */
export const scopeOptions = { period: { type: 'string' }, org: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } } as const satisfies ParseArgsOptionsConfig

export const scopeSynopsis = '--period 2023H1 [--org CODE] [--as-of DAY|#N] [--json]'

/** What figures are read with: one snapshot, the book on it, and the scope asked for. */
export type Asked = { readonly client: pg.PoolClient; readonly book: TownBook; readonly scope: FigureScope }

/** Reads figures of the scope that was typed, all on one snapshot of the town. */
export const onScope = async <Result>(given: Given, read: (asked: Asked) => Promise<Result>, measures?: (book: TownBook) => readonly string[]): Promise<Result> => {
  const period = periodOf(given)
  const asOf = given.text('as-of')
  if (asOf !== undefined && !/^#\d{1,15}$/.test(asOf) && parseDay(asOf) === undefined) throw refusedWith('not-as-of', { value: asOf })
  return withTown(given, (town) =>
    onSnapshot(town.db, async (client) => {
      const book = await loadBook(client, town.schema)
      const org = given.text('org') ?? book.orgs.root
      if (!book.orgs.orgs.has(org)) throw refusedWith('not-org', { value: org })
      const number = granted(await resolveAsOf(client, town.schema, book, asOf))
      const chosen = measures?.(book)
      const scope = await figureScope(client, town.schema, book, { period, org, cutoff: period.to, asOf: number, ...(chosen === undefined ? {} : { measures: chosen }) })
      return read({ client, book, scope })
    }),
  )
}

/** The period typed, which every such command needs. */
export const periodOf = (given: Given): NonNullable<ReturnType<typeof parsePeriod>> => {
  const text = given.text('period')
  if (text === undefined) throw new Misused('缺少 --period。 --period is missing.')
  const period = parsePeriod(text)
  if (period === undefined) throw refusedWith('not-period', { value: text })
  if (period.from < earliest) throw refusedWith('below-minimum', { min: earliest.slice(0, 4) })
  return period
}

/** Figures go by underscores outside, measures by hyphens inside; both are understood. */
export const figureId = (measure: string): string => measure.replaceAll('-', '_')
export const measureKey = (id: string): string => id.replaceAll('_', '-')
