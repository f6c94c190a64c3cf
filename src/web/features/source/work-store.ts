import { useSyncExternalStore } from 'react'
import { alsoForget } from '../../app/client.ts'
import type { Work } from './work.ts'

/**
 * The one document on this tab's desk. It is kept in memory only, for it may not be public yet: it survives going from screen to screen and a
 * session that ended by itself, and is gone when the tab closes, someone signs out, or someone else signs in.
 */
export const useHeldWork = (): Work | undefined => useSyncExternalStore(listen, () => held.work)

export const heldWork = (): Work | undefined => held.work

export const holdWork = (work: Work | undefined, person?: number): void => {
  held.work = work
  if (person !== undefined) held.person = person
  for (const listener of listeners) listener()
}

const held: { work: Work | undefined; person: number | undefined } = { work: undefined, person: undefined }
const listeners = new Set<() => void>()

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

alsoForget((session) => {
  if (session?.person.id !== held.person) holdWork(undefined)
})

window.addEventListener('beforeunload', (event) => {
  if (held.work !== undefined && (held.work.standings.size > 0 || held.work.drafts.size > 0)) event.preventDefault()
})
