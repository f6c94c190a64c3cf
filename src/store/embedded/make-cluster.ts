import { chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { spawnSync } from 'node:child_process'
import { StoreUnavailable, fileRefusal } from '../store-unavailable.ts'
import { type Binaries, serverEnvironment } from './binaries.ts'
import { type DataDirectory, makingPlace } from './data-directory.ts'
import { processMark } from './living.ts'
import { type Owner, asOwner } from './owner.ts'

/** The one role and the one database of an embedded cluster. */
export const clusterRole = 'zhenwu'

/** Less room than this is no room: PostgreSQL sets 16 MB of log aside at a time and gives up when it cannot. */
const leastSpace = 64 * 1024 * 1024

/**
 * The cluster directory as the server's account must name it. That account may not be able to walk there (a clone under /root), but a
 * process already standing in a directory can open it as its own working directory, whatever lies above.
 */
export function clusterAsSeenBy(owner: Owner, cluster: string): string {
  return owner.dropped && process.platform === 'linux' ? '/proc/self/cwd' : cluster
}

/**
 * Makes the cluster: UTF8, checksums, Unicode rules that do not depend on the machine's locales. Made aside, flushed and renamed; when
 * two processes do this at once, the first to rename wins and the other's work is dropped.
 */
export function makeCluster(directory: DataDirectory, binaries: Binaries, owner: Owner): void {
  const making = makingPlace(directory, processMark(process.pid) ?? String(process.pid))
  const where = ['-D', clusterAsSeenBy(owner, making)]
  const run = (program: string, args: string[], input: string): void => {
    const { status, stderr, error } = spawnSync(`${binaries.directory}/bin/${program}`, args, {
      ...asOwner(owner),
      cwd: making,
      env: serverEnvironment,
      input,
      encoding: 'utf8',
    })
    if (error !== undefined || status !== 0) throw startRefusal(stderr || String(error), directory.path, error)
  }
  try {
    mkdirSync(making, { mode: 0o700 })
    if (owner.dropped) chownSync(making, owner.uid, owner.gid)
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
    run('initdb', [...where, ...locale, `--username=${clusterRole}`, '--auth=trust', '--data-checksums', '--no-instructions'], '')
    run('postgres', ['--single', ...where, 'postgres'], `create database ${clusterRole};\n`)
    if (!existsSync(directory.cluster)) renameSync(making, directory.cluster)
    flush(dirname(directory.cluster))
  } catch (thrown) {
    if (!existsSync(directory.cluster)) throw thrown instanceof StoreUnavailable ? thrown : fileRefusal(thrown, directory.path)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** Reads what a server program said before it gave up and names the reason; `subject` is the data directory. */
export function startRefusal(said: string, subject: string, cause?: unknown): StoreUnavailable {
  const complaint = said.split('\n').findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? said.split('\n').at(-1) ?? ''
  if (/No space left on device|Disk quota exceeded/.test(said) || isFull(subject)) return new StoreUnavailable('disk-full', subject, cause)
  if (/pre-existing shared memory block|lock file "[^"]*" (already exists|is empty)/.test(said)) {
    return new StoreUnavailable('postmaster-orphaned', complaint, cause)
  }
  if (/Permission denied|wrong ownership|EACCES|EPERM/.test(said)) return new StoreUnavailable('permission', `${subject} (${complaint})`, cause)
  return new StoreUnavailable('cannot-start', `${subject} (${complaint})`, cause)
}

/** On a full disk even the complaint may not have been written. */
function isFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize < leastSpace
}

function flush(directory: string): void {
  const handle = openSync(directory, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
