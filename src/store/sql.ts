import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, DummyDriver, sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type pg from 'pg'

/** SQL is composed with Kysely's template and run by the driver: composing needs no connection. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export { sql }
export type Sql = RawBuilder<unknown>

/** Anything that runs a query: the pool or one of its connections. */
export type Handle = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

/** Runs composed SQL and answers its rows. */
export const rowsOf = async <Row extends object>(handle: Handle, query: Sql): Promise<Row[]> => {
  const { sql: text, parameters } = query.compile(compiler)
  const result = await handle.query<Row>(text, [...parameters])
  return result.rows
}

/** The one row a query must answer. */
export const oneOf = async <Row extends object>(handle: Handle, query: Sql): Promise<Row> => {
  const [row] = await rowsOf<Row>(handle, query)
  if (row === undefined) throw new Error('a query that always answers one row answered none')
  return row
}

/** Composes without running: the text, with its parameters written `$n`. */
export const textOf = (query: Sql): { text: string; values: readonly unknown[] } => {
  const { sql: text, parameters } = query.compile(compiler)
  return { text, values: parameters }
}

/** A table of the town, `schema.table`. */
export const table = (schema: string, name: string): Sql => sql`${sql.id(schema)}.${sql.id(name)}`

/** Table of a declared ledger. */
export const ledgerTable = (key: string): string => `ledger_${key.replaceAll('-', '_')}`

/** Quotes an identifier for SQL that is written as text. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
