import type pg from 'pg'
import { entryPayload } from '../../core/journal/row.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { ledgerTable, rowsOf, sql, table } from '../sql.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import type { LastNumbers } from './last-numbers.ts'
import { differing } from './last-numbers.ts'
import { eachRecorded } from './recorded-entries.ts'

/**
 * Compares a ledger's table with what the journal last said of each entry: every span's every field, the
 * void mark. An entry written out as its payload must be the payload. Each entry is visited on the way, as
 * the table has it.
 */
export const compareEntries = async (client: pg.PoolClient, schema: string, ledger: Ledger, visit: (entry: Entry) => void): Promise<readonly Difference[]> => {
  const found = new Map<number, Difference>()
  const differs = (entry: number, expected: string, told: string): void => {
    if (found.size < mostOfAKind && !found.has(entry)) found.set(entry, { kind: 'entry', where: `${ledger.key} #${entry}`, expected, found: told })
  }
  await eachRecorded(client, schema, ledger, ({ entry, payload }) => {
    visit(entry)
    const told = entryPayload(ledger, entry, null)
    if (payload === undefined || stateOf(payload) !== told) differs(entry.id, payload ?? '', told)
  })
  return [...found.values()]
}

/** A payload without the version it replaced, which no table keeps. */
const stateOf = (payload: string): string => {
  const was = payload.lastIndexOf(',"was":')
  return was < 0 || payload.lastIndexOf(']') > was ? payload : `${payload.slice(0, was)}}`
}

/** Entries whose version is not the last journal number that tells of them, or that one side does not know. */
export const compareVersions = async (client: pg.PoolClient, schema: string, ledgers: readonly Ledger[], told: LastNumbers, kept: LastNumbers): Promise<readonly Difference[]> => {
  const entries = differing(told, kept, mostOfAKind)
  if (entries.length === 0) return []
  const tables = ledgers.map(({ key }) => sql`select ${key}::text as ledger, id as entry, max(version) as number from ${table(schema, ledgerTable(key))} where id = any(${entries}::bigint[]) group by id`)
  const rows = await rowsOf<{ ledger: string; entry: number; expected: string; found: string }>(
    client,
    sql`select ledger, entry, coalesce('#' || told.number, '') as expected, coalesce('#' || kept.number, '') as found
      from (select ledger, entry, max(number) as number from ${table(schema, 'journal')} where entry = any(${entries}::bigint[]) group by ledger, entry) as told
      full join (${sql.join(tables, sql` union all `)}) as kept using (ledger, entry)
      where told.number is distinct from kept.number limit ${mostOfAKind}`,
  )
  return rows.map((row) => ({ kind: 'entry' as const, where: `${row.ledger} #${row.entry}`, expected: row.expected, found: row.found }))
}
