import type pg from 'pg'
import type { Database } from './database.ts'

/** Runs reads on one consistent snapshot of the database; `shared` names one that another transaction shares while it is open. */
export const onSnapshot = async <Result>(db: Database, read: (client: pg.PoolClient) => Promise<Result>, shared?: string): Promise<Result> => {
  const client = await db.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    if (shared !== undefined) await client.query(`set transaction snapshot ${client.escapeLiteral(shared)}`)
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

/** Names the snapshot of an open transaction, for others to read the same. */
export const shareSnapshot = async (client: pg.PoolClient): Promise<string> => {
  const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
  return rows[0]?.name ?? ''
}
