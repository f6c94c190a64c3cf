import type { GroupKey } from '../core/ledger/group-keys.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { plus, ZERO } from '../core/quantity/decimal.ts'
import type { ListRows } from './list-entries.ts'
import { matchesSql, readSums, sumsSql } from './list-entries.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** The rows of a list that have the same values: a value as text, a month for a day, null for none. */
export type Group = { readonly values: readonly (string | null)[]; readonly count: number; readonly sums: Readonly<Record<string, Decimal>> }

export type Grouped = { readonly groups: readonly Group[]; readonly total: number; readonly sums: Readonly<Record<string, Decimal>> }

/** Gathers all rows of a list by one or two keys, in order of value, those without a value last; undefined when there are more than `most` groups. */
export const groupEntries = async (handle: Handle, schema: string, ledger: Ledger, rows: ListRows, by: readonly GroupKey[], sums: readonly string[], most: number): Promise<Grouped | undefined> => {
  const columns = by.map((_, at) => sql.id(`k${at}`))
  const parts = by.map(({ field, month }, at) => (month ? sql`to_char(t.${sql.id(field.key)}, 'YYYY-MM') collate "C" as ${columns[at]}` : sql`t.${sql.id(field.key)}::text collate "C" as ${columns[at]}`))
  const positions = by.map((_, at) => sql.raw(String(at + 1)))
  const found = await rowsOf<{ count: number } & Record<string, unknown>>(
    handle,
    sql`select ${sql.join([...parts, sql`count(*)::int as count`, ...sumsSql(sums)])} ${matchesSql(schema, ledger, rows)} group by ${sql.join(positions)} order by ${sql.join(positions.map((position) => sql`${position} nulls last`))} limit ${most + 1}::int`,
  )
  if (found.length > most) return undefined
  const groups = found.map((row) => ({ values: by.map((_, at) => (row[`k${at}`] as string | null) ?? null), count: row.count, sums: readSums(sums, row) }))
  return {
    groups,
    total: groups.reduce((all, group) => all + group.count, 0),
    sums: Object.fromEntries(sums.map((key) => [key, groups.reduce<Decimal>((all, group) => plus(all, group.sums[key] ?? ZERO), ZERO)])),
  }
}
