import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StoreUnavailable, errorCode, fileRefusal } from '../store-unavailable.ts'
import { markIsAlive } from './living.ts'

/**
 * What lies in a data directory: a sign that says whose it is (`ZHENWU`), the PostgreSQL cluster (`postgres`), the list of processes that
 * share it (`sharing`) and the server's log. A cluster is made under another name and renamed when whole, so `postgres` is never half made by us.
 */

/** The places in one data directory, as absolute paths without symbolic links. */
export type DataDirectory = {
  readonly path: string
  readonly cluster: string
  readonly sharing: string
  readonly log: string
}

const sign = 'ZHENWU'
const signText = '镇务数据目录，请勿手工改动；备份请用 zhenwu backup。\nZhenwu data directory. Do not edit by hand; back up with `zhenwu backup`.\n'
const harmless = new Set(['lost+found', '.gitkeep', '.DS_Store'])
const making = 'postgres.new-'

/** Takes a directory into use: makes it when missing, refuses one with other contents, removes what a killed first start left. */
export function takeDataDirectory(data: string): DataDirectory {
  const path = makeDirectory(resolve(data))
  const names = list(path)
  const foreign = names.includes('PG_VERSION') || (!names.includes(sign) && names.some((name) => !harmless.has(name)))
  if (foreign) throw new StoreUnavailable('data-directory-foreign', path)
  const places = { path, cluster: join(path, 'postgres'), sharing: join(path, 'sharing'), log: join(path, 'postgres.log') }
  try {
    if (!names.includes(sign)) writeFileSync(join(path, sign), signText)
    for (const name of names) {
      if (name.startsWith(making) && !markIsAlive(name.slice(making.length))) rmSync(join(path, name), { recursive: true, force: true, maxRetries: 10 })
    }
  } catch (thrown) {
    throw fileRefusal(thrown, path)
  }
  return places
}

/** Where the process with this mark makes a cluster before it takes its name. */
export function makingPlace(directory: DataDirectory, mark: string): string {
  return join(directory.path, `${making}${mark}`)
}

/** True when the cluster is there and can be run by this major version; refuses one that cannot. */
export function clusterIsThere(cluster: string, major: number): boolean {
  if (!existsSync(cluster)) return false
  const version = readIfPresent(join(cluster, 'PG_VERSION'))
  if (version === undefined || !existsSync(join(cluster, 'global', 'pg_control'))) {
    throw new StoreUnavailable('data-directory-half-made', cluster)
  }
  const written = Number.parseInt(version, 10)
  if (written > major) throw new StoreUnavailable('data-directory-newer', `${written} > ${major}`)
  if (written < major) throw new StoreUnavailable('data-directory-older', `${written} < ${major}`)
  return true
}

/** The text of a file, or undefined when there is none. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined
    throw fileRefusal(thrown, path)
  }
}

function makeDirectory(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return realpathSync(path)
  } catch (thrown) {
    const isFile = errorCode(thrown) === 'EEXIST' || errorCode(thrown) === 'ENOTDIR'
    throw isFile ? new StoreUnavailable('data-directory-foreign', path, thrown) : fileRefusal(thrown, path)
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch (thrown) {
    throw fileRefusal(thrown, path)
  }
}
