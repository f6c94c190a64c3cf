import type { Figure } from '../core/measure/figure.ts'
import type { Told } from '../core/report/print.ts'
import { toldOf } from '../core/report/print.ts'
import type { Block } from '../core/report/document.ts'
import { boundMeasures } from '../core/report/runs.ts'
import type { TownBook } from './book.ts'
import type { FigureQuery, FigureScope } from './figures.ts'
import { figureScope, readFigures } from './figures.ts'
import type { Handle } from './sql.ts'
import { findTargets } from './targets.ts'

/** The figures of a report with what each tells a sentence; `wholes` are those they are parts of, read beside them. */
export type ToldReport = { readonly scope: FigureScope; readonly figures: readonly Figure[]; readonly tell: (figure: Figure) => Told; readonly told: ReadonlyMap<string, Told> }

/** Reads every figure some blocks bind, the wholes of those that are parts, and the targets of the year. */
export const tellReport = async (handle: Handle, schema: string, book: TownBook, document: { readonly blocks: readonly Block[] }, at: Omit<FigureQuery, 'measures'>): Promise<ToldReport> => tellMeasures(handle, schema, book, boundMeasures(document), at)

/** The same for measures by name. */
export const tellMeasures = async (handle: Handle, schema: string, book: TownBook, measures: readonly string[], at: Omit<FigureQuery, 'measures'>): Promise<ToldReport> => {
  const wholes = measures.flatMap((key) => book.declared.measures.get(key)?.partOf ?? [])
  const scope = await figureScope(handle, schema, book, { ...at, measures: [...new Set([...measures, ...wholes])] })
  const all = new Map((await readFigures(handle, scope)).map((figure) => [figure.measure, figure]))
  const targets = await findTargets(handle, schema, book, { year: at.period.to.slice(0, 4), org: at.org, asOf: at.asOf })
  const tell = (figure: Figure): Told => {
    const measure = scope.measures.get(figure.measure)
    const whole = measure?.partOf === undefined ? undefined : all.get(measure.partOf)
    return toldOf(figure, { measure, target: targets.get(figure.measure), whole })
  }
  const figures = measures.flatMap((key) => all.get(key) ?? [])
  return { scope, figures, tell, told: new Map(figures.map((figure) => [figure.measure, tell(figure)])) }
}
