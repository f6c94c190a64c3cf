import { kindOf } from '../core/ledger/kinds/kinds.ts'
import { blindOf } from '../core/ledger/kinds/protected.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { getField } from '../core/ledger/ledger.ts'
import type { Predicate } from '../core/access/predicate.ts'
import type { Sql } from './sql.ts'
import { sql } from './sql.ts'

/**
 * The other reader of a predicate: the same yes or no as `compilePredicate`, in SQL. Never null: an empty
 * field makes a comparison false. `alias` is the row source the columns belong to.
 */
export const predicateSql = (predicate: Predicate, ledger: Ledger, alias: string): Sql => {
  switch (predicate.kind) {
    case 'all':
      return predicate.of.length === 0 ? sql`true` : sql`(${sql.join(predicate.of.map((each) => predicateSql(each, ledger, alias)), sql` and `)})`
    case 'any':
      return predicate.of.length === 0 ? sql`false` : sql`(${sql.join(predicate.of.map((each) => predicateSql(each, ledger, alias)), sql` or `)})`
    case 'not':
      return sql`(not ${predicateSql(predicate.of, ledger, alias)})`
    case 'known':
      return sql`(${column(ledger, alias, predicate.field)} is not null)`
    case 'is': {
      const it = column(ledger, alias, predicate.field)
      if (predicate.value === null) return sql`(${it} is null)`
      const field = getField(ledger, predicate.field)
      if (field.kind === 'sealed') return sql`coalesce(left(${it}, 32) = ${blindOf(String(predicate.value))}, false)`
      return sql`coalesce(${it} = ${typed(ledger, predicate.field, predicate.value)}, false)`
    }
    case 'in': {
      const type = sql.raw(kindOf(getField(ledger, predicate.field)).sqlType)
      return sql`coalesce(${column(ledger, alias, predicate.field)} = any(${[...predicate.values]}::${type}[]), false)`
    }
    case 'compare':
      return sql`coalesce(${column(ledger, alias, predicate.field)} ${sql.raw(predicate.op)} ${typed(ledger, predicate.field, predicate.value)}, false)`
    case 'contains':
      return sql`coalesce(strpos(translate(${column(ledger, alias, predicate.field)}, ${upper}, ${lower}), ${foldCase(predicate.text)}) > 0, false)`
    default:
      return predicate satisfies never
  }
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lower = upper.toLowerCase()
const foldCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** A declared field as a column; an undeclared name never reaches SQL. */
export const column = (ledger: Ledger, alias: string, key: string): Sql => sql`${sql.id(alias)}.${sql.id(getField(ledger, key).key)}`

const typed = (ledger: Ledger, key: string, value: string | boolean): Sql => sql`${value}::${sql.raw(kindOf(getField(ledger, key)).sqlType)}`
