import type pg from 'pg'
import type { Declaration } from '../core/journal/declaration.ts'
import { Tally } from '../core/journal/tally.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { seriesOf } from '../core/measure/series.ts'
import { writeKeys, writePostings } from './apply-group.ts'
import type { TownBook } from './book.ts'
import { alterLedgerTable, createLedgerTable } from './ledger-table.ts'
import { eachEntry } from './each-entry.ts'
import type { Recount } from './recount.ts'
import { catchUp } from './recount.ts'
import { oneOf, quote, sql, table } from './sql.ts'

/** How long, in ms, the table of a ledger may stay held by those who read it; the writer, who stops all others meanwhile, then gives up. */
const patience = 800

/**
 * Puts declarations into force inside the writing transaction: DDL for ledgers; for a measure a new
 * version with a series of its own, its postings counted from the entries as they stand.
 */
export const applyDeclarations = async (client: pg.PoolClient, schema: string, book: TownBook, declarations: readonly { readonly number: number; readonly declaration: Declaration }[], prepared?: Recount): Promise<void> => {
  const ledgers = new Map(book.declared.ledgers)
  for (const { number, declaration } of declarations) {
    if (declaration.kind === 'ledger') {
      const before = ledgers.get(declaration.ledger.key)
      const statements = before === undefined ? createLedgerTable(schema, declaration.ledger) : alterLedgerTable(schema, before, declaration.ledger)
      await client.query(`set local lock_timeout = '${patience}ms'`)
      for (const statement of statements) await client.query(statement)
      await client.query('set local lock_timeout = default')
      ledgers.set(declaration.ledger.key, declaration.ledger)
      await record(client, schema, number, declaration, null)
    } else await declareMeasure(client, schema, { ...book, declared: { ...book.declared, ledgers } }, number, declaration, ledgers, prepared)
  }
}

const declareMeasure = async (client: pg.PoolClient, schema: string, book: TownBook, number: number, declaration: Extract<Declaration, { kind: 'measure' }>, ledgers: ReadonlyMap<string, Ledger>, prepared: Recount | undefined): Promise<void> => {
  const posts = declaration.measure.definition.kind !== 'formula'
  const series = posts ? (await oneOf<{ next: number }>(client, sql`select coalesce(max(series), 0)::int + 1 as next from ${table(schema, 'declarations')}`)).next : null
  await record(client, schema, number, declaration, series)
  if (series === null) return
  const tally = prepared === undefined ? new Tally() : await catchUp(client, schema, book, prepared, series)
  if (prepared === undefined)
    for (const each of seriesOf(declaration.measure, series, ledgers)) {
      const ledger = ledgers.get(each.ledger)
      if (ledger !== undefined) await eachEntry(client, schema, ledger, (entry) => void tally.post(each, undefined, entry, number))
    }
  const cells = tally.moved().map((cell) => ({ ...cell, series, first: number, last: number }))
  await writePostings(client, schema, cells)
  await writeKeys(client, schema, book, tally.movedKeys().map((cell) => ({ ...cell, series })))
}

const record = async (client: pg.PoolClient, schema: string, number: number, declaration: Declaration, series: number | null): Promise<void> => {
  const key = declaration.kind === 'ledger' ? declaration.ledger.key : declaration.measure.key
  const value = declaration.kind === 'ledger' ? declaration.ledger : declaration.measure
  await client.query(
    `insert into ${quote(schema)}.declarations (kind, key, version, number, declaration, series)
     select $1, $2, coalesce(max(version), 0) + 1, $3::bigint, $4::jsonb, $5::int from ${quote(schema)}.declarations where kind = $1 and key = $2`,
    [declaration.kind, key, number, JSON.stringify(value), series],
  )
}
