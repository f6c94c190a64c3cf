import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL server; its role may create schemas and databases. */
    readonly postgresUrl: string
    /** Names the run among others on the same server. */
    readonly run: string
    /** Folder of the keys that what is copied in this run is sealed with. */
    readonly keys: string
  }
}

/** One server for the whole run: the one DATABASE_URL names, else an embedded one in a temporary directory. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = randomBytes(4).toString('hex')
  project.provide('run', run)
  const root = mkdtempSync(join(tmpdir(), 'zw-run-'))
  const removed = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 10 })
  project.provide('keys', join(root, 'keys'))
  const external = process.env['DATABASE_URL']
  if (external !== undefined && external !== '') {
    project.provide('postgresUrl', external)
    return () => dropCopied(external, run).finally(removed)
  }
  const server = await openEmbedded(join(root, 'data'))
  const { host, port, user, database } = server
  project.provide('postgresUrl', `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`)
  return async () => {
    await server.close()
    removed()
  }
}

/** What was made to be copied stays until the run is over. */
const dropCopied = async (url: string, run: string): Promise<void> => {
  const server = await openDatabase({ data: '', url, connections: 1 })
  const { rows } = await server.pool.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [`m_${run}_`])
  for (const { datname } of rows) await server.pool.query(`drop database ${datname} with (force)`)
  await server.close()
}
