import { spawn } from 'node:child_process'
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable, errorCode, fileRefusal } from '../store-unavailable.ts'
import { type Binaries, serverEnvironment } from './binaries.ts'
import { type DataDirectory, readIfPresent } from './data-directory.ts'
import { idIsTaken, standsIn } from './living.ts'
import { clusterAsSeenBy, startRefusal } from './make-cluster.ts'
import { type Owner, asOwner } from './owner.ts'
import { serverArguments } from './settings.ts'
import { makeSocketDirectory, removeSocketDirectory, socketName } from './socket-directory.ts'

/**
 * One PostgreSQL server process. PostgreSQL itself decides that only one runs in a cluster; its postmaster.pid tells everyone else which
 * process that is, where its socket lies and whether it is ready.
 */

/** A live server as its postmaster.pid describes it; `socketDirectory` is empty until the server has got that far. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly socketDirectory: string
  readonly status: 'starting' | 'ready' | 'stopping'
}

const step = 15
const stopPatience = 60_000
const emptyFileAge = 5_000

/** The server now running in the cluster, or undefined. A leftover file, or one whose number another program got since, is nobody. */
export function livePostmaster(cluster: string): Postmaster | undefined {
  const lines = readIfPresent(pidFile(cluster))?.split('\n') ?? []
  const pid = Number(lines[0])
  if (!(pid > 1) || !standsIn(pid, cluster)) return undefined
  const word = lines[7]?.trim()
  const status = word === 'ready' || word === 'stopping' ? word : 'starting'
  return { pid, port: Number(lines[3] ?? 0), socketDirectory: lines[4] ?? '', status }
}

/** True while the server's socket is where it said. */
export function isReachable(postmaster: Postmaster): boolean {
  return existsSync(join(postmaster.socketDirectory, socketName))
}

/**
 * Starts a server and waits until it is ready or has lost to another process's server, which the caller finds by looking again. The
 * server outlives this process; what it says goes to the log.
 */
export async function startPostmaster(directory: DataDirectory, binaries: Binaries, owner: Owner): Promise<void> {
  disownTakenNumber(directory.cluster, owner)
  const socketDirectory = makeSocketDirectory(directory.cluster, owner)
  const log = openLog(directory.log)
  const server = spawn(
    join(binaries.directory, 'bin', 'postgres'),
    ['-D', clusterAsSeenBy(owner, directory.cluster), ...serverArguments(socketDirectory)],
    { ...asOwner(owner), cwd: directory.cluster, env: serverEnvironment, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  let failure: Error | undefined
  let ended = false
  server.once('error', (error) => ((failure = error), (ended = true)))
  server.once('exit', () => (ended = true))
  server.unref()
  while (!ended) {
    const live = livePostmaster(directory.cluster)
    if (live?.pid === server.pid && live?.status === 'ready') return
    await pause(step)
  }
  if (livePostmaster(directory.cluster) !== undefined) return
  const refusal = startRefusal(failure?.message ?? saidBy(server.pid, directory.log), directory.path, failure)
  if (refusal.code !== 'postmaster-orphaned') removeSocketDirectory(socketDirectory)
  throw refusal
}

/** Ends a server in order: clients are cut off, everything is written. Returns when the process is gone. */
export async function stopPostmaster(cluster: string, postmaster: Postmaster): Promise<void> {
  askToStop(cluster, postmaster)
  const impatient = Date.now() + stopPatience
  let asked = false
  while (standsIn(postmaster.pid, cluster)) {
    if (!asked && Date.now() > impatient) {
      asked = true
      signal(postmaster.pid, 'SIGQUIT') // the next start recovers from the log; nothing acknowledged is lost
    }
    await pause(step)
  }
  if (postmaster.socketDirectory !== '') removeSocketDirectory(postmaster.socketDirectory)
}

/** Asks a server to end in order and does not wait: all that a process which is exiting can do. */
export function askToStop(cluster: string, postmaster: Postmaster): void {
  if (standsIn(postmaster.pid, cluster)) signal(postmaster.pid, 'SIGINT')
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (thrown) {
    if (errorCode(thrown) !== 'ESRCH') throw new StoreUnavailable('postmaster-orphaned', `pid ${pid}`, thrown)
  }
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

/**
 * After a crash the number in postmaster.pid may belong to some other program, and PostgreSQL would take that for a running server. It takes
 * its parent's number for a leftover, and then still checks that no backend holds the shared memory named in the file; so the number
 * is replaced by ours, and the rest kept. A file that a power cut left empty goes, once it is too old to be a start under way.
 */
function disownTakenNumber(cluster: string, owner: Owner): void {
  const text = readIfPresent(pidFile(cluster))
  if (text === '' && Date.now() - statSync(pidFile(cluster)).mtimeMs > emptyFileAge) rmSync(pidFile(cluster), { force: true })
  const [first, ...rest] = text?.split('\n') ?? []
  const pid = Number(first)
  if (first === undefined || !(pid > 0) || !idIsTaken(pid) || standsIn(pid, cluster)) return
  const handle = openSync(pidFile(cluster), constants.O_RDWR | constants.O_NOFOLLOW)
  try {
    const { uid, nlink } = fstatSync(handle)
    if (uid !== owner.uid || nlink !== 1) throw new StoreUnavailable('permission', pidFile(cluster))
    const own = String(process.pid).padEnd(first.length) // same length or longer: the lines below keep their places or are rewritten whole
    writeSync(handle, [own, ...rest].join('\n'), 0)
  } finally {
    closeSync(handle)
  }
}

function openLog(path: string): number {
  const large = 16 * 1024 * 1024
  try {
    if (existsSync(path) && statSync(path).size > large) renameSync(path, `${path}.1`)
    return openSync(path, 'a', 0o600)
  } catch (thrown) {
    throw fileRefusal(thrown, path)
  }
}

function saidBy(pid: number | undefined, log: string): string {
  const lines = readFileSync(log, 'utf8').split('\n').slice(-200)
  return lines.filter((line) => line.includes(`[${pid}]`) || !/\[\d+\]/.test(line)).join('\n')
}
