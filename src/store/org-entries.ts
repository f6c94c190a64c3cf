import type { Entry } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { TownBook } from './book.ts'
import { findEntries } from './entries.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** The living orgs of a town as entries, by code. */
export const findOrgEntries = async (handle: Handle, schema: string, ledger: Ledger): Promise<ReadonlyMap<string, Entry>> => {
  const rows = await rowsOf<{ id: number }>(handle, sql`select distinct id from ${table(schema, 'ledger_org')} where not void`)
  const entries = await findEntries(handle, schema, ledger, rows.map((row) => row.id))
  return new Map([...entries.values()].map((entry) => [String(lastSpan(entry).fields['code']), entry]))
}

/** Codes of orgs that people, posts or any entry name, or that keep a ledger or answer for a measure. */
export const usedOrgs = async (handle: Handle, schema: string, { declared }: TownBook): Promise<ReadonlySet<string>> => {
  const named = [...declared.ledgers.values()].filter((ledger) => ledger.key !== 'org')
  const rows = await rowsOf<{ org: string }>(handle, sql`select org from (${sql.join(named.map((ledger) => sql`select distinct ${sql.id(ledger.orgField)} as org from ${table(schema, ledgerTable(ledger.key))} where not void`), sql` union `)}) as named`)
  return new Set([...rows.map((row) => row.org), ...named.map((ledger) => ledger.owner), ...[...declared.measures.values()].map((measure) => measure.owner)])
}
