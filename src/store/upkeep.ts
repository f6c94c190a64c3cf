import type { Database } from './database.ts'
import { quote } from './sql.ts'

/** Holds a name across all processes of a database while `run` goes on; another that asks for it waits. */
export const holding = async <Result>(db: Database, name: string, run: () => Promise<Result>): Promise<Result> => {
  const holder = await db.connect()
  try {
    await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    return await run()
  } finally {
    await holder.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => undefined)
    holder.release()
  }
}

/** Whether a town has entries of its own, and not only declarations. */
export const hasEntries = async (db: Database, schema: string): Promise<boolean> => {
  const { rowCount } = await db.pool.query(`select 1 from ${quote(schema)}.journal where entry is not null limit 1`)
  return rowCount !== 0
}

/** Removes a town's schema with all it holds. */
export const dropTown = async (db: Database, schema: string): Promise<void> => {
  await db.pool.query(`drop schema ${quote(schema)} cascade`)
}

/** Lets the planner know the tables after they were filled at once. */
export const gatherStatistics = async (db: Database): Promise<void> => {
  await db.pool.query('analyze')
}
