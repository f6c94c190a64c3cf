import { figureHistory, listFigures, listMeasures, traceFigure, trendFigures } from '../../api/figure.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { operandsOf } from '../../core/measure/measure.ts'
import { describeMeasure } from '../../core/measure/describe.ts'
import { unitText } from '../../core/quantity/unit.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { FigureMoment } from '../../store/figure-history.ts'
import { figureHistoryOf } from '../../store/figure-history.ts'
import { figureScope, readFigures } from '../../store/figures.ts'
import type { FigureQuery } from '../../store/figures.ts'
import { namesOf } from '../../store/people.ts'
import { findTargets } from '../../store/targets.ts'
import { readTrace } from '../../store/trace.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { presentFigure } from '../present-figure.ts'
import { presentTraceRow } from '../present-trace.ts'
import { pinyinInitials } from '../pinyin-initials.ts'
import { fieldProblem, readPeriod, readScope, readUntil } from '../read-scope.ts'
import { trendPeriods } from '../trend-periods.ts'
import { rightsIn } from './entry-read.ts'
import { openLedgers } from './ledger.ts'

/** The measures a call names, joined by commas; undefined when it names none. */
const readMeasures = (text: string | undefined, ask: Ask<unknown>): readonly string[] | undefined | Refusal => {
  if (text === undefined) return undefined
  const keys = [...new Set(text.split(',').map((key) => key.trim()).filter((key) => key !== ''))]
  const unknown = keys.find((key) => !ask.book.declared.measures.has(key))
  return unknown === undefined ? keys : fieldProblem('measures', 'not-found', { what: unknown })
}

const measureOf = (key: string, measures: ReadonlyMap<string, Measure>): Measure | Refusal => measures.get(key) ?? fieldProblem('measure', 'not-found', { what: key })

export const listFiguresEndpoint = endpoint({
  route: listFigures,
  load: async (ask, reader) => {
    const at = await readScope(ask.input, ask, reader)
    const measures = readMeasures(ask.input.measures, ask)
    if (isRefusal(at)) return at
    if (isRefusal(measures)) return measures
    const scope = await figureScope(reader, ask.town.schema, ask.book, measures === undefined ? at : { ...at, measures })
    return { at, scope, figures: await readFigures(reader, scope) }
  },
  present: ({ at, scope, figures }, { book }) => ({
    period: at.period.key,
    org: at.org,
    cutoff: at.cutoff,
    asOf: at.asOf,
    head: book.head,
    figures: figures.flatMap((figure) => {
      const measure = scope.measures.get(figure.measure)
      return measure === undefined ? [] : [presentFigure(figure, measure, scope.tree)]
    }),
  }),
})

/** Measures the town declares now; its working parts are left out. */
export const listMeasuresEndpoint = endpoint({
  route: listMeasures,
  load: async (ask, reader) => {
    const period = ask.input.period === undefined ? undefined : readPeriod(ask.input.period)
    if (isRefusal(period)) return period
    const year = (period?.to ?? ask.today).slice(0, 4)
    return findTargets(reader, ask.town.schema, ask.book, { year, org: ask.book.treeAt(ask.today).root, asOf: ask.book.head })
  },
  present: (targets, { book }) => ({
    measures: [...book.declared.measures.values()].flatMap((measure) =>
      measure.part === true ? [] : [{ key: measure.key, title: measure.title, initials: pinyinInitials(measure.title.zh), unit: unitText(measure.display, 'zh'), line: measure.line, owner: measure.owner, partOf: measure.partOf ?? null, target: targets.has(measure.key) }],
    ),
  }),
})

/** A figure with what it is made of: what every call about one figure reads first. */
const loadFigure = async (ask: Ask<{ readonly measure: string } & Parameters<typeof readScope>[0]>, reader: Parameters<typeof readScope>[2]) => {
  const at = await readScope(ask.input, ask, reader)
  if (isRefusal(at)) return at
  const declared = await figureScope(reader, ask.town.schema, ask.book, at)
  const measure = measureOf(ask.input.measure, declared.measures)
  if (isRefusal(measure)) return measure
  const query: FigureQuery = { ...at, measures: [measure.key, ...operandsOf(measure.definition)] }
  const scope = { ...declared, query }
  const [figure, ...operands] = await readFigures(reader, scope)
  return figure === undefined ? fieldProblem('measure', 'not-found', { what: measure.key }) : { scope, measure, figure, operands }
}

