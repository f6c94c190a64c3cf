import { createHash } from 'node:crypto'
import type pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabase, freshSchema } from '../../test/harness/town.ts'
import { type Migration, migrate, migrateShared } from './migrate.ts'

function file(number: number, sql: string): Migration {
  return { number, name: `000${number}_step.sql`, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

const first = file(1, 'create table a (n integer)')
const second = file(2, 'alter table a add m integer; create table b (n integer)')

async function connection(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect()
  onTestFinished(() => client.release())
  return client
}

async function tables(pool: pg.Pool, schema: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>('select table_name as name from information_schema.tables where table_schema = $1', [schema])
  return rows.map(({ name }) => name).sort()
}

describe('a series of migrations', () => {
  test('runs what is missing, once, in its schema', async () => {
    const { schema, pool } = await freshSchema()
    const client = await connection(pool)
    expect(await migrate(client, schema, [first])).toEqual([first.name])
    expect(await migrate(client, schema, [first, second])).toEqual([second.name])
    expect(await migrate(client, schema, [first, second])).toEqual([])
    expect(await tables(pool, schema)).toEqual(['a', 'b', 'migrations'])
  })

  test('leaves the search path as it was', async () => {
    const { schema, pool } = await freshSchema()
    const client = await connection(pool)
    const path = async (): Promise<unknown> => (await client.query('show search_path')).rows
    const before = await path()
    await client.query('begin')
    await migrate(client, schema, [first])
    expect(await path()).toEqual(before)
    await client.query('commit')
    expect(await path()).toEqual(before)
  })

  test('in the caller\'s transaction, goes with it', async () => {
    const { schema, pool } = await freshSchema()
    const client = await connection(pool)
    await client.query('begin')
    await migrate(client, schema, [first])
    await client.query('rollback')
    expect(await tables(pool, schema)).toEqual([])
  })

  test('changes nothing when one of them fails', async () => {
    const { schema, pool } = await freshSchema()
    const client = await connection(pool)
    await expect(migrate(client, schema, [first, file(2, 'create table a (n integer)')])).rejects.toThrow('already exists')
    expect(await tables(pool, schema)).toEqual([])
  })

  test('takes turns between processes', async () => {
    const { schema, pool } = await freshSchema()
    const ran = await Promise.all([1, 2, 3].map(async () => migrate(await connection(pool), schema, [first, second])))
    expect(ran.flat().sort()).toEqual([first.name, second.name])
  })

  test('refuses a file that was edited after it ran', async () => {
    const { schema, pool } = await freshSchema()
    const client = await connection(pool)
    await migrate(client, schema, [first])
    await expect(migrate(client, schema, [file(1, 'create table a (n bigint)')])).rejects.toMatchObject({ code: 'migration-edited' })
  })

  test('refuses a database that a newer version migrated', async () => {
    const { schema, pool } = await freshSchema()
    const client = await connection(pool)
    await migrate(client, schema, [first, second])
    await expect(migrate(client, schema, [first])).rejects.toMatchObject({ code: 'migration-unknown' })
  })

  test.each(['T1', 'a-b', 'a;drop', ''])('does not take %j for a schema name', async (schema) => {
    const { pool } = await freshSchema()
    await expect(migrate(await connection(pool), schema, [first])).rejects.toThrow(RangeError)
  })
})

test('the shared schema knows towns by code, each with a schema of its own', async () => {
  const { database } = await freshDatabase()
  const client = await connection(database.pool)
  await migrateShared(client)
  const add = (code: string, schema: string): Promise<unknown> =>
    client.query('insert into zhenwu.towns (code, name, schema) values ($1, $2, $3)', [code, '新浦镇', schema])
  await add('330282112', 'town_330282112')
  await expect(add('330282112', 'town_other')).rejects.toMatchObject({ constraint: 'towns_pkey' })
  await expect(add('330282113', 'town_330282112')).rejects.toMatchObject({ constraint: 'towns_schema_key' })
  await expect(add('330282113', 'Town"x')).rejects.toMatchObject({ constraint: 'towns_schema_form' })
})
