import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, DummyDriver, sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import pg from 'pg'

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

/** Runs several queries in one round trip, in their order, and answers the rows of each. */
export const rowSetsOf = async (handle: Handle, queries: readonly Sql[]): Promise<readonly (readonly object[])[]> => {
  const answered: unknown = await handle.query(queries.map(literalText).join(';\n'))
  return (Array.isArray(answered) ? (answered as readonly pg.QueryResult<object>[]) : [answered as pg.QueryResult<object>]).map(({ rows }) => rows)
}

/** The text of a query with its parameters written into it: several queries at once cannot have any. */
const literalText = (query: Sql): string => {
  const { sql: text, parameters } = query.compile(compiler)
  return text.replace(/\$(\d+)/g, (_, place: string) => {
    const value = parameters[Number(place) - 1]
    if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError('only text and numbers are written into a query')
    return pg.escapeLiteral(String(value))
  })
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
