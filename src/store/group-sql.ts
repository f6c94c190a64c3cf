import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { ledgerTable, quote } from './sql.ts'

/** A column as it is written: its name and its type in SQL. */
export type Column = { readonly name: string; readonly type: string }

const columns = (text: string): readonly Column[] => text.split(', ').map((each) => ({ name: each.split(' ')[0] ?? '', type: each.split(' ')[1] ?? '' }))

/** The columns of each table in the order they are written; hashes as hex. */
export const journalColumns = columns('number bigint, recorded_at timestamptz, person bigint, acting_for bigint, approved_by bigint, verb text, ledger text, entry bigint, batch text, reason text, payload text, previous text, hash text')
export const postingColumns = columns('series int, org text, day date, cohort int, amount numeric, rows int, first bigint, last bigint')
export const balanceColumns = columns('series int, month int, org text, cohort int, amount numeric, rows bigint')
export const keyColumns = columns('series int, frame text, org text, key text, count int')

export const namesOf = (of: readonly Column[]): string => of.map((each) => quote(each.name)).join(', ')

/**
 * The rows of a single write are given value by value, which opens in a third of the time that JSON takes. Their number is rounded up,
 * with rows of nulls, so that few statements serve all writes: each costs the database a fifth of a megabyte. Beyond the last step rows go as JSON.
 */
const steps = [1, 4, 8]

/** How a number of rows is given: so many one by one, or (0) all as one JSON parameter. */
export const shapeOf = (rows: number): number => steps.find((step) => rows <= step) ?? 0

/** The parameters that rows of a shape take. */
export const givenValues = (of: readonly Column[], rows: readonly (readonly unknown[])[], shape: number): readonly unknown[] =>
  shape === 0 ? [jsonOf(of, rows)] : [...rows.flat(), ...new Array<null>((shape - rows.length) * of.length).fill(null)]

/** How SQL reads rows of a shape under an alias, and how many parameters they take, from number `first` on. A row without a first value is none. */
const givenRows = (of: readonly Column[], shape: number, first: number, alias: string): { readonly from: string; readonly taken: number } => {
  if (shape === 0) return { from: rowsFrom(of, first, alias), taken: 1 }
  const tuple = (row: number): string => `(${of.map(({ type }, index) => `$${first + row * of.length + index}::${type}`).join(', ')})`
  return { from: `(values ${Array.from({ length: shape }, (_, row) => tuple(row)).join(', ')}) as ${alias} (${namesOf(of)}) where ${alias}.${quote(of[0]?.name ?? '')} is not null`, taken: shape * of.length }
}

/** Rows as one JSON parameter, and how SQL reads them back by name. */
export const jsonOf = (of: readonly Column[], rows: readonly (readonly unknown[])[]): string => JSON.stringify(rows.map((row) => Object.fromEntries(of.map(({ name }, index) => [name, row[index]]))))
export const rowsFrom = (of: readonly Column[], parameter: number, alias: string): string => `json_to_recordset($${parameter}::json) as ${alias} (${of.map((each) => `${quote(each.name)} ${each.type}`).join(', ')})`

/** The shapes in which a small group gives the rows of each table. */
export type GroupShape = { readonly journal: number; readonly postings: number; readonly balances: number; readonly ledgers: readonly { readonly ledger: Ledger; readonly shape: number }[] }

/**
 * The one statement of a small group: it moves the head if nobody else has, and only then writes journal,
 * entries, postings and balances, all set-wise. One round trip; answers how many heads moved, 1 or 0. Its parameters are the head
 * to be (number, hash, instant), the head that was (number, hash), and the rows of each table.
 */
export const groupStatement = (schema: string, group: GroupShape): string => {
  const at = (name: string): string => `${quote(schema)}.${name}`
  let next = 6
  const from = (of: readonly Column[], shape: number, alias: string): string => {
    const given = givenRows(of, shape, next, alias)
    next += given.taken
    return `moved, ${given.from}`
  }
  const parts = [
    `moved as (update ${at('head')} set number = $1::bigint, hash = decode($2, 'hex'), recorded_at = $3::timestamptz where number = $4::bigint and hash = decode($5, 'hex') returning 1)`,
    `in_journal as (insert into ${at('journal')} (${namesOf(journalColumns)})
      select number, recorded_at, person, acting_for, approved_by, verb, ledger, entry, batch, reason, payload, decode(previous, 'hex'), decode(hash, 'hex') from ${from(journalColumns, group.journal, 'line')})`,
    `in_postings as (insert into ${at('postings')} (${namesOf(postingColumns)}) select ${namesOf(postingColumns)} from ${from(postingColumns, group.postings, 'cell')})`,
    `in_balances as (${balanceStatement(schema, from(balanceColumns, group.balances, 'cell'))})`,
    ...group.ledgers.map(({ ledger, shape }) => `${quote(`in_${ledgerTable(ledger.key)}`)} as (${ledgerStatement(schema, ledger, from(columnsOf(ledger), shape, 'spans'))})`),
  ]
  return `with ${parts.join(',\n')}\nselect count(*)::int as moved from moved`
}

/** Adds to balances the given cells, each once; `from` reads them. */
export const balanceStatement = (schema: string, from: string): string =>
  `insert into ${quote(schema)}.balances as b (${namesOf(balanceColumns)}) select ${namesOf(balanceColumns)} from ${from}
   on conflict (series, month, org, cohort) do update set amount = b.amount + excluded.amount, rows = b.rows + excluded.rows`

/** Writes the given spans into one ledger, new or changed; `from` reads them under the name spans. */
export const ledgerStatement = (schema: string, ledger: Ledger, from: string): string => {
  const of = columnsOf(ledger)
  const sets = of.slice(2).map((each) => `${quote(each.name)} = excluded.${quote(each.name)}`)
  return `insert into ${quote(schema)}.${quote(ledgerTable(ledger.key))} (${namesOf(of)}) select ${of.map((each) => `spans.${quote(each.name)}`).join(', ')} from ${from}
      on conflict (id, span) do update set ${sets.join(', ')}`
}

/** Columns of a ledger table in the order they are written. */
export const columnsOf = (ledger: Ledger): readonly Column[] => [
  { name: 'id', type: 'bigint' },
  { name: 'span', type: 'smallint' },
  { name: 'version', type: 'bigint' },
  { name: 'void', type: 'boolean' },
  { name: 'valid_from', type: 'date' },
  { name: 'valid_to', type: 'date' },
  ...ledger.fields.map((field) => ({ name: field.key, type: kindOf(field).sqlType })),
]
