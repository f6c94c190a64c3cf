import type { Predicate } from '../core/access/predicate.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { namingFields } from '../core/linking/naming-fields.ts'
import { entriesOf } from './entries.ts'
import type { SpanRow } from './entries.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** Living entries the reader may see, by what they are called or by '#' and their number; several where a name is shared. */
export const findByName = async (handle: Handle, schema: string, ledger: Ledger, right: Predicate, names: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>> => {
  const fields = namingFields(ledger)
  const numbers = names.flatMap((name) => /^#?(\d{1,15})$/.exec(name)?.[1] ?? [])
  if (names.length === 0) return new Map()
  const at = table(schema, ledgerTable(ledger.key))
  const called = sql.join([sql`t.id = any(${numbers}::bigint[])`, ...fields.map((field) => sql`t.${sql.id(field)} = any(${[...names]}::text[])`)], sql` or `)
  const last = ledger.shape === 'event' ? sql`true` : sql`t.valid_to is null`
  const rows = await rowsOf<SpanRow>(handle, sql`select t.* from ${at} as t where not t.void and ${last} and (${called}) and ${whereSql(right, ledger, 't')} order by t.id, t.span`)
  const found = new Map<string, Entry[]>()
  const add = (name: string, entry: Entry): void => void found.set(name, [...(found.get(name) ?? []).filter((each) => each.id !== entry.id), entry])
  const asked = new Set(names)
  for (const entry of entriesOf(ledger, rows)) {
    for (const name of [`#${entry.id}`, ...fields.map((field) => String(entry.spans.at(-1)?.fields[field] ?? ''))]) if (asked.has(name)) add(name, entry)
    if (asked.has(String(entry.id)) && !found.has(String(entry.id))) add(String(entry.id), entry)
  }
  return found
}
