import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/**
 * Process ids are reused, so a number in a file proves nothing. A process is named by its id and the moment it began; a database server
 * is recognised by the directory it stands in.
 */

/** Names a process for as long as the machine is up: `pid-start`. The start is clock ticks since boot (Linux) or a hash of the start time. */
export function processMark(pid: number): string | undefined {
  const began = startOf(pid)
  return began === undefined ? undefined : `${pid}-${began}`
}

/** True while the process that got this mark is running. */
export function markIsAlive(mark: string): boolean {
  const pid = Number.parseInt(mark, 10)
  return pid > 0 && processMark(pid) === mark
}

/** True when `pid` is a running process whose working directory is `cluster`, as every PostgreSQL server's is. */
export function standsIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return commandOf(pid).includes('postgres')
  try {
    const there = statSync(`/proc/${pid}/cwd`)
    const here = statSync(cluster)
    return there.dev === here.dev && there.ino === here.ino
  } catch {
    return false // gone, a zombie, or another account's: in no case our server
  }
}

/** True when some process, zombies included, has this id: the test PostgreSQL itself makes on the id in postmaster.pid. */
export function idIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as { code?: string }).code === 'EPERM'
  }
}

function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return commandOf(pid, 'lstart=').replaceAll(/\W/g, '') || undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function commandOf(pid: number, column = 'command='): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
