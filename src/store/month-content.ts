import type { Ledger } from '../core/ledger/ledger.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { endOfTownDay } from '../core/time/instant.ts'
import type { Month } from '../core/time/month.ts'
import { firstDay, lastDay } from '../core/time/month.ts'
import { shortest } from './entries.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, oneOf, sql, table } from './sql.ts'

/** What a month of a ledger holds: living entries of it, those voided, those entered after it was over, and the sums of its numbers. */
export type MonthContent = { readonly entries: number; readonly voided: number; readonly late: number; readonly sums: readonly { readonly field: string; readonly sum: Decimal }[] }

/** Reads a month of a ledger: events by their date; of a register the states that begin or end in it. */
export const readMonth = async (handle: Handle, schema: string, ledger: Ledger, month: Month): Promise<MonthContent> => {
  const [from, to] = [firstDay(month), lastDay(month)]
  const date = sql.id(ledger.dateField ?? 'valid_from')
  const inMonth = ledger.shape === 'event' ? sql`t.${date} between ${from}::date and ${to}::date` : sql`(t.valid_from between ${from}::date and ${to}::date or t.valid_to between ${from}::date and ${to}::date)`
  const numbers = ledger.shape === 'event' ? ledger.fields.filter((field) => (field.kind === 'decimal' || field.kind === 'integer') && field.personal === undefined).map((field) => field.key) : []
  const sums = numbers.map((key) => sql`coalesce(sum(t.${sql.id(key)}) filter (where not t.void), 0)::numeric as ${sql.id(`sum_${key}`)}`)
  const row = await oneOf<{ entries: number; voided: number; late: number } & Record<string, unknown>>(
    handle,
    sql`select ${sql.join([sql`count(distinct t.id) filter (where not t.void)::int as entries`, sql`count(distinct t.id) filter (where t.void)::int as voided`, sql`count(distinct t.id) filter (where not t.void and j.recorded_at > ${endOfTownDay(to)}::timestamptz)::int as late`, ...sums])}
      from ${table(schema, ledgerTable(ledger.key))} as t join ${table(schema, 'journal')} as j on j.number = t.id where ${inMonth}`,
  )
  return { entries: row.entries, voided: row.voided, late: row.late, sums: numbers.map((field) => ({ field, sum: shortest(String(row[`sum_${field}`])) })) }
}
