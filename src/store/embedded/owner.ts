import { readFileSync, statSync } from 'node:fs'
import { StoreUnavailable, errorCode } from '../store-unavailable.ts'

/**
 * PostgreSQL refuses to run as root. Started as root, the launcher gives the server to an unprivileged account: the one that already
 * owns the cluster, else `zhenwu` if the machine has it, else `nobody`. Started as anyone else, the server runs as that person.
 */

/** The account the server runs as; `dropped` says that it is not the account of this process. */
export type Owner = { readonly uid: number; readonly gid: number; readonly name: string; readonly dropped: boolean }

const preferred = ['zhenwu', 'nobody']

/** Who runs, or will run, the server of this cluster directory. Refuses when this process may not act for that account. */
export function ownerOf(cluster: string): Owner {
  const self = process.geteuid?.()
  const group = process.getegid?.()
  if (self === undefined || group === undefined) throw new StoreUnavailable('platform-unsupported', process.platform)
  const found = statIfPresent(cluster)
  if (self !== 0) {
    if (found !== undefined && found.uid !== self) {
      throw new StoreUnavailable('permission', `${cluster} belongs to ${nameOf(found.uid)}`)
    }
    return { uid: self, gid: group, name: nameOf(self), dropped: false }
  }
  if (found === undefined) return firstPreferred()
  if (found.uid === 0) {
    throw new StoreUnavailable('permission', `${cluster} belongs to root; chown -R ${firstPreferred().name} ${cluster}`)
  }
  return { uid: found.uid, gid: found.gid, name: nameOf(found.uid), dropped: true }
}

/** The options a child process needs to run as the owner; empty when this process already is the owner. */
export function asOwner(owner: Owner): { uid?: number; gid?: number } {
  return owner.dropped ? { uid: owner.uid, gid: owner.gid } : {}
}

function firstPreferred(): Owner {
  const known = accounts()
  for (const name of preferred) {
    const account = known.find((candidate) => candidate.name === name)
    if (account !== undefined) return { ...account, dropped: true }
  }
  throw new StoreUnavailable('permission', 'no account named zhenwu or nobody to run the database as')
}

function nameOf(uid: number): string {
  return accounts().find((account) => account.uid === uid)?.name ?? String(uid)
}

function accounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
}

function statIfPresent(path: string): { uid: number; gid: number } | undefined {
  try {
    return statSync(path)
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined
    if (errorCode(thrown) === 'EACCES') throw new StoreUnavailable('permission', path, thrown)
    throw thrown
  }
}
