import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new empty directory, removed when the file's tests are over. `parent` is the system's temporary directory unless given. */
export function temporaryDirectory(parent: string = tmpdir()): string {
  const path = mkdtempSync(join(parent, 'zw-'))
  afterAll(() => rmSync(path, { recursive: true, force: true, maxRetries: 10 }))
  return path
}
