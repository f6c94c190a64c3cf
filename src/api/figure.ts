import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, scope, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** A change against the same period last year, with its phrase in both languages. */
export const ChangeOut = z.object({ percent: z.string().nullable(), points: z.string().nullable(), direction: z.enum(['up', 'down', 'flat']), text: Words })

export const FigureOut = z.object({
  id: z.string(),
  title: Words,
  line: z.string(),
  owner: z.string(),
  ownerName: Words,
  period: z.string(),
  org: z.string(),
  cutoff: DayText,
  /** Decimal text in `unit`; null where only a rate is known. */
  value: z.string().nullable(),
  unit: z.string(),
  /** In the bare unit, not rounded, and the power of ten its display folds into the unit. */
  exact: z.string().nullable(),
  scale: z.enum(['', '万', '亿']),
  /** As the report prints it. */
  text: z.string(),
  source: z.enum(['computed', 'formula', 'reported', 'stated']),
  status: z.object({ key: z.string(), title: Words }).nullable(),
  statedBy: z.string().nullable(),
  change: ChangeOut.nullable(),
  base: z.string().nullable(),
  rows: z.number(),
  version: z.number(),
  live: z.boolean(),
})
export type FigureOut = z.infer<typeof FigureOut>

export const listFigures = route({
  verb: 'figure.list',
  method: 'GET',
  title: words('指标', 'Figures'),
  input: z.object({ ...scope, measures: z.string().max(10_000).optional() }),
  output: z.object({ period: z.string(), org: z.string(), cutoff: DayText, asOf: z.number(), head: z.number(), figures: z.array(FigureOut) }),
})

export const TraceRow = z.object({
  ledger: z.string(),
  ledgerTitle: Words,
  entry: z.number(),
  /** Journal number of the entry's last change at the as-of. */
  journal: z.number(),
  org: z.string(),
  orgName: Words,
  day: DayText,
  /** In the figure's unit; visible amounts add up to `total`. Null where only a rate was reported. */
  amount: z.string().nullable(),
  /** The fields a reader knows the row by, masked where personal. */
  summary: z.array(z.object({ title: Words, text: Words })),
  enteredBy: z.string(),
  recordedAt: z.string(),
  stated: z.boolean(),
})
export type TraceRow = z.infer<typeof TraceRow>

export const traceFigure = route({
  verb: 'figure.trace',
  method: 'GET',
  title: words('溯源', 'Rows behind a figure'),
  input: z.object({ ...scope, measure: z.string().max(64), offset: Whole.default(0), limit: Whole.max(1000).default(50) }),
  output: z.object({
    id: z.string(),
    figure: FigureOut,
    about: Words,
    /** How it is counted, in words: ledger, filter, formula with its operands' values. */
    method: Words,
    operands: z.array(z.object({ id: z.string(), title: Words, value: z.string().nullable(), unit: z.string() })),
    period: z.string(),
    org: z.string(),
    asOf: z.number(),
    value: z.string().nullable(),
    unit: z.string(),
    total: z.string().nullable(),
    withheld: z.string().nullable(),
    rowCount: z.number(),
    withheldRows: z.number(),
    offset: z.number(),
    rows: z.array(TraceRow),
  }),
})

export const TrendPoint = z.object({ period: z.string(), value: z.string().nullable() })

export const trendFigures = route({
  verb: 'figure.trend',
  method: 'GET',
  title: words('走势', 'Trend'),
  input: z.object({ measures: z.string().max(10_000), kind: z.enum(['month', 'quarter', 'half', 'year']).default('half'), until: DayText.optional(), org: z.string().max(32).optional() }),
  output: z.object({ kind: z.string(), series: z.record(z.string(), z.array(TrendPoint)) }),
})

/** The moments at which the book moved a figure, for the slider back in time. */
export const figureHistory = route({
  verb: 'figure.history',
  method: 'GET',
  title: words('数字的历史', 'History of a figure'),
  input: z.object({ ...scope, measure: z.string().max(64) }),
  output: z.object({ moments: z.array(z.object({ number: z.number(), recordedAt: z.string(), value: z.string().nullable(), text: z.string(), by: z.string(), verb: z.string(), batch: z.string().nullable() })), versions: z.array(z.object({ version: z.number(), number: z.number(), recordedAt: z.string() })) }),
})

/** Every measure a report may tell, for finding one by its title or the initials of its pinyin. */
export const listMeasures = route({
  verb: 'figure.measures',
  method: 'GET',
  title: words('指标目录', 'Measures'),
  input: z.object({ period: scope.period.optional() }),
  output: z.object({
    measures: z.array(
      z.object({
        key: z.string(),
        title: Words,
        /** First letters of the pinyin of its Chinese title: 'szcl' for 生猪出栏. */
        initials: z.string(),
        unit: z.string(),
        line: z.string(),
        owner: z.string(),
        partOf: z.string().nullable(),
        /** Whether the year of the period has a target for it. */
        target: z.boolean(),
      }),
    ),
  }),
})
export type MeasureRef = z.infer<typeof listMeasures.output>['measures'][number]

/** A workbook to fill with opening numbers: every measure with its unit and the same period of the year before. */
export const templateFigures = route({ verb: 'figure.template', method: 'GET', title: words('期初数模板', 'Template of opening numbers'), input: z.object({ period: scope.period }), output: z.instanceof(Uint8Array) })
