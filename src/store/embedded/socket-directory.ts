import { createHash } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, lstatSync, mkdirSync, mkdtempSync, rmSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode, fileRefusal } from '../store-unavailable.ts'
import { readIfPresent } from './data-directory.ts'
import { idIsTaken, standsIn } from './living.ts'
import type { Owner } from './owner.ts'

/**
 * The server's socket lies in a directory of its own that only the server's account may enter: that is what stands in for a password. It is
 * short, because a socket's path may have at most 107 bytes, and named after the cluster. The server writes the place it got into
 * postmaster.pid, where everyone else reads it.
 */

/** The file name PostgreSQL gives its socket for the port in the settings. */
export const socketName = '.s.PGSQL.5432'

/**
 * Makes or finds the directory for this cluster's socket, owned by the owner and closed to others. It touches no socket in it, since
 * another process may just have started its server there; PostgreSQL itself replaces what a dead server left.
 */
export function makeSocketDirectory(cluster: string, owner: Owner): string {
  const name = `zhenwu-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  const path = join(shortTemporary(), name)
  try {
    mkdirSync(path, { mode: 0o700 })
    return give(path, owner)
  } catch (thrown) {
    if (errorCode(thrown) !== 'EEXIST') throw fileRefusal(thrown, path)
  }
  const found = lstatSync(path)
  const ours = found.isDirectory() && found.uid === owner.uid && (found.mode & 0o777) === 0o700
  if (!ours) return give(mkdtempSync(`${path}-`), owner) // someone else took the name: never trust what lies there
  disownTakenLock(join(path, `${socketName}.lock`), cluster)
  return path
}

/** Removes the directory of a server that has ended; one that holds anything else stays. */
export function removeSocketDirectory(path: string): void {
  try {
    rmSync(join(path, socketName), { force: true })
    rmSync(join(path, `${socketName}.lock`), { force: true })
    rmdirSync(path)
  } catch {
    // Left behind it does no harm: the next start uses it again.
  }
}

/** PostgreSQL would take a leftover lock for a live server's when another program got its number since. */
function disownTakenLock(lock: string, cluster: string): void {
  const pid = Number(readIfPresent(lock)?.split('\n')[0])
  if (pid > 0 && idIsTaken(pid) && !standsIn(pid, cluster)) rmSync(lock, { force: true })
}

function give(path: string, owner: Owner): string {
  chmodSync(path, 0o700)
  if (owner.dropped) chownSync(path, owner.uid, owner.gid)
  return path
}

function shortTemporary(): string {
  try {
    accessSync('/tmp', constants.W_OK | constants.X_OK)
    return '/tmp'
  } catch {
    return tmpdir()
  }
}
