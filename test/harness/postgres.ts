import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL server; its role may create schemas and databases. */
    readonly postgresUrl: string
  }
}

/** One server for the whole run: the one DATABASE_URL names, else an embedded one in a temporary directory. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['DATABASE_URL']
  if (external !== undefined && external !== '') {
    project.provide('postgresUrl', external)
    return async () => {}
  }
  const root = mkdtempSync(join(tmpdir(), 'zw-run-'))
  const server = await openEmbedded(join(root, 'data'))
  const { host, port, user, database } = server
  project.provide('postgresUrl', `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`)
  return async () => {
    await server.close()
    rmSync(root, { recursive: true, force: true, maxRetries: 10 })
  }
}
