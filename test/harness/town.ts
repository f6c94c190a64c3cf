import { randomBytes } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import type pg from 'pg'
import { type Database, openDatabase } from '../../src/store/database.ts'

/** Fresh places on the run's server. Each call stands alone, so tests run in any order and beside each other. */

/** A schema of its own name, not yet created, and a pool to the run's server. */
export type FreshSchema = { readonly schema: string; readonly pool: pg.Pool; readonly drop: () => Promise<void> }

/** The address of the run's server, for tests that start programs of their own. */
export function postgresUrl(): string {
  return inject('postgresUrl')
}

/**
 * A schema name nobody else uses and a pool. `drop` removes the schema, if it was created, and closes the pool: pass it to `afterAll` when
 * called outside a test; called inside one it runs by itself.
 */
export async function freshSchema(connections = 4): Promise<FreshSchema> {
  const schema = `t_${randomBytes(6).toString('hex')}`
  const database = await openDatabase({ data: '', url: postgresUrl(), connections })
  const drop = once(async () => {
    await database.pool.query(`drop schema if exists ${schema} cascade`)
    await database.close()
  })
  afterThisTest(drop)
  return { schema, pool: database.pool, drop }
}

/** A database of its own, for tests of what all towns share. `url` is its address. */
export type FreshDatabase = { readonly database: Database; readonly url: string; readonly drop: () => Promise<void> }

/** The address of a database of the run's server. */
export function addressOf(name: string): string {
  const address = new URL(postgresUrl())
  address.pathname = `/${name}`
  return address.href
}

/** Creates an empty database and opens it; dropped as `freshSchema` is. */
export function freshDatabase(connections = 4): Promise<FreshDatabase> {
  return databaseLike('template0', connections)
}

/** Creates a database that is a copy of another nobody has open, and opens it; dropped as `freshSchema` is. */
export async function databaseLike(template: string, connections: number): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const server = await openDatabase({ data: '', url: postgresUrl(), connections: 1 })
  await server.pool.query(`create database ${name} template ${template} encoding 'UTF8'`)
  const url = addressOf(name)
  const database = await openDatabase({ data: '', url, connections })
  const drop = once(async () => {
    await database.close()
    await server.pool.query(`drop database ${name} with (force)`)
    await server.close()
  })
  afterThisTest(drop)
  return { database, url, drop }
}

function afterThisTest(drop: () => Promise<void>): void {
  try {
    onTestFinished(drop)
  } catch {
    // called from beforeAll or the top of a file: the caller passes `drop` to afterAll
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let acted: Promise<void> | undefined
  return () => (acted ??= act())
}
