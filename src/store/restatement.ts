import type { Entry } from '../core/ledger/entry.ts'
import { expand } from '../core/measure/expand.ts'
import type { Figure } from '../core/measure/figure.ts'
import { seriesOf } from '../core/measure/series.ts'
import type { StatedPart } from '../core/measure/standing-in.ts'
import type { Window } from '../core/measure/window.ts'
import { inWindow, windowOf } from '../core/measure/window.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { plus, ZERO } from '../core/quantity/decimal.ts'
import type { Scale } from '../core/quantity/unit.ts'
import { toScale } from '../core/quantity/unit.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import type { Pin, Pins } from '../core/report/edition.ts'
import { moved } from '../core/report/edition.ts'
import type { Told } from '../core/report/print.ts'
import type { TownBook } from './book.ts'
import { findEntries } from './entries.ts'
import type { FigureScope } from './figures.ts'
import { figureScope, readFigures } from './figures.ts'
import { entriesAsOf } from './recount.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'
import { tellMeasures } from './tell-report.ts'

/** One row that moved a figure after sealing, with what it gave then and gives now, in the figure's unit. */
export type MovedRow = { readonly ledger: string; readonly entry: number; readonly journal: number; readonly org: string; readonly then: Decimal; readonly now: Decimal; readonly before: Entry | undefined; readonly after: Entry }

/** One figure that is no longer what the edition says. */
export type Restated = { readonly pin: Pin; readonly figure: Figure | undefined; readonly now: Told | undefined; readonly cause: 'rows' | 'definition'; readonly rows: readonly MovedRow[] }

/** Compares an edition's pins with the book as it stands: every figure that moved, and the rows that moved it (DESIGN §6). */
export const readRestatement = async (handle: Handle, schema: string, book: TownBook, pins: Pins): Promise<readonly Restated[]> => {
  const query = { period: period(pins.period), org: pins.org, cutoff: pins.cutoff as Day, measures: pins.figures.map((pin) => pin.measure) }
  const { scope: now, figures: standing, told } = await tellMeasures(handle, schema, book, query.measures, { ...query, asOf: book.head })
  const figures = new Map(standing.map((figure) => [figure.measure, figure]))
  let sealed: ReadonlyMap<string, Figure> | undefined
  const restated: Restated[] = []
  for (const pin of pins.figures) {
    const figure = figures.get(pin.measure)
    if (!moved(pin, figure, told.get(pin.measure))) continue
    sealed ??= new Map((await readFigures(handle, await figureScope(handle, schema, book, { ...query, asOf: pins.asOf }))).map((each) => [each.measure, each]))
    const cause = figure !== undefined && figure.version !== pin.version ? 'definition' : 'rows'
    restated.push({ pin, figure, now: told.get(pin.measure), cause, rows: await movedRows(handle, now, pin, pins.asOf, { then: sealed.get(pin.measure)?.stated ?? [], now: figure?.stated ?? [] }) })
  }
  return restated
}

/** Values stated in documents that stood in for a figure when it was sealed, and that do now. */
type Stated = { readonly then: readonly StatedPart[]; readonly now: readonly StatedPart[] }

/** Entries changed after the sealed number whose part in the figure differs. */
const movedRows = async (handle: Handle, scope: FigureScope, pin: Pin, since: number, stated: Stated): Promise<readonly MovedRow[]> => {
  const measure = scope.measures.get(pin.measure)
  if (measure === undefined) return []
  const { numerator, denominator } = expand(measure, scope.measures)
  const inScope = new Set(scope.tree.subtree(scope.org))
  const rows = new Map<number, MovedRow>()
  for (const part of [...numerator, ...(denominator ?? [])]) {
    const { definition } = part.measure
    const window = definition.kind === 'formula' ? undefined : windowOf(definition, scope.query.period, scope.query.cutoff, part.at)
    if (window === undefined) continue
    for (const series of seriesOf(part.measure, 0, scope.book.declared.ledgers)) {
      const ledger = scope.book.declared.ledgers.get(series.ledger)
      if (ledger === undefined) continue
      const changed = await rowsOf<{ entry: number }>(handle, sql`select distinct entry from ${table(scope.schema, 'journal')} where number > ${since}::bigint and ledger = ${ledger.key} and entry is not null`)
      const ids = changed.map((row) => row.entry)
      const before = await entriesAsOf(handle, scope.schema, ids, since)
      for (const after of (await findEntries(handle, scope.schema, ledger, ids)).values()) {
        const earlier = before.get(after.id)
        const then = earlier === undefined ? ZERO : amountIn(series.contributions(earlier), window, inScope)
        const amount = amountIn(series.contributions(after), window, inScope)
        if (then === amount) continue
        const { scale } = measure.display
        const org = String(after.spans[after.spans.length - 1]?.fields[ledger.orgField] ?? '')
        rows.set(after.id, { ledger: ledger.key, entry: after.id, journal: after.version, org, then: toScale(then, scale), now: toScale(amount, scale), before: earlier, after })
      }
    }
  }
  for (const row of await movedStated(handle, scope, measure.display.scale, since, stated)) rows.set(row.entry, row)
  return [...rows.values()].sort((a, b) => b.journal - a.journal)
}

/** Stated values that stand in no more or only since: they change nothing themselves, but rows came or went beside them. */
const movedStated = async (handle: Handle, scope: FigureScope, scale: Scale, since: number, stated: Stated): Promise<readonly MovedRow[]> => {
  const ledger = scope.book.declared.ledgers.get('reported')
  const [then, now] = [new Set(stated.then.map((part) => part.entry)), new Set(stated.now.map((part) => part.entry))]
  const ids = [...new Set([...then, ...now])]
  if (ledger === undefined || ids.length === 0) return []
  const before = await entriesAsOf(handle, scope.schema, ids, since)
  const valueOf = (entry: Entry | undefined): Decimal => toScale((entry?.spans[0]?.fields['value'] as Decimal | undefined) ?? ZERO, scale)
  return [...(await findEntries(handle, scope.schema, ledger, ids)).values()].flatMap((after) => {
    const earlier = before.get(after.id)
    const row = { then: then.has(after.id) ? valueOf(earlier) : ZERO, now: now.has(after.id) ? valueOf(after) : ZERO }
    return row.then === row.now ? [] : [{ ledger: ledger.key, entry: after.id, journal: after.version, org: String(after.spans[0]?.fields['org'] ?? ''), ...row, before: earlier, after }]
  })
}

const amountIn = (contributions: ReturnType<ReturnType<typeof seriesOf>[number]['contributions']>, window: Window, inScope: ReadonlySet<string>): Decimal => {
  let amount: Decimal = ZERO
  for (const each of contributions) if (inScope.has(each.org) && inWindow(window, each.day, each.cohort)) amount = plus(amount, each.amount)
  return amount
}
