import type pg from 'pg'
import type { Database } from './database.ts'

/** Runs reads on one consistent snapshot of the database. */
export const onSnapshot = async <Result>(db: Database, read: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await db.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const result = await read(client)
    await client.query('commit')
    client.release()
    return result
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    client.release()
    throw problem
  }
}
