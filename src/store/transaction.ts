import type pg from 'pg'
import type { Database } from './database.ts'

/** Runs work in one transaction beside the book: all of it or nothing. */
export const inTransaction = async <Result>(db: Pick<Database, 'connect'>, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await db.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (problem) {
    await client.query('rollback').then(() => client.release(), (broken: Error) => client.release(broken))
    throw problem
  }
}
