import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { readHead } from '../book.ts'
import type { Database } from '../database.ts'
import { onSnapshot } from '../snapshot.ts'
import { quote, rowsOf, sql, table } from '../sql.ts'
import { errorCode, fileRefusal } from '../store-unavailable.ts'
import { BackupUnusable } from './backup-unusable.ts'
import type { BackupEnd, BackupHead, BackupTable } from './format.ts'
import { backupFormat, backupVersion, endOfRows } from './format.ts'

/** What was written: the head it ends with, and rows by table. */
export type Backup = { readonly number: number; readonly hash: string; readonly rows: Readonly<Record<string, number>> }

/**
 * Writes one consistent snapshot of a town to a file (BOOK §15). Open sessions stay out; accounts go with their
 * argon2id texts and the keys of people wrapped, the master key never. The file appears under its name only
 * when it is whole and on the disk.
 */
export const backupTown = async (db: Database, town: { readonly code: string; readonly name: string; readonly schema: string }, path: string): Promise<Backup> => {
  const target = resolve(path)
  const part = `${target}.part-${process.pid}`
  try {
    const written = await onSnapshot(db, async (client) => {
      const { number, hash } = await readHead(client, town.schema)
      const rows: Record<string, number> = {}
      await pipeline(Readable.from(pieces(client, town, { number, hash }, rows)), createGzip(), createWriteStream(part, { mode: 0o600, flush: true }))
      return { number, hash, rows }
    })
    await rename(part, target)
    await syncDirectory(dirname(target))
    return written
  } catch (problem) {
    await rm(part, { force: true })
    throw errorCode(problem) === 'ENOENT' ? new BackupUnusable('directory-missing', target, problem) : fileRefusal(problem, target)
  }
}

const pieces = async function* (client: pg.PoolClient, town: BackupHead['town'], end: BackupEnd['end'], rows: Record<string, number>): AsyncGenerator<Buffer> {
  const sm3 = createHash('sm3')
  const hashed = (bytes: Buffer): Buffer => {
    sm3.update(bytes)
    return bytes
  }
  const line = (value: BackupHead | BackupTable | BackupEnd): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)
  const { code, name, schema } = town
  const migrations = await rowsOf<BackupHead['migrations'][number]>(client, sql`select number, name, checksum from ${table(schema, 'migrations')} order by number`)
  yield hashed(line({ format: backupFormat, version: backupVersion, town: { code, name, schema }, migrations }))
  for (const each of await tablesOf(client, schema)) {
    yield hashed(line(each))
    let count = 0
    for await (const chunk of client.query(copyStreams.to(copyText(schema, each)))) {
      count += linesIn(chunk as Buffer)
      yield hashed(chunk as Buffer)
    }
    rows[each.table] = count
    yield hashed(Buffer.from(endOfRows))
  }
  yield line({ end, rows, sm3: sm3.digest('hex') })
}

const copyText = (schema: string, { table: name, columns }: BackupTable): string => `copy ${quote(schema)}.${quote(name)} (${columns.map(quote).join(', ')}) to stdout`

/** What is not carried over: who is signed in, and what the migrations themselves write. */
const leftOut = ['sessions', 'migrations']

/** Tables with their columns; the declarations first, because the ledgers' tables are made from them. */
const tablesOf = async (client: pg.PoolClient, schema: string): Promise<readonly BackupTable[]> =>
  rowsOf<BackupTable>(
    client,
    sql`select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class as c join pg_namespace as n on n.oid = c.relnamespace join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = ${schema} and c.relkind = 'r' and not c.relname = any(${leftOut}::text[])
      group by c.relname order by c.relname <> 'declarations', c.relname`,
  )

const linesIn = (bytes: Buffer): number => {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** Makes the new name itself last. */
const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r')
  await directory.sync().finally(() => directory.close())
}