export const traceFigureEndpoint = endpoint({
  route: traceFigure,
  load: async (ask, reader) => {
    const seen = await loadFigure(ask, reader)
    if (isRefusal(seen)) return seen
    const trace = await readTrace(reader, seen.scope, seen.figure, { offset: ask.input.offset, limit: ask.input.limit, right: (ledger) => rightsIn(ledger, ask).read })
    return { ...seen, trace, nameOf: await namesOf(reader, ask.town.schema, trace.rows.map((row) => row.person)) }
  },
  present: ({ scope, measure, figure, operands, trace, nameOf }, ask) => ({
    id: figure.measure,
    figure: presentFigure(figure, measure, scope.tree),
    about: measure.about,
    method: describeMeasure(measure, { ledgers: new Map(openLedgers(ask).map(({ ledger }) => [ledger.key, ledger])), measures: scope.measures }),
    operands: operands.flatMap((each) => {
      const operand = scope.measures.get(each.measure)
      return operand === undefined ? [] : [{ id: each.measure, title: operand.title, value: each.value, unit: unitText(operand.display, 'zh') }]
    }),
    period: figure.period,
    org: figure.org,
    asOf: figure.asOf,
    value: figure.value,
    unit: figure.unit,
    total: trace.total,
    withheld: trace.withheld,
    rowCount: trace.rowCount,
    withheldRows: trace.withheldRows,
    offset: ask.input.offset,
    rows: trace.rows.flatMap((row) => {
      const ledger = ask.book.declared.ledgers.get(row.ledger)
      return ledger === undefined ? [] : [presentTraceRow(row, ledger, rightsIn(ledger, ask), scope.tree, nameOf)]
    }),
  }),
})

export const trendFiguresEndpoint = endpoint({
  route: trendFigures,
  load: async (ask, reader) => {
    const measures = readMeasures(ask.input.measures, ask)
    if (isRefusal(measures)) return measures
    const until = ask.input.until === undefined ? ask.today : readUntil('until', ask.input.until)
    if (isRefusal(until)) return until
    const series = new Map((measures ?? []).map((key) => [key, [] as { period: string; value: string | null }[]]))
    for (const period of trendPeriods(ask.input.kind, until)) {
      const at = await readScope({ period: period.key, org: ask.input.org, cutoff: until < period.to ? until : period.to }, ask, reader)
      if (isRefusal(at)) return at
      const scope = await figureScope(reader, ask.town.schema, ask.book, { ...at, measures: [...series.keys()] })
      for (const figure of await readFigures(reader, scope)) series.get(figure.measure)?.push({ period: period.key, value: figure.value })
    }
    return series
  },
  present: (series, { input }) => ({ kind: input.kind, series: Object.fromEntries(series) }),
})

export const figureHistoryEndpoint = endpoint({
  route: figureHistory,
  load: async (ask, reader) => {
    const seen = await loadFigure(ask, reader)
    if (isRefusal(seen)) return seen
    const history = await figureHistoryOf(reader, seen.scope, seen.measure)
    return { history, nameOf: await namesOf(reader, ask.town.schema, history.moments.map((moment) => moment.person)) }
  },
  present: ({ history, nameOf }, ask) => ({
    moments: history.moments.map((moment) => ({ number: moment.number, recordedAt: moment.recordedAt, value: moment.value, text: moment.text, ...doneBy(moment, ask, nameOf) })),
    versions: history.versions.map(({ version, number, recordedAt }) => ({ version, number, recordedAt })),
  }),
})

/** Who moved a figure and by which verb; of a row the reader may not see, only that it moved. */
const doneBy = ({ after, person, verb, batch }: FigureMoment, ask: Ask<unknown>, nameOf: (person: number) => string) => {
  const ledger = after === undefined ? undefined : ask.book.declared.ledgers.get(after.ledger)
  const open = after === undefined || (ledger !== undefined && rightsIn(ledger, ask).reads(lastSpan(after).fields))
  return open ? { by: nameOf(person), verb, batch } : { by: '—', verb: '', batch: null }
}
