import { inject } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import type { Database } from '../../src/store/database.ts'
import type { FreshDatabase } from './town.ts'
import { addressOf, databaseLike, postgresUrl } from './town.ts'

/**
 * A database of its own, copied from one that the first who asks for it in this run fills with `make`: two files then begin alike, and only one waits.
 * `key` names what is in it, in small letters. Pass `drop` to `afterAll`.
 */
export const copiedDatabase = async (key: string, make: (database: Database) => Promise<void>, connections: number): Promise<FreshDatabase> => {
  const name = `m_${inject('run')}_${key}`
  const server = await openDatabase({ data: '', url: postgresUrl(), connections: 1 })
  const client = await server.pool.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    if ((await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 0) {
      const making = `${name}_making`
      await client.query(`drop database if exists ${making} with (force)`)
      await client.query(`create database ${making} template template0 encoding 'UTF8'`)
      const database = await openDatabase({ data: '', url: addressOf(making), connections: 4 })
      await make(database).finally(() => database.close())
      await client.query(`alter database ${making} rename to ${name}`)
    }
    await client.query('select pg_advisory_unlock(hashtext($1))', [name])
  } finally {
    client.release(true)
    await server.close()
  }
  return databaseLike(name, connections)
}
