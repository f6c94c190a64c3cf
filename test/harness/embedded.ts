import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type EmbeddedServer, openEmbedded } from '../../src/store/embedded/open-embedded.ts'
import { livePostmaster } from '../../src/store/embedded/postmaster.ts'
import { temporaryDirectory } from './temporary-directory.ts'

/** For tests of the launcher itself: data directories of their own, apart from the run's server. */
export type Clusters = {
  /** A path where nothing is yet. */
  readonly fresh: () => string
  /** A data directory whose cluster exists and was stopped in order. */
  readonly made: () => Promise<string>
}

/** Prepares one cluster that `made` copies. Call it at the top of a test file. */
export function clusters(): Clusters {
  const root = temporaryDirectory()
  let count = 0
  let first: Promise<string> | undefined
  const make = async (): Promise<string> => {
    const data = join(root, 'first')
    await (await openEmbedded(data)).close()
    return data
  }
  const fresh = (): string => join(root, `data-${++count}`)
  return {
    fresh,
    made: async () => {
      const data = fresh()
      execFileSync('cp', ['-a', await (first ??= make()), data])
      return data
    },
  }
}

/** Opens a data directory in this process and closes it when the test is over. */
export async function openHere(data: string): Promise<EmbeddedServer> {
  const server = await openEmbedded(data)
  onTestFinished(() => server.close())
  return server
}

/** The first column of what a query answers, over a connection of its own. */
export async function ask(server: { host: string }, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ host: server.host, port: 5432, user: 'zhenwu', database: 'zhenwu' })
  client.on('error', () => {}) // tests end servers under their clients on purpose
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows.map(([first]) => first)
  } finally {
    await client.end()
  }
}

/** True while a server runs in this data directory. */
export function isServed(data: string): boolean {
  return livePostmaster(join(data, 'postgres')) !== undefined
}
