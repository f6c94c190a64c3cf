import type pg from 'pg'
import type { Database } from './database.ts'
import type { Sql } from './sql.ts'
import { rowSetsOf, sql } from './sql.ts'

/** Runs reads on one consistent snapshot of the database; `shared` names one that another transaction shares while it is open. */
export const onSnapshot = <Result>(db: Database, read: (client: pg.PoolClient) => Promise<Result>, shared?: string): Promise<Result> =>
  within(
    db,
    async (client) => {
      await client.query(begin)
      if (shared !== undefined) await client.query(`set transaction snapshot ${client.escapeLiteral(shared)}`)
    },
    read,
  )

/** Runs reads on one snapshot that begins with a query of its own, in the same round trip. */
export const onSnapshotFrom = <Row extends object, Result>(db: Database, first: Sql, read: (client: pg.PoolClient, rows: readonly Row[]) => Promise<Result>): Promise<Result> =>
  within(db, async (client) => (await rowSetsOf(client, [sql.raw(begin), first]))[1] as readonly Row[], read)

const begin = 'begin isolation level repeatable read read only'

const within = async <Begun, Result>(db: Database, opened: (client: pg.PoolClient) => Promise<Begun>, read: (client: pg.PoolClient, begun: Begun) => Promise<Result>): Promise<Result> => {
  const client = await db.connect()
  try {
    const result = await read(client, await opened(client))
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
