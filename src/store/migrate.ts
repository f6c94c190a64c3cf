import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { StoreUnavailable } from './store-unavailable.ts'

/**
 * The tables come from SQL files that run once, in order, and only forwards: those in migrations/shared in the schema `zhenwu`, which knows
 * the towns, and those in migrations/town in the schema of each town. Every schema keeps in its own table `migrations` what ran there.
 */

/** The schema that all towns share. */
export const sharedSchema = 'zhenwu'

/** One file of a series. `checksum` is the SHA-256 of its text with Unix line ends. */
export type Migration = { readonly number: number; readonly name: string; readonly checksum: string; readonly sql: string }

/** Where the series lie in this installation. */
export const migrationsDirectory = join(import.meta.dirname, '..', '..', 'migrations')

/** Brings the shared schema up to date; answers the names of the files that ran. */
export async function migrateShared(client: pg.ClientBase): Promise<string[]> {
  return migrate(client, sharedSchema, readSeries(join(migrationsDirectory, 'shared')))
}

/** Makes a town's schema if need be and brings it up to date; answers the names of the files that ran. */
export async function migrateTown(client: pg.ClientBase, schema: string): Promise<string[]> {
  return migrate(client, schema, readSeries(join(migrationsDirectory, 'town')))
}

/** Reads a series `0001_name.sql`, `0002_…` from a directory. Throws when numbers are missing or double. */
export function readSeries(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql')).sort()
  return names.map((name, index) => {
    const number = Number.parseInt(name, 10)
    if (!/^\d{4}_[a-z0-9_-]+\.sql$/.test(name) || number !== index + 1) throw new Error(`Migration out of order: ${join(directory, name)}`)
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n')
    return { number, name, checksum: createHash('sha256').update(sql).digest('hex'), sql }
  })
}

/**
 * Runs what is missing of a series in one schema, all or nothing, in the caller's transaction if there is one. Two processes take turns.
 * Refuses with `StoreUnavailable` when a file that ran has changed (`migration-edited`) or is not in the series (`migration-unknown`).
 */
export async function migrate(client: pg.ClientBase, schema: string, series: readonly Migration[]): Promise<string[]> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new RangeError(`Not a schema name: ${schema}`)
  const nested = client.getTransactionStatus() === 'T'
  if (nested) return runMissing(client, schema, series)
  await client.query('begin')
  try {
    const ran = await runMissing(client, schema, series)
    await client.query('commit')
    return ran
  } catch (thrown) {
    await client.query('rollback')
    throw thrown
  }
}

async function runMissing(client: pg.ClientBase, schema: string, series: readonly Migration[]): Promise<string[]> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('zhenwu.migrate', 0))`)
  const [before] = (await client.query<{ path: string }>(`select current_setting('search_path') as path`)).rows
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema])
  if (rowCount === 0) await client.query(`create schema ${schema}`)
  await client.query(`set local search_path to ${schema}`)
  await client.query(versionTable)
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migrations order by number',
  )
  for (const done of rows) refuseIfChanged(schema, done, series[done.number - 1])
  const missing = series.slice(rows.length)
  for (const migration of missing) {
    await client.query(migration.sql)
    await client.query('insert into migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
  }
  await client.query(`select set_config('search_path', $1, true)`, [before?.path ?? ''])
  return missing.map(({ name }) => name)
}

function refuseIfChanged(schema: string, done: { name: string; checksum: string }, file: Migration | undefined): void {
  if (file === undefined) throw new StoreUnavailable('migration-unknown', `${schema}/${done.name}`)
  if (file.checksum !== done.checksum) throw new StoreUnavailable('migration-edited', `${schema}/${done.name}`)
}

const versionTable = `
  do $$ begin
    if to_regclass(current_schema() || '.migrations') is null then
      create table migrations (
        number integer not null,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now(),
        constraint migrations_pkey primary key (number)
      );
      comment on table migrations is 'The migrations that ran in this schema, with the checksum of each file. 本模式已执行的升级脚本。';
    end if;
  end $$`
