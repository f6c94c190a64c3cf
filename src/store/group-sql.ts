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
 * Rows as one JSON parameter, and how SQL reads them back by name: a quarter of the time that an array for each column takes
 * to open when there is one row, and the same when there are hundreds.
 */
export const jsonOf = (of: readonly Column[], rows: readonly (readonly unknown[])[]): string => JSON.stringify(rows.map((row) => Object.fromEntries(of.map(({ name }, index) => [name, row[index]]))))
export const rowsFrom = (of: readonly Column[], parameter: number, alias: string): string => `json_to_recordset($${parameter}::json) as ${alias} (${of.map((each) => `${quote(each.name)} ${each.type}`).join(', ')})`

/**
 * The one statement of a small group: it moves the head if nobody else has, and only then writes journal,
 * entries, postings and balances, all set-wise. One round trip; answers how many heads moved, 1 or 0.
 */
export const groupStatement = (schema: string, ledgers: readonly Ledger[]): string => {
  const at = (name: string): string => `${quote(schema)}.${name}`
  const parts = [
    `moved as (update ${at('head')} set number = $1::bigint, hash = decode($2, 'hex'), recorded_at = $3::timestamptz where number = $4::bigint and hash = decode($5, 'hex') returning 1)`,
    `in_journal as (insert into ${at('journal')} (${namesOf(journalColumns)})
      select number, recorded_at, person, acting_for, approved_by, verb, ledger, entry, batch, reason, payload, decode(previous, 'hex'), decode(hash, 'hex') from moved, ${rowsFrom(journalColumns, 6, 'row')})`,
    `in_postings as (insert into ${at('postings')} (${namesOf(postingColumns)}) select ${namesOf(postingColumns)} from moved, ${rowsFrom(postingColumns, 7, 'cell')})`,
    `in_balances as (${balanceStatement(schema, 8, 'moved, ')})`,
    ...ledgers.map((ledger, index) => `${quote(`in_${ledgerTable(ledger.key)}`)} as (${ledgerStatement(schema, ledger, 9 + index, 'moved, ')})`),
  ]
  return `with ${parts.join(',\n')}\nselect count(*)::int as moved from moved`
}

/** Adds to balances the cells of a JSON parameter, each cell once. */
export const balanceStatement = (schema: string, parameter: number, guard = ''): string =>
  `insert into ${quote(schema)}.balances as b (${namesOf(balanceColumns)}) select ${namesOf(balanceColumns)} from ${guard}${rowsFrom(balanceColumns, parameter, 'cell')}
   on conflict (series, month, org, cohort) do update set amount = b.amount + excluded.amount, rows = b.rows + excluded.rows`

/** Writes the spans of a JSON parameter into one ledger, new or changed. */
export const ledgerStatement = (schema: string, ledger: Ledger, parameter: number, guard = ''): string => {
  const of = columnsOf(ledger)
  const sets = of.slice(2).map((each) => `${quote(each.name)} = excluded.${quote(each.name)}`)
  return `insert into ${quote(schema)}.${quote(ledgerTable(ledger.key))} (${namesOf(of)}) select ${of.map((each) => `spans.${quote(each.name)}`).join(', ')} from ${guard}${rowsFrom(of, parameter, 'spans')}
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
