import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { StoreUnavailable, errorCode } from './store-unavailable.ts'

/**
 * The way to PostgreSQL: the embedded server of a data directory, or the server a URL names. From here on nobody can tell them apart.
 */

/** An open database. `connect` lends one connection (release it); `close` waits for lent ones, then stops an embedded server nobody else uses. */
export type Database = {
  readonly kind: 'embedded' | 'external'
  /** One line for logs and screens; holds no password. */
  readonly description: string
  readonly pool: pg.Pool
  readonly connect: () => Promise<pg.PoolClient>
  readonly close: () => Promise<void>
}

/** `data` is the data directory; with `url` (a postgres:// address) it is not used. `connections` is the most this process opens, 10 unless said. */
export type DatabasePlace = { readonly data: string; readonly url?: string | undefined; readonly connections?: number }

/** The oldest server version that is tested and accepted, as server_version_num. */
const oldestServer = 150_000
const connectPatience = 10_000
const restartPatience = 30_000

/** What a connection meets while a server stops or starts. */
const passing = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

/** Opens the database, starting the embedded server if need be. Refuses with `StoreUnavailable`. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if (place.url !== undefined && place.url !== '') return openExternal(place.url, place.connections)
  const server = await openEmbedded(place.data)
  const { host, port, user, database } = server
  const pool = newPool({ host, port, user, database }, place.connections)
  const stop = async (): Promise<void> => {
    await pool.end()
    await server.close()
  }
  try {
    const version = await greetPatiently(pool, `${host} (pid ${server.pid})`)
    return opened('embedded', `PostgreSQL ${version}, ${place.data}`, pool, stop)
  } catch (thrown) {
    await stop()
    throw thrown
  }
}

/** Refuses a server that is too old or not UTF8. `version` is server_version_num, such as 150012. */
export function checkServer(version: number, encoding: string): void {
  if (version < oldestServer) throw new StoreUnavailable('server-too-old', `${Math.trunc(version / 10_000)}`)
  if (encoding !== 'UTF8') throw new StoreUnavailable('server-encoding', encoding)
}

async function openExternal(url: string, connections?: number): Promise<Database> {
  const where = address(url)
  const pool = newPool({ connectionString: url }, connections)
  try {
    const version = await greet(pool, where)
    return opened('external', `PostgreSQL ${version}, ${where}`, pool, () => pool.end())
  } catch (thrown) {
    await pool.end()
    throw thrown
  }
}

function opened(kind: Database['kind'], description: string, pool: pg.Pool, stop: () => Promise<void>): Database {
  let stopped: Promise<void> | undefined
  return { kind, description, pool, connect: () => pool.connect(), close: () => (stopped ??= stop()) }
}

function newPool(server: pg.PoolConfig, connections = 10): pg.Pool {
  const pool = new pg.Pool({
    ...server,
    max: connections,
    types: columnTypes,
    application_name: 'zhenwu',
    connectionTimeoutMillis: connectPatience,
    onConnect: (client) => client.query(`set time zone 'Asia/Shanghai'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'`),
  })
  pool.on('error', () => {}) // an idle connection broke; the pool has dropped it, and the next query opens another
  pool.on('connect', (client) => client.on('error', () => {})) // a lent one broke; the query under way, or the next, reports it
  return pool
}

/** A server found at the very moment it is being stopped refuses; the launcher's watch then starts it again. */
async function greetPatiently(pool: pg.Pool, where: string): Promise<string> {
  const until = Date.now() + restartPatience
  for (;;) {
    try {
      return await greet(pool, where)
    } catch (thrown) {
      const cause = errorCode((thrown as Error).cause)
      if (cause === undefined || !passing.has(cause) || Date.now() > until) throw thrown
      await pause(100)
    }
  }
}

async function greet(pool: pg.Pool, where: string): Promise<string> {
  try {
    const { rows } = await pool.query<{ number: string; version: string; encoding: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
              current_setting('server_encoding') as encoding`,
    )
    const [server] = rows
    if (server === undefined) throw new StoreUnavailable('cannot-connect', where)
    checkServer(Number(server.number), server.encoding)
    return server.version
  } catch (thrown) {
    throw thrown instanceof StoreUnavailable ? thrown : connectRefusal(thrown, where)
  }
}

function connectRefusal(thrown: unknown, where: string): StoreUnavailable {
  switch (errorCode(thrown)) {
    case '28P01':
    case '28000':
      return new StoreUnavailable('wrong-password', where, thrown)
    case '53100':
    case 'ENOSPC':
      return new StoreUnavailable('disk-full', where, thrown)
    default: {
      const said = thrown instanceof Error && thrown.message !== '' ? thrown.message : String(errorCode(thrown))
      return new StoreUnavailable(/password/i.test(said) ? 'wrong-password' : 'cannot-connect', `${where} (${said})`, thrown)
    }
  }
}

function address(url: string): string {
  try {
    const { hostname, port, pathname, username, searchParams } = new URL(url)
    const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname)
    return `${decodeURIComponent(username)}@${host}:${port === '' ? '5432' : port}${pathname}`
  } catch (thrown) {
    throw new StoreUnavailable('cannot-connect', 'DATABASE_URL is not a postgres:// address', thrown)
  }
}
