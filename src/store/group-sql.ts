import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { ledgerTable, quote } from './sql.ts'

/**
 * The one statement of a small group: it moves the head if nobody else has, and only then writes journal,
 * entries, postings and balances, all set-wise. One round trip; answers how many heads moved, 1 or 0.
 */
export const groupStatement = (schema: string, ledgers: readonly Ledger[]): string => {
  const at = (name: string): string => `${quote(schema)}.${name}`
  const parts = [
    `moved as (update ${at('head')} set number = $1::bigint, hash = decode($2, 'hex'), recorded_at = $3::timestamptz where number = $4::bigint and hash = decode($5, 'hex') returning 1)`,
    `in_journal as (insert into ${at('journal')} (number, recorded_at, person, acting_for, approved_by, verb, ledger, entry, batch, reason, payload, previous, hash)
      select number, $3::timestamptz, person, acting_for, approved_by, verb, ledger, entry, batch, reason, payload, decode(previous, 'hex'), decode(hash, 'hex')
      from moved, unnest($6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::bigint[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[])
        as row (number, person, acting_for, approved_by, verb, ledger, entry, batch, reason, payload, previous, hash))`,
    `in_postings as (insert into ${at('postings')} (series, org, day, cohort, amount, rows, first, last)
      select series, org, day, cohort, amount, rows, first, last from moved, unnest($18::int[], $19::text[], $20::date[], $21::int[], $22::numeric[], $23::int[], $24::bigint[], $25::bigint[]) as cell (series, org, day, cohort, amount, rows, first, last))`,
    `in_balances as (${balanceStatement(schema, 'moved, unnest($26::int[], $27::int[], $28::text[], $29::int[], $30::numeric[], $31::bigint[])')})`,
  ]
  let next = 32
  for (const ledger of ledgers) {
    const from = next
    next += 6 + ledger.fields.length
    parts.push(`${quote(`in_${ledger.key}`)} as (${ledgerStatement(schema, ledger, 'moved, ', from)})`)
  }
  return `with ${parts.join(',\n')}\nselect count(*)::int as moved from moved`
}

/** Adds to balances; the source yields (series, month, org, cohort, amount, rows), each cell once. */
export const balanceStatement = (schema: string, source: string): string =>
  `insert into ${quote(schema)}.balances as b (series, month, org, cohort, amount, rows)
   select series, month, org, cohort, amount, rows from ${source} as cell (series, month, org, cohort, amount, rows)
   on conflict (series, month, org, cohort) do update set amount = b.amount + excluded.amount, rows = b.rows + excluded.rows`

/** Writes spans of one ledger, new or changed; parameters from `$from` are one array a column. */
export const ledgerStatement = (schema: string, ledger: Ledger, guard: string, from: number): string => {
  const columns = columnsOf(ledger)
  const names = columns.map((each) => quote(each.name)).join(', ')
  const arrays = columns.map((each, index) => `$${from + index}::${each.type}[]`).join(', ')
  const sets = columns.slice(2).map((each) => `${quote(each.name)} = excluded.${quote(each.name)}`)
  return `insert into ${quote(schema)}.${quote(ledgerTable(ledger.key))} (${names}) select ${columns.map((each) => `spans.${quote(each.name)}`).join(', ')} from ${guard}unnest(${arrays}) as spans (${names})
      on conflict (id, span) do update set ${sets.join(', ')}`
}

/** Columns of a ledger table in the order they are written. */
export const columnsOf = (ledger: Ledger): readonly { readonly name: string; readonly type: string }[] => [
  { name: 'id', type: 'bigint' },
  { name: 'span', type: 'smallint' },
  { name: 'version', type: 'bigint' },
  { name: 'void', type: 'boolean' },
  { name: 'valid_from', type: 'date' },
  { name: 'valid_to', type: 'date' },
  ...ledger.fields.map((field) => ({ name: field.key, type: kindOf(field).sqlType })),
]
