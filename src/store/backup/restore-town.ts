import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { Ledger } from '../../core/ledger/ledger.ts'
import { readHead } from '../book.ts'
import type { Database } from '../database.ts'
import { alterLedgerTable, createLedgerTable } from '../ledger-table.ts'
import { migrate, migrateShared, migrateTown, migrationsDirectory, readSeries } from '../migrate.ts'
import { quote, rowsOf, sql, table } from '../sql.ts'
import { BackupUnusable } from './backup-unusable.ts'
import type { BackupHead, BackupTable } from './format.ts'
import { checkBackup, readBackup } from './read-backup.ts'

/** The town that was restored, with the head it ended at when it was backed up. */
export type Restored = { readonly code: string; readonly name: string; readonly schema: string; readonly number: number; readonly hash: string }

/**
 * Restores a town from a backup, all or nothing: the file is read through first, then everything is made and
 * loaded in one transaction. A town that is here already stays unless `replace` is given. Throws
 * `BackupUnusable`. Whether the book is sound is for `verifyTown` to say afterwards.
 */
export const restoreTown = async (db: Database, path: string, options: { readonly replace?: boolean } = {}): Promise<Restored> => {
  const { head, end } = await checkBackup(path)
  const { code, name, schema } = head.town
  const client = await db.connect()
  try {
    await client.query('begin')
    await migrateShared(client)
    await makeRoom(client, head, options.replace === true)
    await migrate(client, schema, seriesOf(head))
    await load(client, path, schema)
    await migrateTown(client, schema)
    await client.query('insert into zhenwu.towns (code, name, schema) values ($1, $2, $3)', [code, name, schema])
    const { number, hash } = await readHead(client, schema)
    if (number !== end.end.number || hash !== end.end.hash) throw new BackupUnusable('backup-damaged', path)
    for (const [name, count] of Object.entries(end.rows)) if ((await countOf(client, schema, name)) !== count) throw new BackupUnusable('backup-damaged', path)
    await client.query('commit')
    await client.query('analyze')
    return { code, name, schema, number, hash }
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    throw problem
  } finally {
    client.release()
  }
}

const makeRoom = async (client: pg.PoolClient, { town }: BackupHead, replace: boolean): Promise<void> => {
  const here = await rowsOf<{ code: string; schema: string }>(client, sql`select code, schema from zhenwu.towns where code = ${town.code} or schema = ${town.schema}`)
  const made = await rowsOf(client, sql`select 1 as one from pg_namespace where nspname = ${town.schema}`)
  if (here.length + made.length === 0) return
  if (!replace || here.some((each) => each.code !== town.code)) throw new BackupUnusable('town-exists', town.code)
  for (const schema of new Set([town.schema, ...here.map((each) => each.schema)])) await client.query(`drop schema if exists ${quote(schema)} cascade`)
  await client.query('delete from zhenwu.towns where code = $1', [town.code])
}

/** The migrations the backup was made under; those that came later run when the rows are in. */
const seriesOf = (head: BackupHead): ReturnType<typeof readSeries> => {
  const series = readSeries(join(migrationsDirectory, 'town')).slice(0, head.migrations.length)
  const unknown = head.migrations.find((each, index) => series[index]?.checksum !== each.checksum)
  if (unknown !== undefined) throw new BackupUnusable('backup-newer', unknown.name)
  return series
}

const load = async (client: pg.PoolClient, path: string, schema: string): Promise<void> => {
  let rows: copyStreams.CopyStreamQuery | undefined
  const finish = async (): Promise<void> => {
    rows?.end()
    if (rows !== undefined) await finished(rows)
    rows = undefined
  }
  let ledgersMade = false
  try {
    for await (const piece of readBackup(path)) {
      if (piece.kind === 'rows') {
        if (rows !== undefined && !rows.write(piece.bytes)) await once(rows, 'drain')
        continue
      }
      await finish()
      if (piece.kind !== 'table') continue
      if (!ledgersMade && piece.table.table !== 'declarations') {
        await makeLedgers(client, schema)
        ledgersMade = true
      }
      await client.query(`delete from ${quote(schema)}.${quote(piece.table.table)}`) // what the migrations put there
      rows = openCopy(client, schema, piece.table)
    }
  } catch (problem) {
    rows?.destroy() // else the connection waits for the rest of the rows
    throw problem
  }
}

const openCopy = (client: pg.PoolClient, schema: string, { table: name, columns }: BackupTable): copyStreams.CopyStreamQuery => {
  const rows = client.query(copyStreams.from(`copy ${quote(schema)}.${quote(name)} (${columns.map(quote).join(', ')}) from stdin`))
  rows.on('error', () => undefined) // thrown where the stream is next written to or finished
  return rows
}

/** Makes the tables of the declared ledgers as their declarations made them, version after version. */
const makeLedgers = async (client: pg.PoolClient, schema: string): Promise<void> => {
  const versions = await rowsOf<{ declaration: unknown }>(client, sql`select declaration from ${table(schema, 'declarations')} where kind = 'ledger' order by number`)
  const known = new Map<string, Ledger>()
  for (const { declaration } of versions) {
    const ledger = Ledger.parse(declaration)
    const before = known.get(ledger.key)
    for (const statement of before === undefined ? createLedgerTable(schema, ledger) : alterLedgerTable(schema, before, ledger)) await client.query(statement)
    known.set(ledger.key, ledger)
  }
}

const countOf = async (client: pg.PoolClient, schema: string, name: string): Promise<number | undefined> =>
  (await rowsOf<{ count: number }>(client, sql`select count(*)::int as count from ${table(schema, name)}`))[0]?.count
