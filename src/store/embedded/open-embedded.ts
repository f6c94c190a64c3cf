import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable, fileRefusal } from '../store-unavailable.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type DataDirectory, clusterIsThere, takeDataDirectory } from './data-directory.ts'
import { clusterRole, makeCluster } from './make-cluster.ts'
import { type Owner, ownerOf } from './owner.ts'
import { askToStop, isReachable, livePostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { type Share, share } from './sharing.ts'

/**
 * The embedded database of one data directory, shared by every process that opens it: whoever finds no server starts one, whoever finds
 * one uses it, even one whose starter was killed, and the last to close stops it. While open, a server that dies is started again.
 */

/** How to connect, and how to leave. `pid` is the server's; `host` is the directory of its socket. */
export type EmbeddedServer = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly pid: number
  readonly close: () => Promise<void>
}

type House = { readonly directory: DataDirectory; readonly owner: Owner; readonly shared: Share }

const step = 20
const watchEvery = 500
const patience = 600_000
const heldPatience = 20_000

/** Opens the cluster in `data`, making it when there is none. Refuses with `StoreUnavailable`. */
export async function openEmbedded(data: string): Promise<EmbeddedServer> {
  if (process.platform === 'win32') throw new StoreUnavailable('platform-unsupported', process.platform)
  const directory = takeDataDirectory(data)
  const owner = ownerOf(directory.cluster)
  const binaries = findBinaries(owner)
  const house = { directory, owner, shared: enter(directory) }
  const leaveOnExit = (): void => leaveAtOnce(house)
  process.once('exit', leaveOnExit)
  let closing = false
  let mending: Promise<unknown> = Promise.resolve()
  try {
    const server = await serverOf(house, binaries)
    const watch = setInterval(() => {
      if (closing || livePostmaster(directory.cluster) !== undefined) return
      closing = true // one mender at a time
      mending = serverOf(house, binaries).then(
        () => (closing = false),
        () => (closing = false), // the next round tries again; meanwhile every query reports that it cannot connect
      )
    }, watchEvery)
    watch.unref()
    const close = async (): Promise<void> => {
      clearInterval(watch)
      process.removeListener('exit', leaveOnExit)
      await mending
      await leave(house)
    }
    let closed: Promise<void> | undefined
    return { ...server, user: clusterRole, database: clusterRole, close: () => (closed ??= close()) }
  } catch (thrown) {
    process.removeListener('exit', leaveOnExit)
    house.shared.leave()
    throw thrown
  }
}

function enter(directory: DataDirectory): Share {
  try {
    return share(directory.sharing)
  } catch (thrown) {
    throw fileRefusal(thrown, directory.sharing)
  }
}

type Reached = { readonly host: string; readonly port: number; readonly pid: number }

async function serverOf(house: House, binaries: Binaries): Promise<Reached> {
  const { directory, owner, shared } = house
  const until = Date.now() + patience
  const heldUntil = Date.now() + heldPatience
  while (Date.now() < until) {
    const live = shared.othersStopping() ? 'leaving' : livePostmaster(directory.cluster)
    if (live === 'leaving' || live?.status === 'starting' || live?.status === 'stopping') {
      await pause(step)
    } else if (live === undefined) {
      if (!clusterIsThere(directory.cluster, binaries.major)) makeCluster(directory, binaries, owner)
      await startPostmaster(directory, binaries, owner).catch(async (thrown: unknown) => {
        if (!isHeldByOther(thrown) || Date.now() > heldUntil) throw thrown
        await pause(step) // a server that is just starting elsewhere, or the last backends of one that was killed
      })
    } else if (isReachable(live)) {
      return { host: live.socketDirectory, port: live.port, pid: live.pid }
    } else if (shared.othersUsing()) {
      throw new StoreUnavailable('postmaster-orphaned', `pid ${live.pid}, ${live.socketDirectory}`)
    } else {
      await stopPostmaster(directory.cluster, live) // nobody can reach it: its socket was cleaned away
    }
  }
  throw new StoreUnavailable('cannot-start', `${directory.path}, ${directory.log}`)
}

function isHeldByOther(thrown: unknown): boolean {
  return thrown instanceof StoreUnavailable && thrown.code === 'postmaster-orphaned'
}

async function leave(house: House): Promise<void> {
  const { directory, shared } = house
  if (!shared.leaveUnlessLast()) return
  try {
    const live = livePostmaster(directory.cluster)
    if (live !== undefined) await stopPostmaster(directory.cluster, live)
  } finally {
    shared.leave()
  }
}

function leaveAtOnce(house: House): void {
  if (!house.shared.leaveUnlessLast()) return
  const live = livePostmaster(house.directory.cluster)
  if (live !== undefined) askToStop(house.directory.cluster, live)
  house.shared.leave()
}
