import { lastSpan } from '../core/ledger/entry.ts'
import type { Mapping } from '../core/importing/mapping.ts'
import { readMapping } from '../core/importing/mapping.ts'
import type { TownBook } from './book.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf } from './entries.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

export type ImportState = 'committing' | 'done' | 'stopped' | 'undone'

/** A workbook that was taken into a ledger, and who did it. */
export type StoredImport = { readonly id: number; readonly version: number; readonly day: string; readonly ledger: string; readonly org: string; readonly name: string; readonly hash: string; readonly batch: string; readonly mapping: Mapping | undefined; readonly state: ImportState; readonly created: number; readonly corrected: number; readonly rejected: number; readonly person: number }

/** The imports into a ledger, the last first; `hash` asks for one file, `batch` for one batch. */
export const findImports = async (handle: Handle, schema: string, book: TownBook, asked: { readonly ledger?: string; readonly hash?: string; readonly batch?: string; readonly offset?: number; readonly limit: number }): Promise<{ readonly total: number; readonly imports: readonly StoredImport[] }> => {
  const ledger = book.declared.ledgers.get('import')
  if (ledger === undefined) return { total: 0, imports: [] }
  const at = table(schema, 'ledger_import')
  const where = sql`not t.void and (${asked.ledger ?? null}::text is null or t.ledger = ${asked.ledger ?? null}) and (${asked.hash ?? null}::text is null or t.hash = ${asked.hash ?? null}) and (${asked.batch ?? null}::text is null or t.batch = ${asked.batch ?? null})`
  const { total } = await oneOf<{ total: number }>(handle, sql`select count(*)::int as total from ${at} as t where ${where}`)
  const rows = await rowsOf<SpanRow & { person: number }>(handle, sql`select t.*, j.person from ${at} as t join ${table(schema, 'journal')} as j on j.number = t.id where ${where} order by t.id desc limit ${asked.limit}::int offset ${asked.offset ?? 0}::bigint`)
  const persons = new Map(rows.map((row) => [row.id, row.person]))
  return {
    total,
    imports: entriesOf(ledger, rows).map((entry): StoredImport => {
      const { fields } = lastSpan(entry)
      const text = (key: string): string => String(fields[key] ?? '')
      return { id: entry.id, version: entry.version, day: text('day'), ledger: text('ledger'), org: text('org'), name: text('name'), hash: text('hash'), batch: text('batch'), mapping: readMapping(text('mapping')), state: text('state') as ImportState, created: Number(text('created')), corrected: Number(text('corrected')), rejected: Number(text('rejected')), person: persons.get(entry.id) ?? 0 }
    }),
  }
}

/** How many rows of a batch stand in the journal. */
export const countBatch = async (handle: Handle, schema: string, batch: string): Promise<number> => (await oneOf<{ rows: number }>(handle, sql`select count(*)::int as rows from ${table(schema, 'journal')} where batch = ${batch}`)).rows
