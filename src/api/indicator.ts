import { z } from 'zod'
import { indicatorColumns } from '../core/report/indicator-table.ts'
import { words } from '../core/words.ts'
import { ChangeOut } from './figure.ts'
import { Can, DayText, EntryNumber, Reason, scope, Words } from './parts.ts'
import { route } from './route.ts'

/** The table of main indicators of a period, as it is shown, saved under a name, and sent on as Excel or Word. */

export const IndicatorKind = z.enum(['month', 'quarter', 'half', 'year'])
const Column = z.enum(indicatorColumns)
const Mark = z.enum(['estimate', 'stated']).nullable()
const Number = z.string().nullable()

export const IndicatorRowOut = z.object({
  measure: z.string(),
  title: Words,
  line: z.string(),
  ownerName: Words,
  unit: z.string(),
  target: Number,
  value: Number,
  mark: Mark,
  change: ChangeOut.nullable(),
  toDate: Number,
  toDateMark: Mark,
  toDateChange: ChangeOut.nullable(),
  completion: Number,
  place: z.object({ place: z.string(), among: z.string() }).nullable(),
  time: Number,
  /** Percentage points ahead of the time passed; behind when negative. */
  pace: Number,
  standing: z.enum(['ahead', 'even', 'behind', 'met', 'unmet']).nullable(),
  /** The orgs beside the whole, in the order asked; a share only where the parts add up. */
  parts: z.array(z.object({ org: z.string(), value: Number, share: Number })),
})
export type IndicatorRowOut = z.infer<typeof IndicatorRowOut>

/** Lists are joined by commas. What is left out is taken from the saved table, else from the town's targets. */
const asked = { ...scope, table: EntryNumber.optional(), measures: z.string().max(10_000).optional(), orgs: z.string().max(2_000).optional(), columns: z.string().max(200).optional() }

export const readIndicator = route({
  verb: 'indicator.read',
  method: 'GET',
  title: words('主要指标完成情况表', 'Indicator table'),
  input: z.object(asked),
  output: z.object({
    title: z.string(),
    period: z.string(),
    periodTitle: Words,
    org: z.string(),
    orgName: Words,
    cutoff: DayText,
    asOf: z.number(),
    /** How much of the year is over, in percent. */
    time: z.string(),
    columns: z.array(Column),
    orgs: z.array(z.object({ code: z.string(), name: Words })),
    rows: z.array(IndicatorRowOut),
    maker: z.string(),
    day: DayText,
  }),
})
export type IndicatorOut = z.infer<typeof readIndicator.output>

export const exportIndicator = route({
  verb: 'indicator.export',
  method: 'GET',
  title: words('导出指标表', 'Export the indicator table'),
  input: z.object({ ...asked, format: z.enum(['xlsx', 'docx']) }),
  output: z.instanceof(Uint8Array),
})

const Saved = z.object({ entry: z.number(), version: z.number(), title: z.string(), kind: IndicatorKind, measures: z.array(z.string()), orgs: z.array(z.string()), columns: z.array(Column) })
export type SavedIndicator = z.infer<typeof Saved>

export const listIndicators = route({ verb: 'indicator.list', method: 'GET', title: words('已存指标表', 'Saved indicator tables'), input: z.object({}), output: z.object({ tables: z.array(Saved), can: Can }) })

/** A new table, or with `entry` and the version last seen a changed one. */
export const saveIndicator = route({
  verb: 'indicator.save',
  method: 'POST',
  title: words('保存指标表', 'Save an indicator table'),
  input: z.object({ entry: EntryNumber.optional(), saw: z.number().int().optional(), title: z.string().trim().min(2).max(60), kind: IndicatorKind, measures: z.array(z.string().max(64)).max(200), orgs: z.array(z.string().max(32)).max(20), columns: z.array(Column).min(1).max(indicatorColumns.length) }),
  output: z.object({ entry: z.number(), version: z.number() }),
})

export const voidIndicator = route({ verb: 'indicator.void', method: 'POST', title: words('作废指标表', 'Void an indicator table'), input: z.object({ entry: EntryNumber, saw: z.number().int(), reason: Reason }), output: z.object({ entry: z.number(), journal: z.number() }) })
