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
export const predicateSql = (predicate: Predicate, ledger: Ledger, alias: string): Sql => compose(predicate, ledger, alias, (comparison) => sql`coalesce(${comparison}, false)`)

/**
 * The same for a WHERE clause, which takes null for no: comparisons stand bare, so that an index can answer
 * them. Under a `not` they are closed again, where null would not do.
 */
export const whereSql = (predicate: Predicate, ledger: Ledger, alias: string): Sql => compose(predicate, ledger, alias, (comparison) => sql`(${comparison})`)

const compose = (predicate: Predicate, ledger: Ledger, alias: string, close: (comparison: Sql) => Sql): Sql => {
  switch (predicate.kind) {
    case 'all':
      return predicate.of.length === 0 ? sql`true` : sql`(${sql.join(predicate.of.map((each) => compose(each, ledger, alias, close)), sql` and `)})`
    case 'any':
      return predicate.of.length === 0 ? sql`false` : sql`(${sql.join(anyOf(predicate.of, ledger, alias, close), sql` or `)})`
    case 'not':
      return sql`(not ${predicateSql(predicate.of, ledger, alias)})`
    case 'known':
      return sql`(${column(ledger, alias, predicate.field)} is not null)`
    case 'is': {
      const it = column(ledger, alias, predicate.field)
      if (predicate.value === null) return sql`(${it} is null)`
      const field = getField(ledger, predicate.field)
      if (field.kind === 'sealed') return close(sql`left(${it}, 32) = ${blindOf(String(predicate.value))}`)
      return close(sql`${it} = ${typed(ledger, predicate.field, predicate.value)}`)
    }
    case 'in': {
      const type = sql.raw(kindOf(getField(ledger, predicate.field)).sqlType)
      return close(sql`${column(ledger, alias, predicate.field)} = any(${[...predicate.values]}::${type}[])`)
    }
    case 'compare':
      return close(sql`${column(ledger, alias, predicate.field)} ${sql.raw(predicate.op)} ${typed(ledger, predicate.field, predicate.value)}`)
    case 'contains':
      return close(sql`strpos(lower(${column(ledger, alias, predicate.field)} collate "C"), ${foldCase(predicate.text)}) > 0`)
    case 'spelt':
      return close(sql`${column(ledger, alias, predicate.field)} ~ ${predicate.pattern}`)
    default:
      return predicate satisfies never
  }
}

/** The parts of an `any`; texts of which a field may contain one are asked for together, so that a long list of them is planned as one comparison. */
const anyOf = (parts: readonly Predicate[], ledger: Ledger, alias: string, close: (comparison: Sql) => Sql): readonly Sql[] => {
  const texts = Map.groupBy(parts.filter((part) => part.kind === 'contains'), ({ field }) => field)
  return parts.flatMap((part) => {
    const together = part.kind === 'contains' ? texts.get(part.field) : undefined
    if (part.kind !== 'contains' || together === undefined || together.length === 1) return [compose(part, ledger, alias, close)]
    return together[0] === part ? [close(sql`lower(${column(ledger, alias, part.field)} collate "C") like any(${together.map(({ text }) => `%${foldCase(text).replace(/[\\%_]/g, '\\$&')}%`)}::text[])`)] : []
  })
}

/** Folds the Latin letters only, as `lower` does under the C collation. */
const foldCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** A declared field as a column; an undeclared name never reaches SQL. */
export const column = (ledger: Ledger, alias: string, key: string): Sql => sql`${sql.id(alias)}.${sql.id(getField(ledger, key).key)}`

const typed = (ledger: Ledger, key: string, value: string | boolean): Sql => sql`${value}::${sql.raw(kindOf(getField(ledger, key)).sqlType)}`
