import type { Entry, Span } from '../core/ledger/entry.ts'
import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Fields, Value } from '../core/ledger/value.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { parseDecimal } from '../core/quantity/decimal.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** A row of a ledger table as the driver hands it over: days, decimals and numbers of entries as text. */
export type SpanRow = { id: number; span: number; version: number; void: boolean; valid_from: string | null; valid_to: string | null } & Record<string, unknown>

/** Entries of one ledger by number, as they stand now. */
export const findEntries = async (handle: Handle, schema: string, ledger: Ledger, ids: readonly number[]): Promise<ReadonlyMap<number, Entry>> => {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<SpanRow>(handle, sql`select * from ${table(schema, ledgerTable(ledger.key))} where id = any(${[...ids]}::bigint[]) order by id, span`)
  return new Map(entriesOf(ledger, rows).map((entry) => [entry.id, entry]))
}

/** Those entries of one ledger that are still as they were read: a version is a number in the journal, so the same one says the same. */
export const unmoved = async (handle: Handle, schema: string, ledger: Ledger, read: ReadonlyMap<number, Entry>): Promise<ReadonlyMap<number, Entry>> => {
  const ids = [...read.values()].filter((entry) => entry.ledger === ledger.key).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<{ id: number; version: number }>(handle, sql`select id, version from ${table(schema, ledgerTable(ledger.key))} where id = any(${ids}::bigint[]) and span = 0`)
  return new Map(rows.flatMap(({ id, version }) => { const entry = read.get(id); return entry?.version === version ? [[id, entry]] : [] }))
}

/** Gathers span rows, ordered by entry and span, into entries. */
export const entriesOf = (ledger: Ledger, rows: readonly SpanRow[]): readonly Entry[] => {
  const entries: Entry[] = []
  let spans: Span[] = []
  for (const row of rows) {
    const last = entries[entries.length - 1]
    const span = spanOf(ledger, row)
    if (last !== undefined && last.id === row.id) spans.push(span)
    else {
      spans = [span]
      entries.push({ id: row.id, ledger: ledger.key, version: row.version, void: row.void, spans })
    }
  }
  return entries
}

const spanOf = (ledger: Ledger, row: SpanRow): Span => ({ from: row.valid_from, to: row.valid_to, fields: fieldsOf(ledger, row) }) as Span

/** Fields of a row as the core knows them; empty ones are left out. */
export const fieldsOf = (ledger: Ledger, row: Record<string, unknown>): Fields => {
  const fields: Record<string, Value> = {}
  for (const field of ledger.fields) {
    const value = row[field.key]
    if (value === null || value === undefined) continue
    fields[field.key] = kindOf(field).sqlType === 'numeric' ? shortest(String(value)) : typeof value === 'boolean' ? value : String(value)
  }
  return fields
}

/** The shortest text of a number the database wrote with trailing zeros. */
export const shortest = (text: string): Decimal => {
  const value = parseDecimal(text)
  if (value === undefined) throw new RangeError(`the database answered ${text} for a decimal`)
  return value
}
