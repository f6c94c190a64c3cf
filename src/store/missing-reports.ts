import type { Measure } from '../core/measure/measure.ts'
import { duePeriod } from '../core/measure/reporting-period.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Of some reported measures, those without a value for the period that is due at a day. A value for any period that ends on its last day counts. */
export const missingReports = async (handle: Handle, schema: string, measures: readonly Measure[], at: Day): Promise<readonly { readonly measure: Measure; readonly period: string }[]> => {
  const due = measures.flatMap((measure) => (measure.definition.kind === 'reported' ? [{ measure, period: duePeriod(measure.definition.basis, at) }] : []))
  if (due.length === 0) return []
  const rows = await rowsOf<{ measure: string; day: string }>(
    handle,
    sql`select distinct measure, day from ${table(schema, 'ledger_reported')} where not void and measure = any(${due.map((each) => each.measure.key)}::text[]) and day = any(${due.map((each) => each.period.to)}::date[])`,
  )
  const told = new Set(rows.map((row) => `${row.measure}|${row.day}`))
  return due.filter((each) => !told.has(`${each.measure.key}|${each.period.to}`)).map((each) => ({ measure: each.measure, period: each.period.key }))
}
