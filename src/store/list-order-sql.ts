import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { findField } from '../core/ledger/ledger.ts'
import type { OrderKey } from '../core/ledger/list-order.ts'
import { rowColumns } from '../core/ledger/list-order.ts'
import type { Sql } from './sql.ts'
import { sql } from './sql.ts'

/** ORDER BY of a list, empty values at its end; turned round, the same order from its end. */
export const orderSql = (ledger: Ledger, order: readonly OrderKey[], turned = false): Sql =>
  sql`order by ${sql.join(
    order.map(({ key, desc }) => {
      const way = sql.raw(desc !== turned ? 'desc' : 'asc')
      const empty = always(ledger, key) ? sql`` : sql.raw(turned ? ' nulls first' : ' nulls last')
      return sql`${columnOf(ledger, key)} ${way}${empty}`
    }),
  )}`

/** Whether a column always has a value; where it may lack one, no index puts its rows in order. */
const always = (ledger: Ledger, key: string): boolean => key === 'id' || key === ledger.dateField || key === ledger.orgField || (key === 'valid_from' && ledger.shape === 'register')

/** A column rows are put in order by; an undeclared name never reaches SQL. */
export const columnOf = (ledger: Ledger, key: string): Sql => {
  if (!rowColumns.includes(key) && findField(ledger, key) === undefined) throw new RangeError(`${ledger.key} has no field ${key}`)
  return sql`t.${sql.id(key)}`
}

/** The type of that column. */
export const typeOf = (ledger: Ledger, key: string): Sql => {
  if (key === 'id') return sql`bigint`
  const field = findField(ledger, key)
  return field === undefined ? sql`date` : sql.raw(kindOf(field).sqlType)
}

/**
 * The leading keys of an order by which the place of a row can be told from counts: those of an index, all one way, always with a value, and
 * with few values against the number of rows. None where rows must be counted off one by one.
 */
export const bucketKeys = (ledger: Ledger, order: readonly OrderKey[]): readonly OrderKey[] => {
  const [first, second] = order
  if (first === undefined || !always(ledger, first.key)) return []
  if (first.key !== ledger.orgField) return [first]
  return second !== undefined && second.key === (ledger.shape === 'event' ? ledger.dateField : 'valid_from') && second.desc === first.desc ? [first, second] : []
}
