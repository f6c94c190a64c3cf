import type { Predicate } from '../core/access/predicate.ts'
import { plainCode } from '../core/ledger/check-digits/text-format.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { findField } from '../core/ledger/ledger.ts'
import { entriesOf } from './entries.ts'
import type { SpanRow } from './entries.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** What is looked for: the text, and the pattern of texts whose syllables begin with it where it is made of letters. */
export type Sought = { readonly text: string; readonly pattern: string | undefined; readonly fields: readonly string[]; readonly limit: number }

/**
 * Living entries the reader may see that a text names: first those whose number or a field of is the text or begins with it, along the indexes, and only where
 * these are few those that contain it or are spelt so.
 */
export const findLinkedEntries = async (handle: Handle, schema: string, ledger: Ledger, right: Predicate, { text, pattern, fields, limit }: Sought): Promise<readonly Entry[]> => {
  const at = table(schema, ledgerTable(ledger.key))
  const columns = fields.filter((key) => findField(ledger, key)?.kind === 'text').map((key) => sql`t.${sql.id(key)}`)
  const last = ledger.shape === 'event' ? sql`true` : sql`t.valid_to is null`
  const read = (matches: readonly Sql[], order: Sql, most: number): Promise<SpanRow[]> =>
    matches.length === 0 ? Promise.resolve([]) : rowsOf<SpanRow>(handle, sql`select t.* from ${at} as t where not t.void and ${last} and (${sql.join(matches, sql` or `)}) and ${whereSql(right, ledger, 't')} order by ${order} limit ${most}::int`)
  const number = /^#?(\d{1,15})$/.exec(text)?.[1]
  const beginnings = [...new Set([text, plainCode(text)])]
  const first = columns[0] ?? sql`t.id::text`
  const numbered = number === undefined ? [] : [sql`t.id = ${number}::bigint`]
  const begun = await read([...numbered, ...columns.flatMap((column) => beginnings.map((each) => sql`starts_with(${column}, ${each})`))], sql.join([...numbered.map((is) => sql`${is} desc`), sql`length(${first})`, first, sql`t.id`]), limit)
  if (begun.length >= limit || [...text].length < 2) return entriesOf(ledger, begun)
  const within = columns.flatMap((column) => [sql`strpos(lower(${column} collate "C"), ${text.toLowerCase()}) > 0`, ...(pattern === undefined ? [] : [sql`${column} ~ ${pattern}`])])
  const known = new Set(begun.map(({ id }) => id))
  const found = await read(within, sql`length(${first}), ${first}, t.id`, limit + begun.length)
  return entriesOf(ledger, [...begun, ...found.filter(({ id }) => !known.has(id))].slice(0, limit))
}
