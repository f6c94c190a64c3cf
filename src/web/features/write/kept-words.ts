import { alsoForget } from '../../app/client.ts'
import type { Desk } from './saving.ts'

/**
 * Words not saved yet are kept on this machine, by person and section, so that a crash or a server that is away loses none; they go when
 * they are saved, and when she signs out.
 */
export const keepWords = (person: number, section: number, desk: Desk, at: string): void => {
  try {
    localStorage.setItem(keyOf(person, section), JSON.stringify({ ...desk, at }))
  } catch {
    return // a full or forbidden storage: the words are still on the page
  }
}

export const dropWords = (person: number, section: number): void => localStorage.removeItem(keyOf(person, section))

/** What was kept of a section, and when. */
export const keptWords = (person: number, section: number): (Desk & { readonly at: string }) | undefined => {
  const text = localStorage.getItem(keyOf(person, section))
  if (text === null) return undefined
  try {
    const kept = JSON.parse(text) as Partial<Desk> & { readonly at?: string }
    return typeof kept.saw === 'number' && Array.isArray(kept.base) && Array.isArray(kept.mine) && typeof kept.at === 'string' ? (kept as Desk & { readonly at: string }) : undefined
  } catch {
    return undefined // not ours, or cut short
  }
}

const prefix = 'zhenwu.words.'
const keyOf = (person: number, section: number): string => `${prefix}${person}.${section}`

alsoForget((session) => {
  if (session !== null) return
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
})
