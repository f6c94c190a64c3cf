import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markIsAlive, processMark } from './living.ts'

/**
 * Several processes share one data directory; the last one out stops the server. Each open of the database is one empty file named after
 * its process. A leaver first announces that it may stop the server, then looks for others; a comer first announces itself, then looks
 * for leavers. Whoever is later sees the earlier one, so no comer loses a server under its feet. Files of dead processes count for nothing.
 */

/** One open of the database in the list of those who use it. */
export type Share = {
  /** Leaves when others still use the server and answers false; else answers true, and comers wait until `leave` after the stop. */
  readonly leaveUnlessLast: () => boolean
  /** Takes this open off the list. */
  readonly leave: () => void
  /** True while another process is about to stop the server. */
  readonly othersStopping: () => boolean
  /** True while another open, in this process or another, uses the server. */
  readonly othersUsing: () => boolean
}

/** Puts this open on the list kept in `directory`, which is made when missing. */
export function share(directory: string): Share {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const mine = `${processMark(process.pid)}-${randomBytes(4).toString('hex')}`
  const using = join(directory, `${mine}.using`)
  const stopping = join(directory, `${mine}.stopping`)
  const others = (state: string): string[] =>
    readdirSync(directory).filter((name) => name.endsWith(state) && !name.startsWith(mine) && isLiving(directory, name))
  const othersUsing = (): boolean => {
    const leaving = new Set(others('.stopping').map((name) => name.slice(0, name.indexOf('.'))))
    return others('.using').some((name) => !leaving.has(name.slice(0, name.indexOf('.'))))
  }
  const leave = (): void => {
    rmSync(using, { force: true })
    rmSync(stopping, { force: true }) // last, so that two leavers at once never take each other for users
  }
  writeFileSync(using, '')
  return {
    leaveUnlessLast: () => {
      writeFileSync(stopping, '')
      if (!othersUsing()) return true
      leave()
      return false
    },
    leave,
    othersStopping: () => others('.stopping').length > 0,
    othersUsing,
  }
}

function isLiving(directory: string, name: string): boolean {
  if (markIsAlive(name.split('-').slice(0, 2).join('-'))) return true
  rmSync(join(directory, name), { force: true })
  return false
}
